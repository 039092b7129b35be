"""The whole directory in one read: small enough to keep in memory until its revision grows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.base import Base
from db.models.directory import Closure, ExtraOpening, Location, Organization, Schedule, Service
from db.models.meetings import Meeting

Row = TypeVar("Row", bound=Base)
_REVISION = select(Organization.__table__.c.revision)  # asked for at each update: not by the ORM, and built once


@dataclass(frozen=True)
class Directory:
    """Rows that belong to no session any more, in the order in which people see them."""

    organization: Organization
    locations: tuple[Location, ...]
    services: tuple[Service, ...]
    schedules: tuple[Schedule, ...]
    closures: tuple[Closure, ...]
    extra_openings: tuple[ExtraOpening, ...]
    meetings: tuple[Meeting, ...]

    @property
    def main_location(self) -> Location:
        """The pack's first: every pack has one."""
        return self.locations[0]

    def location(self, id: str | None) -> Location | None:
        return next((location for location in self.locations if location.id == id), None)

    def service(self, id: str) -> Service | None:
        return next((service for service in self.services if service.id == id), None)

    def zone(self, location: Location | None = None) -> ZoneInfo:
        return ZoneInfo((location and location.timezone) or self.organization.timezone)

    def schedules_at(self, location: Location) -> tuple[Schedule, ...]:
        return tuple(schedule for schedule in self.schedules if schedule.location_id == location.id)

    def closures_at(self, location: Location) -> tuple[Closure, ...]:
        return tuple(closure for closure in self.closures if closure.location_id in (None, location.id))

    def extra_openings_at(self, location: Location) -> tuple[ExtraOpening, ...]:
        return tuple(opening for opening in self.extra_openings if opening.location_id == location.id)

    def schedules_of(self, service: Service) -> tuple[Schedule, ...]:
        return tuple(schedule for schedule in self.schedules if service.id in schedule.service_ids)

    def locations_of(self, service: Service) -> tuple[Location, ...]:
        ids = {schedule.location_id for schedule in self.schedules_of(service)}
        return tuple(location for location in self.locations if location.id in ids)

    def upcoming_meetings(self, after: datetime) -> tuple[Meeting, ...]:
        """Those that stand and have not ended at that (aware) instant, the next one first."""
        return tuple(one for one in self.meetings if one.ends_at > after and one.cancelled_at is None)

    def meeting(self, id: str) -> Meeting | None:
        return next((meeting for meeting in self.meetings if meeting.id == id), None)


async def load(session: AsyncSession) -> Directory:
    """Seven selects. NoResultFound before the first import."""
    organization = (await session.scalars(select(Organization))).one()
    session.expunge(organization)
    return Directory(
        organization=organization,
        locations=await _detached(session, select(Location).order_by(Location.position)),
        services=await _detached(session, select(Service).order_by(Service.position)),
        schedules=await _detached(session, select(Schedule).order_by(Schedule.location_id, Schedule.position)),
        closures=await _detached(session, select(Closure).order_by(Closure.starts_on, Closure.id)),
        extra_openings=await _detached(
            session, select(ExtraOpening).order_by(ExtraOpening.date, ExtraOpening.opens_at, ExtraOpening.id)
        ),
        meetings=await _detached(session, select(Meeting).order_by(Meeting.starts_at, Meeting.id)),
    )


async def revision(session: AsyncSession) -> int:
    """0 before the first import."""
    return await session.scalar(_REVISION) or 0


async def changed(session: AsyncSession) -> None:
    """Whoever keeps a Directory reads it again."""
    await session.execute(update(Organization).values(revision=Organization.revision + 1))


async def content_hash(session: AsyncSession) -> str | None:
    """Of the pack that was imported last; None before the first import."""
    return await session.scalar(select(Organization.content_hash))


async def _detached(session: AsyncSession, query: Select[Row]) -> tuple[Row, ...]:
    rows = tuple(await session.scalars(query))
    for row in rows:
        session.expunge(row)
    return rows
