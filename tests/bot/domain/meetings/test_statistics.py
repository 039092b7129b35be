"""Figures of meetings: by the month on the wall, and no small numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.domain.meetings.statistics import Month, by_month, told


@dataclass(frozen=True)
class Held:
    starts_at: datetime
    answers: int = 0
    came: int = 0
    stayed_away: int = 0


def test_each_month_on_the_wall() -> None:
    late = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)  # in Brussels it is December
    held = [Held(datetime(2026, 11, 3, tzinfo=UTC), 5, 4, 1), Held(late, 7, 0, 7), Held(late, 3, 2, 1)]
    assert by_month(held, ZoneInfo("Europe/Brussels")) == [
        Month(date(2026, 12, 1), meetings=2, answers=10, came=2, stayed_away=1, ticked=True),
        Month(date(2026, 11, 1), meetings=1, answers=5, came=4, stayed_away=1, ticked=True),
    ]


def test_small_numbers_are_not_told() -> None:
    assert [told(count) for count in range(7)] == [0, None, None, None, None, 5, 6]
