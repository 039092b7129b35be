"""The encrypted parts of requests, and who looked at them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models.requests import PrivateView, RequestPrivate
from db.upsert import upsert

_write = upsert(
    RequestPrivate,
    lambda new: new.on_conflict_do_update(index_elements=["request_id"], set_={"secret": new.excluded.secret}),
)


async def write(session: AsyncSession, request_id: int, secret: bytes) -> None:
    await session.execute(_write(session), {"request_id": request_id, "secret": secret})


async def read(session: AsyncSession, request_id: int) -> bytes | None:
    found: bytes | None = await session.scalar(
        select(RequestPrivate.secret).where(RequestPrivate.request_id == request_id)
    )
    return found


def note_view(session: AsyncSession, request_id: int, person_id: int, now: datetime) -> None:
    session.add(PrivateView(request_id=request_id, person_id=person_id, at=now))


async def views(session: AsyncSession, request_id: int) -> Sequence[PrivateView]:
    """The latest first."""
    found = select(PrivateView).where(PrivateView.request_id == request_id).order_by(PrivateView.id.desc())
    return (await session.scalars(found)).all()
