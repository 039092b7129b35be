"""Notices: written, cancelled, counted. What is over keeps its row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, func, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.notices import Failure, NoticeKind, NoticeState
from db.models.notices import IS_PENDING, IS_SENDING, Notice
from db.rows import changed
from db.upsert import insert_into, upsert

NEW: dict[str, Any] = {
    "state": NoticeState.PENDING,
    "attempts": 0,
    "params": {},
    "dedupe_key": None,
    "broadcast_id": None,
}
_add = upsert(Notice, lambda new: new.on_conflict_do_nothing())


async def add(session: AsyncSession, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write new notices (column → value); one whose dedupe_key is there already changes nothing."""
    await session.execute(_add(session), [NEW | dict(row) for row in rows])


async def add_copies(session: AsyncSession, recipients: Select[int], broadcast_id: int, due_at: datetime) -> int:
    """A copy of a broadcast to everybody whose id the query gives, once however often it is called; returns how many.

    The rows never leave the database.
    """
    chat_id = recipients.subquery().c[0]
    each = {"chat_id": chat_id}
    return await _add_for_each(session, NoticeKind.BROADCAST_COPY, each, broadcast_id, due_at)


async def add_edits(session: AsyncSession, received: Select[int, int], broadcast_id: int, due_at: datetime) -> int:
    """As `add_copies`, for a query that gives chat id and message id: that message is changed."""
    chat_id, message_id = received.subquery().c
    each = {"chat_id": chat_id, "message_id": message_id}
    return await _add_for_each(session, NoticeKind.BROADCAST_EDIT, each, broadcast_id, due_at)


async def _add_for_each(
    session: AsyncSession,
    kind: NoticeKind,
    each: Mapping[str, ColumnElement[int]],
    broadcast_id: int,
    due_at: datetime,
) -> int:
    rows: dict[str, Any] = {
        **each,
        "kind": literal(kind.value),
        "bulk": literal(kind.bulk),
        "params": literal({}, Notice.params.type),
        "due_at": literal(due_at, Notice.due_at.type),
        "expires_at": literal(due_at + kind.lifetime, Notice.expires_at.type),
        "dedupe_key": literal(f"{kind}.{broadcast_id}.") + cast(each["chat_id"], String),
        "state": literal(NoticeState.PENDING.value),
        "attempts": literal(0),
        "broadcast_id": literal(broadcast_id),
    }
    # `WHERE …`: without one SQLite reads ON CONFLICT as a join's ON.
    chosen = select(*rows.values()).where(each["chat_id"].is_not(None))
    new = insert_into(session, Notice).from_select(list(rows), chosen, include_defaults=False)
    return await changed(session, new.on_conflict_do_nothing())


async def cancel(
    session: AsyncSession,
    now: datetime,
    *,
    broadcast_id: int | None = None,
    dedupe_key: str | None = None,
    limit: int | None = None,
) -> int:
    """What is still waiting of a broadcast, or the one with that key, will not go out; returns how many.

    What is on its way just now arrives, or is not tried again. With `limit`, so many at most.
    """
    which = Notice.broadcast_id == broadcast_id if dedupe_key is None else Notice.dedupe_key == dedupe_key
    await session.execute(update(Notice).where(which, IS_SENDING).values(failure=Failure.STOPPED))
    some = Notice.id.in_(select(Notice.id).where(which, IS_PENDING).limit(limit)) if limit else which
    waiting = update(Notice).where(some, IS_PENDING)
    return await changed(session, waiting.values(state=NoticeState.CANCELLED, finished_at=now))


async def put_off(
    session: AsyncSession, broadcast_id: int, now: datetime, due_at: datetime, expires_at: datetime, limit: int
) -> int:
    """What is due of a broadcast goes out later; returns how many, `limit` at most."""
    due = select(Notice.id).where(Notice.broadcast_id == broadcast_id, IS_PENDING, Notice.due_at <= now).limit(limit)
    waiting = update(Notice).where(Notice.id.in_(due), IS_PENDING)
    return await changed(session, waiting.values(due_at=due_at, expires_at=expires_at))


async def counts(session: AsyncSession, broadcast_id: int) -> dict[NoticeState, int]:
    """How many of a broadcast's notices are in each state."""
    asked = select(Notice.state, func.count()).where(Notice.broadcast_id == broadcast_id).group_by(Notice.state)
    return {NoticeState(state): count for state, count in await session.execute(asked)}
