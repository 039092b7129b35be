"""On which dates a schedule takes place."""

from dataclasses import replace
from datetime import UTC, date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.opening.recurrence import check, dates
from tests.support.minute_by_minute import takes_place
from tests.support.rows import Rule
from tests.support.timetables import rules


def in_month(rule: Rule, year: int, month: int) -> list[int]:
    return sorted(day.day for day in dates(rule, year) if day.month == month)


def test_weekdays() -> None:
    assert in_month(Rule("WEEKLY", "MO,TH"), 2026, 11) == [2, 5, 9, 12, 16, 19, 23, 26, 30]


def test_every_other_week_counts_weeks_from_monday_across_the_year() -> None:
    rule = Rule("WEEKLY", "MO,TH", interval=2, dtstart=date(2026, 12, 17))  # a Thursday
    assert in_month(rule, 2026, 12) == [17, 28, 31]
    assert in_month(rule, 2027, 1) == [11, 14, 25, 28]


def test_nth_weekday_of_the_month() -> None:
    assert in_month(Rule("MONTHLY", "2TU,-1FR"), 2026, 11) == [10, 27]
    assert in_month(Rule("MONTHLY", "5MO"), 2026, 10) == []
    assert in_month(Rule("MONTHLY", "5MO"), 2026, 11) == [30]


def test_every_monday_and_the_last_sunday() -> None:
    assert in_month(Rule("MONTHLY", "MO,-1SU"), 2026, 11) == [2, 9, 16, 23, 29, 30]


def test_days_of_the_month() -> None:
    assert in_month(Rule("MONTHLY", bymonthday="1,15,-1"), 2026, 2) == [1, 15, 28]
    assert in_month(Rule("MONTHLY", bymonthday="31"), 2026, 11) == []


def test_friday_the_thirteenth() -> None:
    assert in_month(Rule("MONTHLY", "FR", bymonthday="13"), 2026, 11) == [13]
    assert in_month(Rule("MONTHLY", "FR", bymonthday="13"), 2026, 10) == []


def test_every_third_month() -> None:
    rule = Rule("MONTHLY", "1MO", interval=3, dtstart=date(2025, 11, 30))
    assert sorted(dates(rule, 2026)) == [date(2026, 2, 2), date(2026, 5, 4), date(2026, 8, 3), date(2026, 11, 2)]


def test_every_third_day() -> None:
    assert in_month(Rule("DAILY", interval=3, dtstart=date(2026, 10, 30)), 2026, 11)[:3] == [2, 5, 8]


def test_nothing_before_dtstart_nor_outside_the_validity() -> None:
    rule = Rule("DAILY", valid_from=date(2026, 11, 3), valid_to=date(2026, 11, 6))
    assert in_month(rule, 2026, 11) == [3, 4, 5, 6]
    assert in_month(replace(rule, dtstart=date(2026, 11, 5)), 2026, 11) == [5, 6]
    assert dates(rule, 2025) == dates(rule, 2027) == frozenset()


@given(rules(), st.integers(1999, 2041))
@settings(max_examples=150, deadline=None)
def test_dates_are_those_that_a_look_at_each_day_finds(rule: Rule, year: int) -> None:
    check(rule)
    every_day = (date(year, 1, 1) + timedelta(number) for number in range(366))
    assert dates(rule, year) == {day for day in every_day if day.year == year and takes_place(rule, day)}


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (Rule("YEARLY"), "freq: expected DAILY, WEEKLY, MONTHLY, not 'YEARLY'"),
        (Rule("weekly", "MO"), "freq: expected DAILY, WEEKLY, MONTHLY, not 'weekly'"),
        (Rule("WEEKLY"), "byday: expected weekdays for a WEEKLY schedule, such as MO,TH"),
        (Rule("WEEKLY", ""), "byday: expected weekdays for a WEEKLY schedule, such as MO,TH"),
        (Rule("WEEKLY", "LU"), "byday: expected weekdays such as MO,TH, and 2TU only if MONTHLY, not 'LU'"),
        (Rule("WEEKLY", "2TU"), "byday: expected weekdays such as MO,TH, and 2TU only if MONTHLY, not '2TU'"),
        (Rule("DAILY", "MO TH"), "byday: expected weekdays such as MO,TH, and 2TU only if MONTHLY, not 'MO TH'"),
        (Rule("MONTHLY", "6TU"), "byday: expected weekdays such as 2TU,-1FR, not '6TU'"),
        (Rule("MONTHLY", "0TU"), "byday: expected weekdays such as 2TU,-1FR, not '0TU'"),
        (
            Rule("MONTHLY"),
            "byday: expected weekdays such as 2TU, or bymonthday such as 1,15, for a MONTHLY schedule",
        ),
        (Rule("MONTHLY", bymonthday="32"), "bymonthday: expected days of the month such as 1,15, not '32'"),
        (Rule("MONTHLY", bymonthday="0"), "bymonthday: expected days of the month such as 1,15, not '0'"),
        (Rule("WEEKLY", "MO", bymonthday="1"), "bymonthday: expected only in a MONTHLY or DAILY schedule"),
        (Rule("DAILY", interval=0), "interval: expected 1 or more, not 0"),
        (Rule("WEEKLY", "MO", interval=2), "dtstart: expected a date from which to count interval 2"),
        (
            Rule("DAILY", valid_from=date(2026, 2, 1), valid_to=date(2026, 1, 1)),
            "valid_to: expected valid_from (2026-02-01) or later, not 2026-01-01",
        ),
        (
            Rule("DAILY", opens_at=time(9, tzinfo=UTC)),
            "opens_at: expected the location's own wall time, not one with a time zone",
        ),
    ],
)
def test_a_rule_that_says_nothing_clear_is_refused_in_a_sentence(rule: Rule, sentence: str) -> None:
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 - the whole sentence is compared
        check(rule)
    assert str(refusal.value) == sentence
