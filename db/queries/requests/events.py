"""What happened to requests, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.requests import Action
from db.models.requests import RequestEvent


def note(
    session: AsyncSession, request_id: int, now: datetime, who: int | None, what: Action, detail: dict[str, Any]
) -> None:
    """`who`: None for the bot itself. `detail`: nothing that anybody wrote."""
    session.add(RequestEvent(request_id=request_id, at=now, who=who, what=what, detail=detail))


async def of(session: AsyncSession, request_id: int) -> Sequence[RequestEvent]:
    """The first one first."""
    found = select(RequestEvent).where(RequestEvent.request_id == request_id).order_by(RequestEvent.id)
    return (await session.scalars(found)).all()
