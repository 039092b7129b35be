"""Timetables for property tests, with a taste for what goes wrong: midnight, clock changes, edges that touch."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from dateutil.easter import easter
from hypothesis import strategies as st

from tests.support.minute_by_minute import DAY, WEEKDAYS, Timetable
from tests.support.rows import Closed, Extra, Rule

ZONES = ("Europe/Brussels", "America/Lima", "America/Asuncion", "Africa/Cairo", "America/St_Johns", "Europe/Bucharest")
EDGES = (
    time(0),
    time(0, 30),
    time(1),
    time(2),
    time(2, 30),
    time(3),
    time(9),
    time(12),
    time(22),
    time(23),
    time(23, 30),
)
ORDINALS = ("", "1", "2", "+3", "4", "5", "-1", "-2", "-5")

dates = st.dates(date(2003, 1, 1), date(2033, 12, 31))
times = st.sampled_from(EDGES) | st.builds(time, st.integers(0, 23), st.integers(0, 59))


def around(day: date, before: int, after: int) -> st.SearchStrategy[date]:
    return st.integers(-before, after).map(lambda days: day + days * DAY)


def _weekdays(ordinals: tuple[str, ...]) -> st.SearchStrategy[str]:
    one = st.builds(str.__add__, st.sampled_from(ordinals), st.sampled_from(WEEKDAYS))
    return st.lists(one, min_size=1, max_size=5).map(",".join)


month_days = st.lists(st.sampled_from(("1", "2", "15", "28", "29", "30", "31", "-1", "-2")), min_size=1).map(",".join)
frequencies = st.one_of(
    st.tuples(st.just("DAILY"), st.none() | _weekdays(("",)), st.none()),
    st.tuples(st.just("WEEKLY"), _weekdays(("",)), st.none()),
    st.tuples(st.just("MONTHLY"), _weekdays(ORDINALS), st.none() | month_days),
    st.tuples(st.just("MONTHLY"), st.none(), month_days),
)


@st.composite
def rules(draw: st.DrawFn, near: st.SearchStrategy[date] = dates) -> Rule:
    freq, byday, bymonthday = draw(frequencies)
    dtstart = draw(st.none() | near)
    return Rule(
        freq,
        byday,
        bymonthday,
        draw(times),
        draw(times),
        interval=draw(st.integers(1, 5)) if dtstart else 1,
        dtstart=dtstart,
        valid_from=(first := draw(st.none() | near)),
        valid_to=draw(st.none() | near.filter(lambda last: first is None or first <= last)),
    )


@cache
def clock_changes(zone: ZoneInfo, year: int) -> tuple[date, ...]:
    """The days on which the zone's clocks go forward or back."""
    noons = [datetime(year, 1, 1, 12, tzinfo=UTC) + number * DAY for number in range(366)]
    return tuple(
        noon.date()
        for noon in noons
        if noon.astimezone(zone).utcoffset() != (noon - timedelta(days=1)).astimezone(zone).utcoffset()
    )


@st.composite
def moments_to_watch(draw: st.DrawFn, zone: ZoneInfo) -> date:
    year = draw(st.integers(2003, 2033))
    holidays = (easter(year) + DAY, date(year, 11, 11), date(year, 12, 31))
    return draw(st.sampled_from((*clock_changes(zone, year), *clock_changes(zone, year), *holidays)) | dates)


@st.composite
def timetables(draw: st.DrawFn) -> tuple[Timetable, date]:
    """A timetable, and a date around which it has something to tell."""
    zone = ZoneInfo(draw(st.sampled_from(ZONES)))
    day = draw(moments_to_watch(zone))
    starts = draw(st.lists(around(day, 3, 2), max_size=2))
    extras = st.builds(Extra, around(day, 2, 2), times, times)
    return (
        Timetable(
            zone,
            tuple(draw(st.lists(rules(around(day, 30, 3)), max_size=4))),
            tuple(Closed(start, start + draw(st.integers(0, 2)) * DAY) for start in starts),
            tuple(draw(st.lists(extras, max_size=2))),
        ),
        day,
    )
