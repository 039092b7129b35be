"""When a meeting takes place, as a coordinator types or picks it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from dateutil.rrule import MONTHLY, rrule, weekday

from bot.domain.errors import EndsTooEarly, NoSuchTime

TIME = re.compile(r"(?<!\d)(\d{1,2})(?:\s*[:hHuU.]\s*(\d{2})?)?(?!\d)")
LAST = 5
"""Which weekday of its month: a fifth one is always the last."""


def read_hours(typed: str) -> tuple[time, time | None]:
    """`13:30`, `13h30 - 15h30`, `de 9h à 11h`: the start, and the end if it is said. Else NoSuchTime."""
    found = [(int(match[1]), int(match[2] or 0)) for match in TIME.finditer(typed)]
    try:
        times = [time(hour, minute) for hour, minute in found]
    except ValueError:
        raise NoSuchTime from None
    if not 1 <= len(times) <= 2:
        raise NoSuchTime
    return times[0], times[1] if len(times) == 2 else None


def in_order(welcome: time | None, starts: time | None, ends: time | None) -> None:
    """EndsTooEarly unless these times of one day follow each other."""
    if starts and ends and ends <= starts:
        raise EndsTooEarly
    if welcome and starts and welcome > starts:
        raise EndsTooEarly


def nth_of_month(day: date) -> list[int]:
    """Which weekday of its month it is: the second (2), and perhaps also the last."""
    nth = (day.day - 1) // 7 + 1
    is_last = (day + timedelta(days=7)).month != day.month
    return ([nth] if nth < LAST else []) + ([LAST] if is_last else [])


def monthly(first: date, nth: int, count: int) -> list[date]:
    """So many, the first included, each on the n-th such weekday of its month."""
    midnight = datetime.combine(first, time.min)
    rule = rrule(MONTHLY, dtstart=midnight, count=count, byweekday=weekday(first.weekday())(-1 if nth == LAST else nth))
    return [moment.date() for moment in rule]
