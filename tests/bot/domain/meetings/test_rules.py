"""When people are reminded, against the clock on the wall as zoneinfo shows it; who gets a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import EndsTooEarly, NoSuchTime
from bot.domain.meetings.rules import DAY, REMINDERS, before, free_places, moving_up, remind_at, reminder_now, reminders
from bot.domain.meetings.times import LAST, in_order, monthly, nth_of_month, read_hours

BRUSSELS = ZoneInfo("Europe/Brussels")
TIMES = [time(half // 2, half % 2 * 30) for half in range(48)]
MINUTE = timedelta(minutes=1)


def wall(instant: datetime) -> datetime:
    return instant.astimezone(BRUSSELS).replace(tzinfo=None)


def first_instant(shown: datetime) -> datetime:
    """The first at which the wall in Brussels shows this or more, found by looking at it minute by minute."""
    moment = shown.replace(tzinfo=UTC) - timedelta(hours=3)
    return next(moment for _ in range(400) if wall(moment := moment + MINUTE) >= shown)


def around_clock_changes(days: int) -> Iterator[date]:
    """Every day so near to one, from 2026 to 2035."""
    day, end = date(2026, 1, 1), date(2035, 12, 31)
    while day <= end:
        noons = (datetime.combine(day + timedelta(days=ahead), time(12), BRUSSELS) for ahead in (-days, days))
        if len({noon.utcoffset() for noon in noons}) > 1:
            yield day
        day += timedelta(days=1)


def starts(day: date, at: time) -> datetime:
    """As the team means it; None of the times that the wall does not show is one at which a meeting starts."""
    return first_instant(datetime.combine(day, at))


def test_whole_days_before_is_the_same_time_on_the_wall_around_every_clock_change() -> None:
    checked = 0
    for day in around_clock_changes(2):
        for at in TIMES:
            begins = starts(day, at)
            shown = wall(begins) - timedelta(days=1)
            assert before(begins, DAY, BRUSSELS).astimezone(UTC) == first_instant(shown)
            assert before(begins, 120, BRUSSELS).astimezone(UTC) == begins - timedelta(hours=2)
            checked += 1
    assert checked >= 20 * 4 * 48


def test_no_reminder_is_missed_doubled_or_at_night_in_ten_years() -> None:
    """48 times of day; all days near a clock change, and a day of each week beside."""
    weekly = {date(2026, 1, 1) + timedelta(days=8 * number) for number in range(456)}
    for day in sorted(weekly | set(around_clock_changes(8))):
        for at in TIMES:
            begins = datetime.combine(day, at, BRUSSELS).astimezone(UTC)  # of a time that is skipped: an hour later
            due = reminders(begins, REMINDERS, BRUSSELS)
            assert sorted(each.minutes for each in due) == sorted(REMINDERS)
            assert all(time(8) <= wall(each.at).time() < time(21) for each in due)
            assert all(each.at < each.until <= begins for each in due)
            assert [each.until for each in due[:-1]] == [each.at for each in due[1:]]
            for minutes, moment, _ in due:
                shown = wall(begins) - timedelta(minutes=minutes)
                if minutes % DAY == 0 and time(8) <= shown.time() < time(21):
                    assert wall(moment) == shown
                if minutes == 120 and time(8) <= wall(begins - timedelta(hours=2)).time() < time(21):
                    assert moment.astimezone(UTC) == begins - timedelta(hours=2)


@pytest.mark.parametrize(
    ("begins", "minutes", "expected"),
    [
        (datetime(2026, 12, 15, 9, 0), 120, datetime(2026, 12, 15, 8, 0)),  # noqa: DTZ001 - the wall
        (datetime(2026, 12, 15, 8, 0), 120, datetime(2026, 12, 14, 20, 0)),  # noqa: DTZ001
        (datetime(2026, 12, 15, 22, 0), DAY, datetime(2026, 12, 14, 20, 0)),  # noqa: DTZ001
        (datetime(2026, 12, 15, 6, 0), DAY, datetime(2026, 12, 14, 8, 0)),  # noqa: DTZ001
        (datetime(2026, 12, 15, 23, 30), 120, datetime(2026, 12, 15, 20, 0)),  # noqa: DTZ001
    ],
)
def test_nobody_is_woken(begins: datetime, minutes: int, expected: datetime) -> None:
    assert wall(remind_at(begins.replace(tzinfo=BRUSSELS), minutes, BRUSSELS)) == expected


def test_one_reminder_at_most_counts_at_a_time() -> None:
    begins = datetime(2026, 12, 15, 12, 30, tzinfo=UTC)
    for minutes, moment, until in reminders(begins, REMINDERS, BRUSSELS):
        for now in (moment, until - timedelta(seconds=1)):
            found = reminder_now(begins, REMINDERS, BRUSSELS, now)
            assert found is not None
            assert found.minutes == minutes
    assert reminder_now(begins, REMINDERS, BRUSSELS, begins) is None
    assert reminder_now(begins, (), BRUSSELS, begins - timedelta(hours=1)) is None


@dataclass(frozen=True)
class Party:
    people: int


@given(st.lists(st.builds(Party, st.integers(1, 6))), st.integers(0, 20))
def test_nobody_gets_a_place_that_is_not_there_and_no_place_is_left_that_fits(waiting: list[Party], free: int) -> None:
    chosen = moving_up(waiting, free)
    taken = sum(party.people for party in chosen)
    left = [party for party in waiting if not any(party is one for one in chosen)]
    assert taken <= free
    assert all(party.people > free - taken for party in left)
    assert moving_up(waiting, None) == waiting


def test_free_places() -> None:
    assert free_places(None, [Party(3)]) is None
    assert free_places(5, [Party(3)]) == 2
    assert free_places(2, [Party(3)]) == 0, "the team took places away"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("13:30-15:30", (time(13, 30), time(15, 30))),
        ("13h30 à 15h", (time(13, 30), time(15))),
        ("van 9u tot 11u30", (time(9), time(11, 30))),
        ("من 13:30 إلى 15:30", (time(13, 30), time(15, 30))),
        ("٩:٣٠", (time(9, 30), None)),
        ("14", (time(14), None)),
    ],
)
def test_typed_hours(typed: str, expected: tuple[time, time | None]) -> None:
    assert read_hours(typed) == expected


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "9:75", "9-10-11", "2026"])
def test_what_is_no_hour(typed: str) -> None:
    with pytest.raises(NoSuchTime):
        read_hours(typed)


def test_times_in_order() -> None:
    in_order(time(13), time(13, 30), time(15))
    for wrong in ((None, time(13), time(13)), (time(14), time(13), time(15))):
        with pytest.raises(EndsTooEarly):
            in_order(*wrong)


def test_each_month_on_the_same_weekday() -> None:
    assert nth_of_month(date(2026, 12, 15)) == [3]
    assert nth_of_month(date(2026, 11, 24)) == [4, LAST]
    assert nth_of_month(date(2026, 12, 29)) == [LAST]
    assert monthly(date(2026, 12, 29), LAST, 3) == [date(2026, 12, 29), date(2027, 1, 26), date(2027, 2, 23)]
