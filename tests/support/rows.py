"""Rows as the database would hand them to the opening-hours rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.opening.hours import OpeningHours

BRUSSELS = ZoneInfo("Europe/Brussels")


@dataclass(frozen=True)
class Rule:
    freq: str = "WEEKLY"
    byday: str | None = None
    bymonthday: str | None = None
    opens_at: time = time(9)
    closes_at: time = time(12)
    interval: int = 1
    dtstart: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Closed:
    starts_on: date
    ends_on: date
    reason: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Extra:
    date: date
    opens_at: time
    closes_at: time
    reason: Mapping[str, str] = field(default_factory=dict)


def weekly(byday: str, opens_at: str, closes_at: str) -> Rule:
    return Rule("WEEKLY", byday, opens_at=time.fromisoformat(opens_at), closes_at=time.fromisoformat(closes_at))


def extra(day: str, opens_at: str, closes_at: str) -> Extra:
    return Extra(date.fromisoformat(day), time.fromisoformat(opens_at), time.fromisoformat(closes_at))


def closed(starts_on: str, ends_on: str) -> Closed:
    return Closed(date.fromisoformat(starts_on), date.fromisoformat(ends_on), {"fr": "congés", "nl": "vakantie"})


def hours(
    *schedules: Rule,
    closures: Iterable[Closed] = (),
    extra_openings: Iterable[Extra] = (),
    zone: str = "Europe/Brussels",
    country: str | None = "BE",
) -> OpeningHours:
    return OpeningHours(ZoneInfo(zone), schedules, closures, extra_openings, country)


def brussels(local: str, *, fold: int = 0) -> datetime:
    """What the clock shows in Brussels, as the instant in UTC; fold=1 is the second time in the repeated hour."""
    return datetime.fromisoformat(local).replace(tzinfo=BRUSSELS, fold=fold).astimezone(UTC)
