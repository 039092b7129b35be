"""A date and a time as somebody types them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.errors import NoSuchTime
from bot.domain.wall_time import opening

AHEAD = timedelta(days=366)
LONG_AGO = timedelta(days=183)  # a day without a year that is longer past than this is meant for next year
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ,]|$)")
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?=[\s,]|$)")
BETWEEN = re.compile(r"^\D{0,15}")  # "at", "om", "la ora"
TIME = re.compile(r"(\d{1,2})(?:\s*[:hu.]\s*(\d{2})|\s*[hu])?")


def read_time(typed: str, now: datetime, named: Mapping[str, date]) -> datetime:
    """`2026-11-23 09:00`, `23/11 9h30`, `tomorrow 9:30` or `14:00` as an instant in the zone of `now`.

    `named`: what days are called in the language of the person, in lower case. NoSuchTime for anything else.
    """
    words = " ".join(typed.lower().split())
    day, rest = _day(words, now.date(), named)
    if day:
        rest = BETWEEN.sub("", rest)
    found = TIME.fullmatch(rest)
    if not found or (day is None and rest.isdecimal()):  # a number alone is no time of day
        raise NoSuchTime
    zone = now.tzinfo
    assert isinstance(zone, ZoneInfo)
    try:
        moment = opening(day or now.date(), time(int(found[1]), int(found[2] or 0)), zone)
    except ValueError:
        raise NoSuchTime from None
    if moment > now + AHEAD:
        raise NoSuchTime
    return moment


def _day(words: str, today: date, named: Mapping[str, date]) -> tuple[date | None, str]:
    """The day that the words begin with, if they do, and the rest."""
    try:
        if found := ISO.match(words):
            return date(int(found[1]), int(found[2]), int(found[3])), words[found.end() :]
        if found := DAY_FIRST.match(words):
            return _nearest(int(found[1]), int(found[2]), found[3], today), words[found.end() :]
    except ValueError:
        raise NoSuchTime from None
    name = max((name for name in named if words.startswith(name)), key=len, default=None)
    return (named[name], words[len(name) :]) if name else (None, words)


def _nearest(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year > today - LONG_AGO else date(today.year + 1, month, day)
