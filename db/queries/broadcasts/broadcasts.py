"""Broadcasts: found, started, stopped, and how far they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.broadcasts import BroadcastState
from bot.domain.notices import NoticeState
from db.models.broadcasts import Broadcast
from db.models.notices import Notice
from db.rows import changed


async def find(session: AsyncSession, broadcast_id: int) -> Broadcast | None:
    return await session.get(Broadcast, broadcast_id)


async def find_to_change(session: AsyncSession, broadcast_id: int) -> Broadcast | None:
    """Nobody else changes it until the end of the transaction."""
    return await session.get(Broadcast, broadcast_id, with_for_update=True)


async def latest(session: AsyncSession, limit: int) -> Sequence[Broadcast]:
    """The newest first; what was thrown away is not among them."""
    asked = (
        select(Broadcast).where(Broadcast.state != BroadcastState.CANCELLED).order_by(Broadcast.id.desc()).limit(limit)
    )
    return (await session.scalars(asked)).all()


async def due(session: AsyncSession, now: datetime) -> Sequence[int]:
    """The ids of those that are to start."""
    asked = select(Broadcast.id).where(Broadcast.state == BroadcastState.SCHEDULED, Broadcast.due_at <= now)
    return (await session.scalars(asked.order_by(Broadcast.due_at, Broadcast.id))).all()


async def start(session: AsyncSession, broadcast_id: int, now: datetime) -> bool:
    """True for the one who starts it: not for another process, and not if it was called off or put off meanwhile."""
    ready = update(Broadcast).where(
        Broadcast.id == broadcast_id, Broadcast.state == BroadcastState.SCHEDULED, Broadcast.due_at <= now
    )
    return await changed(session, ready.values(state=BroadcastState.SENDING, started_at=now)) == 1


async def stop(session: AsyncSession, broadcast_id: int) -> bool:
    """True if it was being sent. Its progress is to be shown again soon."""
    running = update(Broadcast).where(Broadcast.id == broadcast_id, Broadcast.state == BroadcastState.SENDING)
    return await changed(session, running.values(state=BroadcastState.STOPPED, progress_at=None)) == 1


async def on_the_way(session: AsyncSession) -> Sequence[int]:
    """The ids of those that are being sent, but for what is sent in quiet hours too."""
    asked = select(Broadcast.id).where(Broadcast.state == BroadcastState.SENDING, Broadcast.over_quiet_hours.is_(False))
    return (await session.scalars(asked)).all()


async def stopped(session: AsyncSession) -> Sequence[int]:
    """The ids of those that were stopped and whose end was not shown yet."""
    asked = select(Broadcast.id).where(Broadcast.state == BroadcastState.STOPPED, Broadcast.finished_at.is_(None))
    return (await session.scalars(asked)).all()


async def put_back(session: AsyncSession, broadcast_id: int) -> bool:
    """True if it was planned and had not started: it is a draft again."""
    planned = update(Broadcast).where(Broadcast.id == broadcast_id, Broadcast.state == BroadcastState.SCHEDULED)
    return await changed(session, planned.values(state=BroadcastState.DRAFT)) == 1


async def put_back_invitations(session: AsyncSession, meeting_id: str) -> int:
    """As `put_back`, of those that announce that meeting; returns how many."""
    planned = update(Broadcast).where(Broadcast.meeting_id == meeting_id, Broadcast.state == BroadcastState.SCHEDULED)
    return await changed(session, planned.values(state=BroadcastState.DRAFT))


async def send_again(session: AsyncSession, broadcast_id: int, now: datetime, expires_at: datetime) -> int:
    """Copies of which nobody knows whether they arrived wait once more; returns how many."""
    unknown = update(Notice).where(Notice.broadcast_id == broadcast_id, Notice.state == NoticeState.UNKNOWN)
    waiting = {"state": NoticeState.PENDING, "due_at": now, "expires_at": expires_at, "finished_at": None}
    return await changed(session, unknown.values(waiting))


async def to_report(session: AsyncSession, before: datetime) -> Sequence[int]:
    """The ids of those whose end was not shown yet, and their progress not since that instant."""
    asked = select(Broadcast.id).where(
        Broadcast.state.in_((BroadcastState.SENDING, BroadcastState.STOPPED, BroadcastState.DONE)),
        Broadcast.finished_at.is_(None),
        or_(Broadcast.progress_at <= before, Broadcast.progress_at.is_(None)),
    )
    return (await session.scalars(asked.order_by(Broadcast.id))).all()


async def report(session: AsyncSession, broadcast_id: int, now: datetime, before: datetime) -> bool:
    """True for the one process that shows the progress now."""
    mine = update(Broadcast).where(
        Broadcast.id == broadcast_id, or_(Broadcast.progress_at.is_(None), Broadcast.progress_at <= before)
    )
    return await changed(session, mine.values(progress_at=now)) == 1


async def reported(
    session: AsyncSession, broadcast_id: int, message_id: int | None, finished_at: datetime | None
) -> None:
    """Keep the message that shows the progress; with `finished_at`, it has shown the end."""
    told = update(Broadcast).where(Broadcast.id == broadcast_id)
    await session.execute(told.values(progress_message_id=message_id, finished_at=finished_at))
