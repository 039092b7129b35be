"""The same answers by walking through every minute: slow, plain, and written apart from the rules that it judges."""

import calendar
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from dateutil.easter import easter

from tests.support.rows import Closed, Extra, Rule

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def is_belgian_holiday(day: date) -> bool:
    """The ten legal holidays, Easter and Pentecost."""
    moving = [easter(day.year) + timedelta(days) for days in (0, 1, 39, 49, 50)]
    fixed = [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)]
    return day in moving or (day.month, day.day) in fixed


def takes_place(rule: Rule, day: date) -> bool:
    limits = [day >= first for first in (rule.dtstart, rule.valid_from) if first]
    limits += [day <= rule.valid_to] if rule.valid_to else []
    return all(limits) and _in_step(rule, day) and _named(rule, day)


def _in_step(rule: Rule, day: date) -> bool:
    if rule.interval == 1:
        return True
    start = rule.dtstart
    assert start is not None
    if rule.freq == "DAILY":
        steps = (day - start).days
    elif rule.freq == "WEEKLY":
        steps = ((day - timedelta(day.weekday())) - (start - timedelta(start.weekday()))).days // 7
    else:
        steps = day.year * 12 + day.month - start.year * 12 - start.month
    return steps % rule.interval == 0


def _named(rule: Rule, day: date) -> bool:
    length = calendar.monthrange(day.year, day.month)[1]
    weekday = WEEKDAYS[day.weekday()]
    from_start, from_end = (day.day - 1) // 7 + 1, (length - day.day) // 7 + 1
    day_names = {weekday, f"{from_start}{weekday}", f"+{from_start}{weekday}", f"-{from_end}{weekday}"}
    numbers = {str(day.day), str(day.day - length - 1)}
    return (rule.byday is None or bool(day_names & set(rule.byday.split(",")))) and (
        rule.bymonthday is None or bool(numbers & set(rule.bymonthday.split(",")))
    )


@dataclass(frozen=True)
class Timetable:
    zone: ZoneInfo
    rules: tuple[Rule, ...]
    closures: tuple[Closed, ...]
    extra_openings: tuple[Extra, ...]

    def opening_on(self, day: date) -> tuple[Sequence[Rule | Extra], bool]:
        """Which sessions the day has, and whether they are certain."""
        extra = [extra for extra in self.extra_openings if extra.date == day]
        ordinary = [rule for rule in self.rules if takes_place(rule, day)]
        if any(closure.starts_on <= day <= closure.ends_on for closure in self.closures):
            return extra, True
        if is_belgian_holiday(day):
            return (extra, True) if extra else (ordinary, False)
        return [*ordinary, *extra], True


def minutes_shown_open(timetable: Timetable, start: int, end: int) -> Iterator[int]:
    """Of all minutes between two instants (seconds since 1970), those at which the wall shows an opening hour."""
    opening_on = cache(timetable.opening_on)
    for second in range(start, end, 60):
        wall = datetime.fromtimestamp(second, timetable.zone)
        now, today = wall.time(), wall.date()
        todays, yesterdays = opening_on(today)[0], opening_on(today - DAY)[0]
        if any(
            rule.opens_at <= now < rule.closes_at or now >= rule.opens_at >= rule.closes_at for rule in todays
        ) or any(now < rule.closes_at <= rule.opens_at for rule in yesterdays):
            yield second


@dataclass(frozen=True)
class Run:
    """A session as the minutes of the walk during which it is open."""

    day: date
    rule: Rule | Extra
    certain: bool
    first: int
    end: int


class Walk:
    """Every minute of the days from `first` on, in UTC, and what the wall shows at each."""

    def __init__(self, timetable: Timetable, first: date, days: int) -> None:
        # Room on both sides for sessions that begin before the first day and end after the last, in any zone.
        start = datetime(first.year, first.month, first.day, tzinfo=UTC) - 3 * DAY
        self.minutes = [start + number * MINUTE for number in range((days + 6) * 1440)]
        self.walls = [minute.astimezone(timetable.zone).replace(tzinfo=None, fold=0) for minute in self.minutes]
        self.last_day = first + days * DAY
        self.runs = [run for day in range(-1, days + 1) for run in self._runs(timetable, first + day * DAY)]
        self.known = next(minute for minute, wall in enumerate(self.walls) if wall.date() > self.last_day)
        """From this minute on there may be sessions that the walk has not looked at."""
        self.certain = self._during(certain=True)
        self.doubtful = self._during(certain=False)

    def _runs(self, timetable: Timetable, day: date) -> list[Run]:
        rules, certain = timetable.opening_on(day)
        return [run for rule in rules if (run := self._run(day, rule, certain)).first < run.end]

    def _run(self, day: date, rule: Rule | Extra, certain: bool) -> Run:
        """Open from the minute when the wall first shows the opening time or a later one, and as long as it will still
        show a time before the closing time."""
        opens = datetime.combine(day, rule.opens_at)
        closes = datetime.combine(day if rule.opens_at < rule.closes_at else day + DAY, rule.closes_at)
        first = next(minute for minute, wall in enumerate(self.walls) if wall >= opens)
        last = next(minute for minute in reversed(range(len(self.walls))) if self.walls[minute] < closes)
        return Run(day, rule, certain, first, last + 1)

    def _during(self, *, certain: bool) -> list[bool]:
        during = [False] * len(self.minutes)
        for run in self.runs:
            if run.certain == certain:
                during[run.first : run.end] = [True] * (run.end - run.first)
        return during

    def until(self, minute: int) -> int:
        """The first minute from this one on when it is not certainly open."""
        return next(later for later in itertools.count(minute) if not self.certain[later])

    def next_opening(self, minute: int) -> int | None:
        """The first minute after this one when a certain session begins; None if there is none in the walk."""
        return min((run.first for run in self.runs if run.certain and run.first > minute), default=None)

    def in_doubt(self, minute: int, before: int | None) -> list[date]:
        """The days with a doubtful session that is not over at this minute, and begins before the other minute."""
        runs = [run for run in self.runs if not run.certain and run.end > minute]
        return sorted({run.day for run in runs if before is None or run.first < before})
