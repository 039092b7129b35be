"""Notices as rows: written, taken and marked below delivery."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.domain.notices import NoticeKind, NoticeState
from db.models.notices import Notice
from db.queries.notices import deliveries, notices
from db.queries.notices.deliveries import Result, over
from db.session import Sessions

JOINED, COPY = NoticeKind.TEAM_JOINED, NoticeKind.BROADCAST_COPY
NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)
AMINA, MARC, GROUP = 5_000_000_001, 5_000_000_002, -1_000_000_001


def notice(
    chat_id: int = AMINA, kind: NoticeKind = JOINED, due: timedelta = timedelta(), **others: Any
) -> dict[str, Any]:
    row = {"chat_id": chat_id, "kind": kind, "bulk": kind.bulk, "due_at": NOW + due, "expires_at": NOW + HOUR}
    return row | {"dedupe_key": None, "broadcast_id": None, "params": {}} | others


async def write(sessions: Sessions, *rows: dict[str, Any]) -> None:
    async with sessions.begin() as session:
        await notices.add(session, rows)


async def take(sessions: Sessions, now: datetime = NOW, limit: int = 10, process: str = "a") -> list[int]:
    async with sessions.begin() as session:
        return [row.id for row in await deliveries.take_due(session, now, limit, process)]


async def states(sessions: Sessions) -> list[str]:
    async with sessions() as session:
        return list(await session.scalars(select(Notice.state).order_by(Notice.id)))


def sent(ids: Iterable[int]) -> list[Result]:
    return [
        over(Notice(id=number, chat_id=AMINA, due_at=NOW, attempts=0), NoticeState.SENT, message_id=100 + number)
        for number in ids
    ]
