"""What is known about one session, one day and one moment at a location."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal, Protocol

from bot.domain.opening.holidays import Holiday
from bot.domain.opening.recurrence import ScheduleRule


class ClosureSpan(Protocol):
    """Whole days, both ends included. What opens on the day before and ends after midnight is not touched."""

    @property
    def starts_on(self) -> date: ...

    @property
    def ends_on(self) -> date: ...

    @property
    def reason(self) -> Mapping[str, str]:
        """Per language code."""


class ExtraOpeningDay(Protocol):
    """A session on one date, whatever else is said about that date."""

    @property
    def date(self) -> date: ...

    @property
    def opens_at(self) -> time: ...

    @property
    def closes_at(self) -> time:
        """Up to `opens_at`: ends the next day."""

    @property
    def reason(self) -> Mapping[str, str]:
        """Per language code."""


@dataclass(frozen=True)
class Session:
    """Open from `opens` until just before `closes`: both aware, in the location's zone.

    Compare them with an instant in UTC: Python compares two datetimes of one zone by what the wall shows.
    """

    opens: datetime
    closes: datetime
    rule: ScheduleRule | ExtraOpeningDay


@dataclass(frozen=True)
class Day:
    """A date in the location's zone, with the sessions that open on it (they may end on the next), in order."""

    date: date
    sessions: tuple[Session, ...]
    closure: ClosureSpan | None
    holiday: Holiday | None
    unsure: bool
    """A public holiday on which the ordinary sessions have been neither cancelled nor confirmed: please call."""


@dataclass(frozen=True)
class Status:
    """How things stand at `instant` (aware, in the location's zone)."""

    instant: datetime
    state: Literal["open", "closed", "unsure"]
    """Open as soon as one certain session runs; unsure if only sessions of unsure days do."""
    sessions: tuple[Session, ...]
    """Those that run at this instant: certain ones if open, doubtful ones if unsure, none if closed."""
    until: datetime | None
    """When open: the end of the last certain session that follows without a break; None if that is two weeks off."""
    day: Day
    """The date that it is: its closure or holiday is why it is closed."""
    next_opening: Session | None
    """The first certain session that starts after `until` (or after `instant`, if not open)."""
    unsure_days: tuple[Day, ...]
    """Unsure days with a session that is not over yet and starts before `next_opening`."""
