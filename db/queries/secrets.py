"""Everything that is encrypted, wherever it stands: for a change of keys."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from db.models.requests import Appointment, HelpRequest, RequestPrivate

Place = tuple[InstrumentedAttribute[int], InstrumentedAttribute[bytes] | InstrumentedAttribute[bytes | None]]
PLACES: tuple[Place, ...] = (
    (RequestPrivate.request_id, RequestPrivate.secret),
    (HelpRequest.id, HelpRequest.debrief),
    (Appointment.id, Appointment.place),
)
"""Which column, and by what its row is found."""


async def batch(session: AsyncSession, place: Place, after: int, limit: int) -> Sequence[Row[int, bytes | None]]:
    """The next ones: key and secret."""
    key, secret = place
    found = select(key, secret).where(secret.is_not(None), key > after).order_by(key).limit(limit)
    return (await session.execute(found)).all()


async def replace(session: AsyncSession, place: Place, at: int, old: bytes, new: bytes) -> None:
    """Unless somebody has written something else there meanwhile."""
    key, secret = place
    await session.execute(update(key.class_).where(key == at, secret == old).values({secret: new}))


async def some(session: AsyncSession) -> bytes | None:
    """Any one: to see whether the keys fit."""
    for _, secret in PLACES:
        if found := await session.scalar(select(secret).where(secret.is_not(None)).limit(1)):
            return bytes(found)
    return None
