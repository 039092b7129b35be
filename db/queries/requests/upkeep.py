"""Requests about which something is to be done because time has passed. Each is given out once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, TextClause, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models.notices import Notice
from db.models.requests import (
    IS_CLAIMED,
    IS_DRAFT,
    IS_KEPT,
    IS_ON_BOARD,
    Appointment,
    HelpRequest,
    RelayMessage,
    RequestEvent,
    RequestPrivate,
)
from db.queries.requests.appointments import awaited_for_request
from db.rows import changed

BATCH = 500


async def to_ask(session: AsyncSession, now: datetime, silent_since: datetime) -> Sequence[HelpRequest]:
    """Claimed ones of which nothing was heard, unless they will be asked after an appointment."""
    silent = (IS_CLAIMED, HelpRequest.asked_at.is_(None), HelpRequest.heard_at < silent_since)
    return await _mark(session, *silent, ~awaited_for_request(), asked_at=now)


async def asked(session: AsyncSession, request_ids: Collection[int], now: datetime) -> None:
    """From now on the holder's answer is waited for."""
    await session.execute(update(HelpRequest).where(HelpRequest.id.in_(request_ids)).values(asked_at=now))


async def to_warn_of(session: AsyncSession, now: datetime, waiting_since: datetime) -> Sequence[HelpRequest]:
    """Open ones that nobody takes."""
    waiting = (IS_ON_BOARD, HelpRequest.warned_at.is_(None), HelpRequest.board_since < waiting_since)
    return await _mark(session, *waiting, warned_at=now)


async def _mark(
    session: AsyncSession, *which: ColumnElement[bool] | TextClause, **values: Any
) -> Sequence[HelpRequest]:
    marked = (
        update(HelpRequest)
        .where(*which)
        .values(values)
        .returning(HelpRequest)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    return (await session.scalars(marked)).all()


async def forget_drafts(session: AsyncSession, before: datetime) -> int:
    """Those that nobody has touched since; returns how many."""
    old = delete(HelpRequest).where(IS_DRAFT, HelpRequest.changed_at < before)
    return await changed(session, old)


async def purge(session: AsyncSession, now: datetime, before: datetime) -> int:
    """Of requests that ended before: everything goes but what is counted, and the log of looks. Returns how many."""
    ended = select(HelpRequest.id).where(IS_KEPT, HelpRequest.closed_at < before).limit(BATCH)
    ids = list(await session.scalars(ended))
    if ids:
        await empty(session, ids, now)
    return len(ids)


async def empty(session: AsyncSession, ids: Sequence[int], now: datetime) -> None:
    """Leave of these requests: state, topic, area, languages, urgency, outcome and times."""
    for table in (RequestPrivate, RelayMessage, Appointment):
        await session.execute(delete(table).where(table.request_id.in_(ids)))
    await session.execute(delete(Notice).where(Notice.dedupe_key.in_([in_group(one) for one in ids])))
    await session.execute(update(RequestEvent).where(RequestEvent.request_id.in_(ids)).values(who=None))
    nobody = dict.fromkeys(("for_person_id", "logged_by", "holder_id", "offered_to_id", "referent_id"))
    nothing = dict.fromkeys(("sentence", "wanted_when", "debrief"))
    await session.execute(
        update(HelpRequest).where(HelpRequest.id.in_(ids)).values({**nobody, **nothing, "purged_at": now})
    )


def in_group(request_id: int) -> str:
    """The key of the notice to the network's group."""
    return f"request.public.{request_id}"


async def holders(session: AsyncSession, which: ColumnElement[bool]) -> dict[int, int | None]:
    """Who holds each of these, locked until the end of the transaction."""
    held = select(HelpRequest.id, HelpRequest.holder_id).where(IS_CLAIMED, which).with_for_update()
    return {row.id: row.holder_id for row in await session.execute(held)}


async def opened_since_yesterday(session: AsyncSession, now: datetime) -> Sequence[HelpRequest]:
    """Open ones that came to the board in the last 24 hours."""
    fresh = select(HelpRequest).where(IS_ON_BOARD, HelpRequest.board_since > now - timedelta(days=1))
    return (await session.scalars(fresh.order_by(HelpRequest.id))).all()


async def forget_drafts_of(session: AsyncSession, person_id: int) -> None:
    await session.execute(delete(HelpRequest).where(IS_DRAFT, HelpRequest.logged_by == person_id))
