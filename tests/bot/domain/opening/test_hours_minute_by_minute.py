"""OpeningHours against a walk through every minute."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from bot.domain.opening.hours import OpeningHours
from bot.domain.opening.sessions import Status
from tests.support.minute_by_minute import DAY, Timetable, Walk, minutes_shown_open
from tests.support.rows import Closed, Rule
from tests.support.timetables import timetables

DAYS = 5


def opening_hours(timetable: Timetable) -> OpeningHours:
    return OpeningHours(timetable.zone, timetable.rules, timetable.closures, timetable.extra_openings, country="BE")


@given(timetables())
@settings(max_examples=50, deadline=None)
def test_sessions_are_the_minutes_that_a_walk_finds_open(case: tuple[Timetable, date]) -> None:
    timetable, around = case
    first = around - 2 * DAY
    walk = Walk(timetable, first, DAYS)
    for day in opening_hours(timetable).days(first, DAYS):
        found = [(s.opens.astimezone(UTC), s.closes.astimezone(UTC), s.rule) for s in day.sessions]
        runs = [run for run in walk.runs if run.day == day.date]
        expected = [(walk.minutes[run.first], walk.minutes[run.end], run.rule) for run in runs]
        assert sorted(found, key=str) == sorted(expected, key=str)
        assert day.unsure == any(not run.certain for run in runs)
        assert list(day.sessions) == sorted(day.sessions, key=lambda s: (s.opens.timestamp(), s.closes.timestamp()))


@given(timetables())
@settings(max_examples=50, deadline=None)
def test_status_is_what_a_walk_finds_at_that_minute(case: tuple[Timetable, date]) -> None:
    timetable, around = case
    walk = Walk(timetable, around - 2 * DAY, DAYS)
    hours = opening_hours(timetable)
    for minute in telling_minutes(walk):
        status = hours.at(walk.minutes[minute])
        check_state(walk, minute, status)
        check_what_comes_next(walk, minute, status)


def telling_minutes(walk: Walk) -> list[int]:
    """Both sides of each opening and closing, and some in between, in the middle of the walk."""
    middle = range(4 * 1440, (DAYS + 2) * 1440)
    edges = {minute + step for run in walk.runs for minute in (run.first, run.end) for step in (-1, 0, 1)}
    return sorted(minute for minute in edges | set(middle[::419]) if minute in middle)


def check_state(walk: Walk, minute: int, status: Status) -> None:
    state = "open" if walk.certain[minute] else "unsure" if walk.doubtful[minute] else "closed"
    running = [run.rule for run in walk.runs if run.first <= minute < run.end and run.certain == (state == "open")]
    assert status.state == state
    assert sorted((session.rule for session in status.sessions), key=str) == sorted(running, key=str)
    assert status.instant.astimezone(UTC) == walk.minutes[minute]
    assert status.day.date == walk.walls[minute].date()


def check_what_comes_next(walk: Walk, minute: int, status: Status) -> None:
    last = minute
    if status.state == "open":
        last = walk.until(minute)
        if last >= walk.known:
            assert status.until is None or status.until.timestamp() >= walk.minutes[walk.known].timestamp()
            return
        assert status.until is not None
        assert status.until.astimezone(UTC) == walk.minutes[last]
    else:
        assert status.until is None
    upcoming = walk.next_opening(last)
    opens = status.next_opening.opens.astimezone(UTC) if status.next_opening else None
    if upcoming is not None and upcoming < walk.known:
        assert opens == walk.minutes[upcoming]
    else:
        assert opens is None or opens >= walk.minutes[walk.known]
    unsure_days = [day.date for day in status.unsure_days if day.date <= walk.last_day]
    assert unsure_days == walk.in_doubt(minute, upcoming)


@pytest.mark.parametrize("zone", ["Europe/Brussels", "Africa/Cairo"])
def test_every_minute_of_two_years(zone: str) -> None:
    """By nothing but what the wall shows at each minute; no session here begins or ends in a repeated hour."""
    timetable = Timetable(
        ZoneInfo(zone),
        (
            Rule("WEEKLY", "MO", opens_at=time(9), closes_at=time(12)),
            Rule("WEEKLY", "TH", opens_at=time(14), closes_at=time(16)),
            Rule("WEEKLY", "SA,SU,TH", opens_at=time(20), closes_at=time(4)),
            Rule("MONTHLY", "-1WE", opens_at=time(0), closes_at=time(0)),
        ),
        (Closed(date(2026, 12, 24), date(2027, 1, 3)),),
        (),
    )
    found: set[int] = set()
    for day in opening_hours(timetable).days(date(2025, 12, 31), 731):
        for session in day.sessions:
            found.update(range(int(session.opens.timestamp()), int(session.closes.timestamp()), 60))
    start, end = (int(datetime(year, 1, 1, tzinfo=timetable.zone).timestamp()) for year in (2026, 2028))
    assert {second for second in found if start <= second < end} == set(minutes_shown_open(timetable, start, end))
