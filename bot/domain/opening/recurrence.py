"""On which dates a schedule takes place: HSDS schedules are RFC 5545 rules in local dates."""

import re
from datetime import date, datetime, time
from typing import Protocol

from dateutil.rrule import rrulestr

_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY")
_WEEKDAYS = re.compile(r"(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*")
_NTH_WEEKDAYS = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*")
_MONTH_DAYS = re.compile(r"-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01]))*")


class ScheduleRule(Protocol):
    """A recurring session, in the wall time of its location."""

    @property
    def freq(self) -> str:
        """DAILY, WEEKLY or MONTHLY."""

    @property
    def interval(self) -> int:
        """Every n-th day, week (from Monday) or month, counted from `dtstart`."""

    @property
    def byday(self) -> str | None:
        """Weekdays, "MO,TH"; with MONTHLY also the n-th of the month, "2TU,-1FR" (-1 is the last)."""

    @property
    def bymonthday(self) -> str | None:
        """Days of the month, "1,15,-1" (-1 is the last)."""

    @property
    def dtstart(self) -> date | None:
        """Nothing takes place before it, and `interval` counts from it."""

    @property
    def valid_from(self) -> date | None:
        """First date, included."""

    @property
    def valid_to(self) -> date | None:
        """Last date, included."""

    @property
    def opens_at(self) -> time: ...

    @property
    def closes_at(self) -> time:
        """Up to `opens_at`: ends the next day."""


def check(rule: ScheduleRule) -> None:
    """Raises ValueError, naming the field and what was expected, unless the rule says clearly when it takes place."""
    if rule.freq not in _FREQUENCIES:
        raise ValueError(f"freq: expected {', '.join(_FREQUENCIES)}, not {rule.freq!r}")
    _check_interval(rule)
    _check_days(rule)
    if rule.valid_from and rule.valid_to and rule.valid_to < rule.valid_from:
        raise ValueError(f"valid_to: expected valid_from ({rule.valid_from}) or later, not {rule.valid_to}")
    for field, at in (("opens_at", rule.opens_at), ("closes_at", rule.closes_at)):
        if at.tzinfo is not None:
            raise ValueError(f"{field}: expected the location's own wall time, not one with a time zone")


def _check_interval(rule: ScheduleRule) -> None:
    if rule.interval < 1:
        raise ValueError(f"interval: expected 1 or more, not {rule.interval}")
    if rule.interval > 1 and rule.dtstart is None:
        raise ValueError(f"dtstart: expected a date from which to count interval {rule.interval}")


def _check_days(rule: ScheduleRule) -> None:
    if rule.freq == "WEEKLY" and not rule.byday:
        raise ValueError("byday: expected weekdays for a WEEKLY schedule, such as MO,TH")
    if rule.freq == "MONTHLY" and not rule.byday and not rule.bymonthday:
        raise ValueError("byday: expected weekdays such as 2TU, or bymonthday such as 1,15, for a MONTHLY schedule")
    if rule.byday is not None:
        nth = rule.freq == "MONTHLY"
        if not (_NTH_WEEKDAYS if nth else _WEEKDAYS).fullmatch(rule.byday):
            example = "2TU,-1FR" if nth else "MO,TH, and 2TU only if MONTHLY"
            raise ValueError(f"byday: expected weekdays such as {example}, not {rule.byday!r}")
    if rule.bymonthday is not None:
        if rule.freq == "WEEKLY":
            raise ValueError("bymonthday: expected only in a MONTHLY or DAILY schedule")
        if not _MONTH_DAYS.fullmatch(rule.bymonthday):
            raise ValueError(f"bymonthday: expected days of the month such as 1,15, not {rule.bymonthday!r}")


def dates(rule: ScheduleRule, year: int) -> frozenset[date]:
    """The year's dates on which a session of the rule opens. The rule has passed `check`."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    # Only an interval needs the true start to count from; a near one spares going through all the years between.
    start = first if rule.dtstart is None or (rule.interval == 1 and rule.dtstart < first) else rule.dtstart
    recurrence = rrulestr(_rfc5545(rule), dtstart=_midnight(start))
    days = (moment.date() for moment in recurrence.between(_midnight(first), _midnight(last), inc=True))
    return frozenset(day for day in days if (rule.valid_from or day) <= day <= (rule.valid_to or day))


def _rfc5545(rule: ScheduleRule) -> str:
    parts = [f"FREQ={rule.freq}", f"INTERVAL={rule.interval}", "WKST=MO"]
    parts += [f"BYDAY={_byday(rule.freq, rule.byday)}"] if rule.byday else []
    parts += [f"BYMONTHDAY={rule.bymonthday}"] if rule.bymonthday else []
    return ";".join(parts)


def _byday(freq: str, byday: str) -> str:
    if freq != "MONTHLY":
        return byday
    # dateutil reads "MO,-1SU" as the Mondays that are also the last Sunday, so every Monday is numbered too.
    names = byday.split(",")
    return ",".join(name if len(name) > 2 else ",".join(f"{nth}{name}" for nth in range(1, 6)) for name in names)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)
