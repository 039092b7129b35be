"""When a meeting takes place, as a coordinator types or picks it."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.errors import EndsTooEarly, NoSuchTime
from bot.domain.meetings.times import LAST, in_order, monthly, nth_of_month, read_hours


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("13:30", (time(13, 30), None)),
        ("13h30 - 15h30", (time(13, 30), time(15, 30))),
        ("de 9h à 11h", (time(9), time(11))),
        ("9.15 u", (time(9, 15), None)),
    ],
)
def test_hours_are_read(typed: str, hours: tuple[time, time | None]) -> None:
    assert read_hours(typed) == hours


@pytest.mark.parametrize("typed", ["", "late", "25:00", "9:75", "9 10 11", "1330"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(NoSuchTime):
        read_hours(typed)


def test_the_welcome_comes_first_and_the_end_last() -> None:
    in_order(time(13), time(13), time(13, 1))
    for times in ((None, time(13), time(13)), (time(14), time(13), time(15))):
        with pytest.raises(EndsTooEarly):
            in_order(*times)


def test_a_fourth_tuesday_may_be_the_last_too_and_a_fifth_always_is() -> None:
    assert nth_of_month(date(2026, 12, 15)) == [3]
    assert nth_of_month(date(2026, 11, 24)) == [4, LAST]
    assert nth_of_month(date(2026, 12, 29)) == [LAST]
    assert monthly(date(2026, 12, 29), LAST, 3) == [date(2026, 12, 29), date(2027, 1, 26), date(2027, 2, 23)]
    assert monthly(date(2026, 12, 15), 3, 2) == [date(2026, 12, 15), date(2027, 1, 19)]
