"""What the desk is like now: the directory, and the opening hours of each of its places."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.opening.hours import OpeningHours
from db.models.directory import Location
from db.queries import directory as directories
from db.queries.directory import Directory

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Of the week, as RFC 5545 writes them."""
Part = Literal["languages", "areas", "topics", "days"]
"""What somebody chooses of what the desk offers."""


class Desk:
    """One revision of the directory. Never changes; a new revision is a new Desk."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self._hours = {location.id: self._opening_hours(location) for location in directory.locations}

    def hours(self, location: Location) -> OpeningHours:
        return self._hours[location.id]

    def today(self, location: Location, now: datetime) -> date:
        """The date at that place."""
        return now.astimezone(self.directory.zone(location)).date()

    def _opening_hours(self, location: Location) -> OpeningHours:
        directory = self.directory
        return OpeningHours(
            directory.zone(location),
            directory.schedules_at(location),
            directory.closures_at(location),
            directory.extra_openings_at(location),
            directory.organization.country,
        )


class DeskCache:
    """Reads the whole directory again only when its revision has grown."""

    def __init__(self) -> None:
        self._desk: Desk | None = None

    async def read(self, session: AsyncSession, revision: int | None = None) -> Desk:
        """The desk as the database has it in this transaction; `revision` saves asking which one that is.

        NoResultFound before the first import.
        """
        if revision is None:
            revision = await directories.revision(session)
        if not self._desk or self._desk.directory.organization.revision != revision:
            self._desk = Desk(await directories.load(session))
        return self._desk


def choices(desk: Desk, part: Part) -> Sequence[str]:
    """What can be chosen, in the order in which people see it."""
    organization = desk.directory.organization
    match part:
        case "languages":
            return organization.spoken_languages or organization.languages
        case "areas":
            return [area["id"] for area in organization.areas]
        case "topics":
            return [service.id for service in desk.directory.services]
        case "days":
            return DAYS
