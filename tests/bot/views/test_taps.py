"""A tap is read back as what it was; whatever else a button says is old."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views.taps import TAPS, OldTapError, Tap, data_of, pack, tap_in, unpack


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Painting(Tap, name="test.painting", forms=("painting",)):
    number: int
    colour: Colour | None = None
    words: str = ""


class Hanging(Tap, name="test.hanging", forms=("painting",)):
    number: int
    day: date
    hour: time
    sure: bool | None = None


class Choosing(Tap, name="test.choosing", separator="~"):
    topics: tuple[str, ...]
    way: Literal["on", "off"]
    key: str = ""


class Going(Tap, name="test.going"):
    pass


@pytest.mark.parametrize(
    ("tap", "packed"),
    [
        (Going(), "test.going:"),
        (Painting(12), "test.painting:12"),
        (Painting(12, Colour.RED), "test.painting:12.red"),
        (Painting(12, None, "a.b"), "test.painting:12..a.b"),
        (Hanging(1, date(2026, 11, 23), time(9)), "test.hanging:1.2026-11-23.0900"),
        (Hanging(1, date(2026, 11, 23), time(9), False), "test.hanging:1.2026-11-23.0900.no"),
        (Choosing(("hours", "service.housing"), "on", "7"), "test.choosing:hours,service.housing~on~7"),
    ],
)
def test_what_stands_in_a_button(tap: Tap, packed: str) -> None:
    assert pack(tap) == packed
    assert unpack(packed) == tap
    assert tap_in(data_of(tap)) == tap


NUMBERS = st.integers(0, 10**15 - 1)
IDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789_", min_size=1, max_size=12)
PAINTINGS = st.builds(Painting, NUMBERS, st.none() | st.sampled_from(Colour), st.text(max_size=6))
HANGINGS = st.builds(
    Hanging,
    NUMBERS,
    st.dates(),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.none() | st.booleans(),
)
CHOOSINGS = st.builds(Choosing, st.lists(IDS, max_size=3).map(tuple), st.sampled_from(["on", "off"]), IDS)


@given(PAINTINGS | HANGINGS | CHOOSINGS)
def test_whatever_is_packed_is_read_back(tap: Tap) -> None:
    assert unpack(pack(tap)) == tap


@given(
    st.sampled_from(["test.painting", "test.hanging", "test.choosing", "test.going", "nothing"]), st.text(max_size=40)
)
def test_whatever_a_button_says_is_a_tap_or_old(name: str, item: str) -> None:
    try:
        read = unpack(f"{name}:{item}")
    except OldTapError:
        return
    assert unpack(pack(read)) == read


@pytest.mark.parametrize(
    "data",
    [
        *("", "s1", "x9:old", "s1:nothing:1", "s2:test.going:", "s1:test.painting:", "s1:test.painting:-1"),
        *(
            "s1:test.painting:１２",
            "s1:test.painting:12.green",
            "s1:test.going:more",
            "s1:test.painting:1234567890123456",
        ),
        *("s1:test.hanging:1.20261123.0900", "s1:test.hanging:1.2026-11-23.9", "s1:test.hanging:1.2026-13-23.0900"),
        *("s1:test.hanging:1.2026-11-23.0900.maybe", "s1:test.hanging:1.2026-11-23.2460", "s1:test.choosing:a~perhaps"),
    ],
)
def test_old_buttons(data: str) -> None:
    assert tap_in(data) is None


def test_what_would_be_read_back_as_something_else_is_not_written() -> None:
    with pytest.raises(ValueError, match="only the last field"):
        pack(Choosing(("a~b",), "on"))


def test_what_is_longer_than_telegram_takes_is_not_written() -> None:
    with pytest.raises(ValueError, match="bytes"):
        data_of(Painting(1, None, "é" * 30))


def test_two_cannot_have_one_name() -> None:
    with pytest.raises(AssertionError):
        type("Twice", (Tap,), {}, name="test.going")
    assert TAPS["test.going"] is Going


def test_a_form_is_about_something() -> None:
    at = date(2026, 11, 23), time(9)
    assert Hanging(12, *at).stays_in(Painting(12))
    assert not Hanging(13, *at).stays_in(Painting(12)), "another one is another form"
    assert not Going().stays_in(Painting(12))


def test_a_field_of_a_kind_that_cannot_be_written() -> None:
    class Wrong(Tap, name="test.wrong"):
        many: dict[str, Any]

    with pytest.raises(TypeError):
        pack(Wrong({}))
    del TAPS["test.wrong"]
