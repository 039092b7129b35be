"""How many answered to meetings that are over, and how many came: counts by month, without names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

FEWEST = 5
"""Of fewer than this, somebody could be recognised: such a number is not told."""


class Held(Protocol):
    """One meeting that is over."""

    @property
    def starts_at(self) -> datetime: ...
    @property
    def answers(self) -> int: ...
    @property
    def came(self) -> int:
        """People, those who were announced with somebody included."""

    @property
    def stayed_away(self) -> int:
        """People who had said that they come."""


@dataclass(frozen=True)
class Month:
    first: date = field(default=date.min)
    meetings: int = 0
    answers: int = 0
    came: int = 0
    stayed_away: int = 0
    ticked: bool = False
    """Whether anybody noted who came; else nobody knows who stayed away."""


def by_month(held: Iterable[Held], zone: ZoneInfo) -> list[Month]:
    """The latest first; months without a meeting are left out."""
    months: dict[date, Month] = {}
    for one in held:
        first = one.starts_at.astimezone(zone).date().replace(day=1)
        month = months.get(first, Month(first))
        ticked = one.came > 0
        months[first] = replace(
            month,
            meetings=month.meetings + 1,
            answers=month.answers + one.answers,
            came=month.came + one.came,
            stayed_away=month.stayed_away + (one.stayed_away if ticked else 0),
            ticked=month.ticked or ticked,
        )
    return [months[first] for first in sorted(months, reverse=True)]


def told(count: int) -> int | None:
    """None for a number that is too small to be told."""
    return count if count == 0 or count >= FEWEST else None
