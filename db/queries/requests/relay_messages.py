"""Which message went where, between a resident and a volunteer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, cast, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models.notices import Notice
from db.models.requests import RelayMessage

KEY = "relay."
"""With the number of the relayed message: the key of the notice that takes it to the other."""
NOTICE_KEY = literal(KEY) + cast(RelayMessage.id, String)


async def add(session: AsyncSession, request_id: int, from_id: int, message_id: int, to_id: int, now: datetime) -> str:
    """Returns the key for its notice."""
    passed = RelayMessage(request_id=request_id, from_id=from_id, message_id=message_id, to_id=to_id, at=now)
    session.add(passed)
    await session.flush()
    return f"{KEY}{passed.id}"


async def request_of(session: AsyncSession, person_id: int, message_id: int) -> int | None:
    """The request to which a message in this person's chat belongs, if it came through the bot."""
    got = select(RelayMessage.request_id).join(Notice, Notice.dedupe_key == NOTICE_KEY)
    found: int | None = await session.scalar(
        got.where(RelayMessage.to_id == person_id, Notice.message_id == message_id).limit(1)
    )
    return found
