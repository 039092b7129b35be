"""Which message went where, between a resident and a volunteer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models.requests import RelayMessage


async def add(
    session: AsyncSession, request_id: int, from_id: int, message_id: int, to_id: int, now: datetime
) -> RelayMessage:
    passed = RelayMessage(request_id=request_id, from_id=from_id, message_id=message_id, to_id=to_id, at=now)
    session.add(passed)
    await session.flush()
    return passed


async def arrived(session: AsyncSession, relay_id: int, sent_message_id: int) -> None:
    there = update(RelayMessage).where(RelayMessage.id == relay_id)
    await session.execute(there.values(sent_message_id=sent_message_id))


async def request_of(session: AsyncSession, person_id: int, message_id: int) -> int | None:
    """The request to which a message in this person's chat belongs, if it came through the bot."""
    got = select(RelayMessage.request_id).where(
        RelayMessage.to_id == person_id, RelayMessage.sent_message_id == message_id
    )
    found: int | None = await session.scalar(got.limit(1))
    return found
