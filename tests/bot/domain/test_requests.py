"""The states of a request, its code, who fits, and when people are told."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.requests import (
    FITS,
    LANGUAGE,
    LETTERS,
    OVER,
    TRANSITIONS,
    Action,
    RequestState,
    awake_at,
    fit,
    new_code,
    read_code,
    remind_at,
)

ROOT = Path(__file__).parents[3]
BRUSSELS = ZoneInfo("Europe/Brussels")
NOON = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)


def test_the_drawing_is_the_table() -> None:
    drawing = (ROOT / "README.md").read_text(encoding="utf-8").split("```mermaid")[1].split("```")[0]
    drawn = set(re.findall(r"^ +(\w+) --> (\w+): (\w+)$", drawing, re.MULTILINE))
    table = {(source, target, action) for action, (sources, target) in TRANSITIONS.items() for source in sources}
    assert drawn == {tuple(map(str, arrow)) for arrow in table}
    assert set(re.findall(r"(\w+) --> \[\*\]", drawing)) == set(OVER)
    assert re.findall(r"\[\*\] --> (\w+)", drawing) == [RequestState.DRAFT]


def test_every_action_has_its_row_and_what_is_over_stays_over() -> None:
    assert set(TRANSITIONS) == set(Action)
    assert not OVER & {source for sources, _ in TRANSITIONS.values() for source in sources}
    reached = {RequestState.DRAFT}
    for _ in RequestState:
        reached |= {target for sources, target in TRANSITIONS.values() if sources & reached}
    assert reached == set(RequestState)


@given(st.integers())
def test_a_code_is_read_however_it_is_typed(seed: int) -> None:
    code = new_code(random.Random(seed))
    assert re.fullmatch(rf"R-[{LETTERS}]{{4}}", code)
    bare = code[2:]
    for typed in (code, code.lower(), bare, f" r{bare} ", f"R {bare.lower()}", f"R – {bare}", f"r-{bare}\n"):
        assert read_code(typed) == code


@given(st.text())
def test_whatever_is_typed_is_a_code_or_none(typed: str) -> None:
    code = read_code(typed)
    assert code is None or read_code(code) == code


def test_letters_that_look_alike_are_in_no_code() -> None:
    assert not set("0OQ1IL2Z5S8BUVG") & set(LETTERS)
    assert read_code("R-O000") is None


@dataclass(frozen=True)
class Request:
    topic: str | None = "housing"
    area: str | None = "cureghem"
    languages: tuple[str, ...] = ("ar", "fr")
    days: tuple[str, ...] = ("MO",)


@dataclass(frozen=True)
class Profile:
    languages: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    days: tuple[str, ...] = ()


def test_what_either_side_leaves_open_fits() -> None:
    assert fit(Request(), Profile()) == FITS
    picky = Profile(("nl",), ("scheut",), ("papers",), ("TU",))
    assert fit(Request(None, None, (), ()), picky) == FITS
    assert fit(Request(), picky) == 0


def test_a_language_in_common_counts_more_than_all_the_rest() -> None:
    talks = Profile(("ar",), ("scheut",), ("papers",), ("TU",))
    near = Profile(("nl",), ("cureghem",), ("housing",), ("MO",))
    assert fit(Request(), talks) == LANGUAGE > fit(Request(), near)


def test_reminded_a_day_before_or_two_hours() -> None:
    assert remind_at(NOON + timedelta(days=3), NOON) == NOON + timedelta(days=2)
    assert remind_at(NOON + timedelta(hours=20), NOON) == NOON + timedelta(hours=18)
    assert remind_at(NOON + timedelta(hours=1), NOON) is None


def test_nobody_is_told_in_their_quiet_hours() -> None:
    def told(hour: int, quiet_from: time | None, quiet_to: time | None) -> str:
        moment = datetime(2026, 11, 21, hour, 30, tzinfo=BRUSSELS)
        return f"{awake_at(moment, quiet_from, quiet_to):%d %H:%M}"

    night, siesta = (time(21), time(8)), (time(13), time(15))
    assert [told(hour, *night) for hour in (7, 8, 20, 21)] == ["21 08:00", "21 08:30", "21 20:30", "22 08:00"]
    assert [told(hour, *siesta) for hour in (12, 13, 15)] == ["21 12:30", "21 15:00", "21 15:30"]
    assert told(3, None, None) == told(3, None, time(8)) == told(3, time(8), time(8)) == "21 03:30"


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(BRUSSELS)),  # noqa: DTZ001 - in Brussels
    st.times(),
    st.times(),
)
def test_the_wait_ends_outside_the_quiet_hours_within_a_day(moment: datetime, quiet_from: time, quiet_to: time) -> None:
    told = awake_at(moment, quiet_from, quiet_to)
    assert timedelta(0) <= told - moment.astimezone(UTC) <= timedelta(hours=25)
    assert awake_at(told, quiet_from, quiet_to) == told
