"""What screens are put together from."""

from __future__ import annotations

from datetime import date

import pytest

from bot.i18n import Speech
from bot.views.broadcasts.taps import AskTime, AskTimeOfDay
from bot.views.requests.taps import ShowBoard
from bot.views.widgets import Line, page_turns, pick_day

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


def test_no_day_is_offered_after_the_last(speeches: dict[str, Speech]) -> None:
    last = date(2026, 12, 9)
    december = pick_day(
        speeches["en"],
        date(2027, 1, 1),
        TODAY,
        lambda day: AskTimeOfDay(1, day),
        lambda turned: AskTime(1, turned),
        last,
    )
    assert words(december[2]) == ["7", "8", "9", *"····"]
    assert words(december[-1]) == ["◀️ November 2026"]


def test_arrows_point_as_the_lines_of_the_reader_run(speeches: dict[str, Speech]) -> None:
    before, after = words(calendar(speeches["ar"], date(2026, 12, 1))[-1])
    assert before.startswith("▶️ ")
    assert after.endswith(" ◀️")
    assert [words(page_turns(speeches[code], 1, 3, ShowBoard))[::2] for code in ("en", "ar")] == [
        ["◀️", "▶️"],
        ["▶️", "◀️"],
    ]
