"""The team: who is in it, with which role."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.roles import ADMINISTRATOR, COORDINATOR, RESIDENT, VOLUNTEER
from db.models.directory import Organization
from db.models.people import Person
from db.models.team import Change, Invitation, RoleChange, Volunteer

RANK = case({ADMINISTRATOR: 0, COORDINATOR: 1, VOLUNTEER: 2}, value=Person.role, else_=0)


class Member(NamedTuple):
    id: int
    role: str
    deactivated_at: datetime | None
    name: str | None
    """None until they accept the charter."""
    languages: list[str] | None


_MEMBER = select(Person.id, Person.role, Person.deactivated_at, Volunteer.name, Volunteer.languages).outerjoin(
    Volunteer, Volunteer.person_id == Person.id
)


async def members(
    session: AsyncSession, administrators: Collection[int], first: int, count: int
) -> tuple[Sequence[Member], int]:
    """A part of the list, and how many there are; those who are deactivated come last."""
    asked = (
        _MEMBER.add_columns(func.count().over())
        .where(_in_team(administrators))
        .order_by(Person.deactivated_at.is_not(None), RANK, func.lower(Volunteer.name), Person.id)
        .offset(first)
        .limit(count)
    )
    rows = (await session.execute(asked)).all()
    return [Member(*row[:-1]) for row in rows], rows[0][-1] if rows else 0


async def member(session: AsyncSession, person_id: int, administrators: Collection[int]) -> Member | None:
    """Locked until the end of the transaction."""
    asked = _MEMBER.where(Person.id == person_id, _in_team(administrators)).with_for_update(of=Person)
    row = (await session.execute(asked)).one_or_none()
    return Member(*row) if row else None


async def coordinators(session: AsyncSession) -> set[int]:
    """Those who are told what the team must know; the settings' administrators beside."""
    asked = select(Person.id).where(Person.role.in_((COORDINATOR, ADMINISTRATOR)), Person.deactivated_at.is_(None))
    return set(await session.scalars(asked))


async def administrators(session: AsyncSession) -> set[int]:
    """Locked, so that two of them cannot take each other's role away in the same instant."""
    active = select(Person.id).where(Person.role == ADMINISTRATOR, Person.deactivated_at.is_(None))
    return set(await session.scalars(active.order_by(Person.id).with_for_update()))


async def set_role(session: AsyncSession, person_id: int, role: str) -> None:
    await session.execute(update(Person).where(Person.id == person_id).values(role=role))


async def set_deactivated(session: AsyncSession, person_id: int, at: datetime | None) -> None:
    """With what they were writing: it would wait for an answer that does not count."""
    await session.execute(update(Person).where(Person.id == person_id).values(deactivated_at=at, expects=None))


async def revoke_invitations_by(session: AsyncSession, person_id: int, now: datetime) -> None:
    mine = Invitation.created_by == person_id
    unused = update(Invitation).where(mine, Invitation.used_at.is_(None), Invitation.revoked_at.is_(None))
    await session.execute(unused.values(revoked_at=now))


async def volunteer(session: AsyncSession, person_id: int) -> Volunteer | None:
    return await session.get(Volunteer, person_id)


async def accept_charter(
    session: AsyncSession, now: datetime, person_id: int, name: str, organization: Organization
) -> Volunteer:
    """The organization's charter as it is now. The rest of the profile stays."""
    accepting = await volunteer(session, person_id)
    if not accepting:
        accepting = Volunteer(person_id=person_id, joined_at=now, languages=[], areas=[], topics=[], days=[])
        session.add(accepting)
    accepting.name = name
    accepting.charter_version = organization.charter["version"] if organization.charter else None
    accepting.charter_accepted_at = now
    return accepting


async def changes(session: AsyncSession, person_id: int, count: int) -> Sequence[RoleChange]:
    """The latest changes of somebody's role."""
    asked = select(RoleChange).where(RoleChange.person_id == person_id)
    return (await session.scalars(asked.order_by(RoleChange.id.desc()).limit(count))).all()


def note_change(session: AsyncSession, now: datetime, by: int | None, person_id: int, what: Change, role: str) -> None:
    session.add(RoleChange(at=now, by_id=by, person_id=person_id, what=what, role=role))


def _in_team(administrators: Collection[int]) -> ColumnElement[bool]:
    return or_(Person.role != RESIDENT, Person.id.in_(administrators))


async def names(session: AsyncSession, administrators: Collection[int]) -> dict[int, str]:
    """What those in the team are called who have written to the bot, by Telegram id; empty without a profile."""
    found = select(Person.id, Volunteer.name).outerjoin(Volunteer, Volunteer.person_id == Person.id)
    asked = found.where(_in_team(administrators)).order_by(func.lower(Volunteer.name), Person.id)
    return {row.id: row.name or "" for row in await session.execute(asked)}
