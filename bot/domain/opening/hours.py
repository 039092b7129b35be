"""Is it open? What the schedules, closures, extra openings and public holidays of one location say about any moment."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial
from zoneinfo import ZoneInfo

from bot.domain.opening import holidays, recurrence
from bot.domain.opening.holidays import Holiday
from bot.domain.opening.recurrence import ScheduleRule
from bot.domain.opening.sessions import ClosureSpan, Day, ExtraOpeningDay, Session, Status
from bot.domain.wall_time import closing, opening

HORIZON = 400
"""How many days ahead the next opening is looked for."""
FORTNIGHT = 14
_YEARS_KEPT = 16
_DAYS_KEPT = 500
_DAY = timedelta(days=1)


class OpeningHours:
    """Answers about one location; built once from rows that no longer change.

    A session belongs to the day on which it opens: a closure or holiday leaves alone what began the day before.
    An extra opening stands on a closed day too. On a public holiday it replaces the schedules: that is what the team
    has confirmed.
    """

    def __init__(
        self,
        zone: ZoneInfo,
        schedules: Iterable[ScheduleRule],
        closures: Iterable[ClosureSpan],
        extra_openings: Iterable[ExtraOpeningDay],
        country: str | None,
    ) -> None:
        """`country`: whose public holidays count (two letters), None for none.

        Raises ValueError for a rule, closure or country that makes no sense.
        """
        self.zone = zone
        self._schedules: list[tuple[ScheduleRule, Callable[[int], frozenset[date]]]] = []
        for rule in schedules:
            recurrence.check(rule)
            self._schedules.append((rule, lru_cache(_YEARS_KEPT)(partial(recurrence.dates, rule))))
        self._closures = tuple(closures)
        if any(closure.ends_on < closure.starts_on for closure in self._closures):
            raise ValueError("ends_on: expected starts_on or later")
        self._extra_openings: defaultdict[date, list[ExtraOpeningDay]] = defaultdict(list)
        for extra in extra_openings:
            self._extra_openings[extra.date].append(extra)
        if country is not None:
            holidays.check(country)
        self._country = country
        self._day = lru_cache(_DAYS_KEPT)(self._work_out)

    def on(self, day: date) -> Day:
        """What is known about this date, taken in the zone of the location."""
        if isinstance(day, datetime):
            raise TypeError("expected a date in the location's zone, not an instant")
        return self._day(day)

    def _work_out(self, day: date) -> Day:
        closure = next((closure for closure in self._closures if closure.starts_on <= day <= closure.ends_on), None)
        holiday = self._holidays(day.year).get(day)
        extra = self._extra_openings.get(day, [])
        ordinary: list[ScheduleRule] = []
        if closure is None and not (holiday and extra):
            ordinary = [rule for rule, dates in self._schedules if day in dates(day.year)]
        sessions = sorted(self._opening(day, [*ordinary, *extra]), key=lambda session: (session.opens, session.closes))
        return Day(day, tuple(sessions), closure, holiday, unsure=holiday is not None and bool(sessions) and not extra)

    def days(self, first: date, count: int) -> tuple[Day, ...]:
        """`count` days in a row from `first`."""
        return tuple(self._days(first, count))

    def next_opening(self, after: datetime) -> Session | None:
        """The first certain session that starts after this instant; None if there is none in `HORIZON` days."""
        after = _instant(after)
        return next((session for session in self._certain(self._date(after), HORIZON) if session.opens > after), None)

    def at(self, instant: datetime) -> Status:
        """How things stand at this instant. Raises ValueError if it has no time zone."""
        now = _instant(instant)
        today = self._date(now)
        # Where clocks go back over midnight, even the day before yesterday and tomorrow have a session now.
        running = [
            (day.unsure, session)
            for day in self._days(today - 2 * _DAY, 4)
            for session in day.sessions
            if session.opens <= now < session.closes
        ]
        certain = tuple(session for unsure, session in running if not unsure)
        until = self._end_of(certain, today) if certain else None
        endless = bool(certain) and until is None
        next_opening = None if endless else self.next_opening(until or now)
        return Status(
            instant=now.astimezone(self.zone),
            state="open" if certain else "unsure" if running else "closed",
            sessions=certain or tuple(session for _, session in running),
            until=until,
            day=self.on(today),
            next_opening=next_opening,
            unsure_days=() if endless else tuple(self._unsure_days(now, next_opening)),
        )

    def _date(self, instant: datetime) -> date:
        return instant.astimezone(self.zone).date()

    def _holidays(self, year: int) -> Mapping[date, Holiday]:
        return holidays.public_holidays(self._country, year) if self._country else {}

    def _opening(self, day: date, rules: Iterable[ScheduleRule | ExtraOpeningDay]) -> Iterator[Session]:
        for rule in rules:
            last = day if rule.opens_at < rule.closes_at else day + _DAY
            opens, closes = opening(day, rule.opens_at, self.zone), closing(last, rule.closes_at, self.zone)
            if opens != closes:  # both skipped when clocks go forward
                yield Session(opens, closes, rule)

    def _days(self, first: date, count: int) -> Iterator[Day]:
        return (self.on(first + number * _DAY) for number in range(count))

    def _certain(self, first: date, count: int) -> Iterator[Session]:
        return (session for day in self._days(first, count) if not day.unsure for session in day.sessions)

    def _end_of(self, running: Iterable[Session], today: date) -> datetime | None:
        end = max(session.closes.astimezone(UTC) for session in running)
        for session in self._certain(today, FORTNIGHT):
            if session.opens > end:
                break
            end = max(end, session.closes.astimezone(UTC))
        return end.astimezone(self.zone) if self._date(end) < today + FORTNIGHT * _DAY else None

    def _unsure_days(self, now: datetime, before: Session | None) -> Iterator[Day]:
        first = self._date(now) - 2 * _DAY
        count = HORIZON if before is None else (before.opens.date() - first).days + 1
        for day in self._days(first, count):
            if day.unsure and any(
                session.closes > now and (before is None or session.opens < before.opens) for session in day.sessions
            ):
                yield day


def _instant(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return moment.astimezone(UTC)
