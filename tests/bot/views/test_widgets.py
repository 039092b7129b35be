"""What screens are put together from."""

from __future__ import annotations

from datetime import date

import pytest

from bot.i18n import Speech
from bot.views.broadcasts.taps import AskTime, AskTimeOfDay
from bot.views.widgets import Line, pick_day

TODAY = date(2026, 11, 21)


def calendar(speech: Speech, month: date) -> list[Line]:
    return pick_day(speech, month, TODAY, lambda day: AskTimeOfDay(1, day), lambda turned: AskTime(1, turned))


def words(line: Line) -> list[str]:
    return [button.text for button in line]


def test_a_page_of_the_calendar_begins_with_this_week(speeches: dict[str, Speech]) -> None:
    header, week, *_, last, others = calendar(speeches["en"], TODAY)
    assert words(header)[0] == "Mo"
    assert words(week) == ["·", "·", "·", "·", "·", "21", "22"]
    assert words(last) == ["30", *"······"]
    assert words(others) == ["December 2026 ▶️"]
    assert week[5].tap == AskTimeOfDay(1, TODAY)
    assert others[0].tap == AskTime(1, date(2026, 12, 1))


@pytest.mark.parametrize(
    ("asked", "turns"),
    [
        (date(1, 1, 1), ["December 2026 ▶️"]),
        (date(2026, 10, 3), ["December 2026 ▶️"]),
        (date(2026, 12, 31), ["◀️ November 2026", "January 2027 ▶️"]),
        (date(2028, 5, 1), ["◀️ April 2028"]),
        (date(9999, 12, 31), ["◀️ April 2028"]),
    ],
)
def test_a_month_that_is_no_page_shows_the_nearest_one(
    speeches: dict[str, Speech], asked: date, turns: list[str]
) -> None:
    assert words(calendar(speeches["en"], asked)[-1]) == turns
