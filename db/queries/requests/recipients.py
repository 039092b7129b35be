"""Which volunteers are told of requests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.roles import RESIDENT
from db.models.people import Person
from db.models.team import Volunteer

ACTIVE = Person.deactivated_at.is_(None)


async def volunteers(session: AsyncSession, notify: Literal["now", "daily"]) -> Sequence[Volunteer]:
    """Those who are active and want to be told so."""
    found = select(Volunteer).join(Person, Person.id == Volunteer.person_id)
    wanting = found.where(Volunteer.notify == notify, Person.role != RESIDENT, ACTIVE, Person.unreachable_at.is_(None))
    return (await session.scalars(wanting.order_by(Volunteer.person_id))).all()


async def others(session: AsyncSession, person_id: int) -> Sequence[Volunteer]:
    """Everybody active to whom this volunteer may hand something over."""
    found = select(Volunteer).join(Person, Person.id == Volunteer.person_id)
    active = found.where(Volunteer.person_id != person_id, Person.role != RESIDENT, ACTIVE)
    return (await session.scalars(active.order_by(Volunteer.name, Volunteer.person_id))).all()
