"""Messages in which something private stands: each has a notice that takes it away, in two days or at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.notices import FINAL, NoticeKind, NoticeState
from db.models.notices import IS_PENDING, Notice
from db.models.requests import HelpRequest, PrivateView, RelayMessage
from db.queries.notices import notices
from db.queries.requests import relay_messages

IS_WAITING = (IS_PENDING, Notice.kind == NoticeKind.REQUEST_TAKEN_AWAY)
OF_REQUEST = Notice.params["request"].as_integer()


async def add(
    session: AsyncSession,
    chat_id: int,
    message_id: int,
    params: dict[str, Any],
    due_at: datetime,
    dedupe_key: str | None = None,
) -> None:
    """`params`: request, code, and media: what the message is if not text (Telegram's word)."""
    row = {
        "chat_id": chat_id,
        "kind": NoticeKind.REQUEST_TAKEN_AWAY,
        "bulk": NoticeKind.REQUEST_TAKEN_AWAY.bulk,
        "params": params,
        "due_at": due_at,
        "expires_at": due_at + NoticeKind.REQUEST_TAKEN_AWAY.lifetime,
        "message_id": message_id,
        "dedupe_key": dedupe_key,
    }
    await notices.add(session, [row])


async def from_requests(session: AsyncSession, now: datetime, requests: Iterable[HelpRequest]) -> None:
    """What was private about them goes from every chat: who still may, looks again."""
    ids = [request.id for request in requests]
    if ids:
        lookers = select(PrivateView.person_id).where(PrivateView.request_id.in_(ids))
        await _hurry(session, now, Notice.chat_id.in_(lookers), OF_REQUEST.in_(ids))
        await _relayed(
            session, now, RelayMessage.request_id.in_(ids), RelayMessage.from_id == HelpRequest.for_person_id
        )


async def from_chat(session: AsyncSession, now: datetime, chat_id: int, request_id: int | None = None) -> None:
    """What this person was shown, of one request or of all."""
    these = (request_id == OF_REQUEST,) if request_id is not None else ()
    await _hurry(session, now, Notice.chat_id == chat_id, *these)


async def written_by(session: AsyncSession, now: datetime, person_id: int) -> None:
    """What they wrote to the other through the bot; and the notices forget who wrote it."""
    theirs = RelayMessage.from_id == person_id
    await _relayed(session, now, theirs)
    keys = select(relay_messages.NOTICE_KEY).where(theirs)
    await session.execute(delete(Notice).where(Notice.dedupe_key.in_(keys)))


async def forget(session: AsyncSession) -> None:
    """What has been taken away leaves no row."""
    await session.execute(delete(Notice).where(Notice.kind == NoticeKind.REQUEST_TAKEN_AWAY, Notice.state.in_(FINAL)))


async def _hurry(session: AsyncSession, now: datetime, *which: ColumnElement[bool]) -> None:
    later = update(Notice).where(*IS_WAITING, Notice.due_at > now, *which)
    await session.execute(later.values(due_at=now).execution_options(synchronize_session=False))


async def _relayed(session: AsyncSession, now: datetime, *which: ColumnElement[bool]) -> None:
    """What has arrived goes from the other's chat; what has not will not."""
    found = (
        select(Notice)
        .join(RelayMessage, Notice.dedupe_key == relay_messages.NOTICE_KEY)
        .join(HelpRequest, HelpRequest.id == RelayMessage.request_id)
        .where(*which)
    )
    passed: Sequence[Notice] = (await session.scalars(found)).all()
    for notice in passed:
        if notice.state == NoticeState.PENDING and notice.dedupe_key:
            await notices.cancel(session, now, dedupe_key=notice.dedupe_key)
        elif notice.message_id is not None:
            key = f"{NoticeKind.REQUEST_TAKEN_AWAY}.{notice.dedupe_key}"
            await add(session, notice.chat_id, notice.message_id, _about(notice), now, key)


def _about(notice: Notice) -> dict[str, Any]:
    return {name: notice.params.get(name) for name in ("request", "code", "media")}
