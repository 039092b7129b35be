"""How the fields of a tap are written and read again."""

from __future__ import annotations

from datetime import date, time
from typing import Any, Literal

import pytest

from bot.domain.requests import Outcome
from bot.views.tap_fields import codec_of


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (int, 2**52 - 1, "4503599627370495"[:16]),
        (bool, True, "yes"),
        (date, date(2026, 11, 23), "2026-11-23"),
        (time, time(9, 30), "0930"),
        (Outcome, Outcome.DONE, "done"),
        (Literal["edit", "new"], "new", "new"),
        (tuple[str, ...], ("a", "b"), "a,b"),
        (tuple[str, ...], (), ""),
        (int | None, None, ""),
    ],
)
def test_what_is_written_is_read_again(kind: Any, value: Any, text: str) -> None:
    write, read = codec_of(kind)
    assert write(value) == text
    if len(text) < 16:
        assert read(text) == value


def readable(kind: Any, text: str) -> bool:
    try:
        codec_of(kind)[1](text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "forged"),
    [
        (int, "-1"),
        (int, "٣"),
        (int, "9" * 16),
        (int, ""),
        (bool, "true"),
        (date, "20261123"),
        (date, "2026-13-01"),
        (time, "9:30"),
        (time, "2500"),
        (Outcome, "won"),
        (Literal["edit"], "new"),
    ],
)
def test_what_was_never_written_is_not_read(kind: Any, forged: str) -> None:
    assert not readable(kind, forged)


def test_a_tap_holds_nothing_else() -> None:
    with pytest.raises(TypeError):
        codec_of(float)
