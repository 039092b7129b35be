"""Personal invitations, and the wrong ones that people try."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.invitations import LOCKED_OUT_FOR, WITHIN, WRONG_TRIES
from db.models.team import Invitation, WrongTry
from db.rows import changed

_unused = (Invitation.used_at.is_(None), Invitation.revoked_at.is_(None))


async def waiting(
    session: AsyncSession, roles: Collection[str], now: datetime, first: int, count: int
) -> tuple[Sequence[Invitation], int]:
    """A part of those that can still be used, the newest first, and how many there are."""
    asked = select(Invitation, func.count().over()).where(*_valid(now), Invitation.role.in_(roles))
    rows = await session.execute(asked.order_by(Invitation.created_at.desc()).offset(first).limit(count))
    found = rows.all()
    return [row[0] for row in found], found[0][1] if found else 0


async def open_link(session: AsyncSession, token_hash: str, person_id: int, now: datetime) -> Invitation | None:
    """From now on it is this person's alone. None if it is not there, over, or somebody else's."""
    mine = Invitation.opened_by == person_id
    opening = (
        update(Invitation)
        .where(
            Invitation.token_hash == token_hash,
            or_(Invitation.opened_at.is_(None), mine),
            Invitation.revoked_at.is_(None),
            or_(Invitation.expires_at > now, Invitation.used_at.is_not(None)),
        )
        .values(opened_by=person_id, opened_at=func.coalesce(Invitation.opened_at, now))
        .returning(Invitation)
    )
    return (await session.scalars(opening)).one_or_none()


async def opened_by(session: AsyncSession, person_id: int, now: datetime) -> Invitation | None:
    """The one whose charter they are reading."""
    mine = select(Invitation).where(Invitation.opened_by == person_id, *_valid(now))
    return (await session.scalars(mine.order_by(Invitation.opened_at.desc()).limit(1))).one_or_none()


async def revoke(session: AsyncSession, token_hash: str, roles: Collection[str], now: datetime) -> bool:
    """False if it was used or revoked before."""
    this = update(Invitation).where(Invitation.token_hash == token_hash, Invitation.role.in_(roles), *_unused)
    return await changed(session, this.values(revoked_at=now)) == 1


async def use(session: AsyncSession, token_hash: str, now: datetime) -> bool:
    """False if it was used or revoked meanwhile."""
    this = update(Invitation).where(Invitation.token_hash == token_hash, *_valid(now))
    return await changed(session, this.values(used_at=now)) == 1


async def wrong_tries(session: AsyncSession, person_id: int) -> Sequence[datetime]:
    """When this person tried wrong links, the newest first, as many as matter."""
    asked = select(WrongTry.at).where(WrongTry.person_id == person_id)
    return (await session.scalars(asked.order_by(WrongTry.at.desc(), WrongTry.id.desc()).limit(WRONG_TRIES))).all()


async def note_wrong_try(session: AsyncSession, person_id: int, now: datetime) -> None:
    """And forget the tries, of anybody, that count no more."""
    session.add(WrongTry(person_id=person_id, at=now))
    await session.execute(delete(WrongTry).where(WrongTry.at < now - WITHIN - LOCKED_OUT_FOR))


def _valid(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (*_unused, Invitation.expires_at > now)
