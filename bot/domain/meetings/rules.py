"""Who has a place at a meeting, until when one may answer, and when people are reminded of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple, Protocol, TypeVar
from zoneinfo import ZoneInfo

from bot.domain.broadcasts import QUIET_FROM, QUIET_UNTIL
from bot.domain.wall_time import opening

Rsvp = Literal["going", "maybe", "not_going", "waitlisted"]
REMINDED = frozenset({"going", "maybe"})
HOUR, DAY = 60, 24 * 60
REMINDERS = (7 * DAY, DAY, 2 * HOUR)
"""Minutes before the start, unless the team wants others."""
MOST_PEOPLE = 6  # that one person may announce
EVENING = time(20, 0)
TIME_TO_LEAVE = timedelta(minutes=30)


class Party(Protocol):
    """One person's answer."""

    @property
    def people(self) -> int:
        """With whom they come, themselves included."""


Waiting = TypeVar("Waiting", bound=Party)


class Reminder(NamedTuple):
    """Sent from `at` on; from `until` on it is too late. Both aware."""

    minutes: int
    at: datetime
    until: datetime


def before(starts_at: datetime, minutes: int, zone: ZoneInfo) -> datetime:
    """So many minutes before; whole days are counted on the wall, so that the time of day stays the same."""
    if minutes % DAY:
        return (starts_at.astimezone(UTC) - timedelta(minutes=minutes)).astimezone(zone)
    local = starts_at.astimezone(zone)
    return opening(local.date() - timedelta(minutes=minutes), local.time(), zone)


def remind_at(starts_at: datetime, minutes: int, zone: ZoneInfo) -> datetime:
    """Not in the quiet hours: in the morning if there is still time then, or else on the evening before."""
    moment = before(starts_at, minutes, zone)
    if QUIET_UNTIL <= moment.time() < QUIET_FROM:
        return moment
    if moment.time() >= QUIET_FROM:
        return opening(moment.date(), EVENING, zone)
    morning = opening(moment.date(), QUIET_UNTIL, zone)
    if morning + TIME_TO_LEAVE <= starts_at:
        return morning
    return opening(moment.date() - timedelta(days=1), EVENING, zone)


def reminders(starts_at: datetime, minutes: Iterable[int], zone: ZoneInfo) -> list[Reminder]:
    """In order. Each counts until the next one, the last until the start: nobody gets two at once."""
    moments = {remind_at(starts_at, each, zone): each for each in sorted(minutes, reverse=True)}
    begins = sorted(moments)
    return [Reminder(moments[at], at, until) for at, until in pairwise([*begins, starts_at])]


def reminder_now(starts_at: datetime, minutes: Iterable[int], zone: ZoneInfo, now: datetime) -> Reminder | None:
    """The one that counts at this moment."""
    return next((each for each in reminders(starts_at, minutes, zone) if each.at <= now < each.until), None)


def free_places(capacity: int | None, going: Iterable[Party]) -> int | None:
    """None: as many as want to."""
    return None if capacity is None else max(capacity - sum(party.people for party in going), 0)


def moving_up(waiting: Sequence[Waiting], free: int | None) -> list[Waiting]:
    """Who gets a place, first come first served; a party for whom there are too few lets the next one go first."""
    chosen = []
    for party in waiting:
        if free is None or party.people <= free:
            chosen.append(party)
            free = None if free is None else free - party.people
    return chosen
