"""Dated appointments on requests."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Literal

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.requests import RequestState
from db.models.requests import Appointment, HelpRequest

STANDS = Appointment.cancelled_at.is_(None)


async def find(session: AsyncSession, appointment_id: int) -> Appointment | None:
    return await session.get(Appointment, appointment_id, populate_existing=True)


async def of(session: AsyncSession, request_ids: Collection[int], since: datetime) -> Sequence[Appointment]:
    """Those that stand and are later than that, the earliest first."""
    found = select(Appointment).where(Appointment.request_id.in_(request_ids), STANDS, Appointment.at > since)
    return (await session.scalars(found.order_by(Appointment.at, Appointment.id))).all()


async def cancel_coming(session: AsyncSession, request_ids: Sequence[int], now: datetime) -> None:
    """When nobody holds the request any more, nobody comes."""
    coming = update(Appointment).where(Appointment.request_id.in_(request_ids), STANDS, Appointment.at > now)
    await session.execute(coming.values(cancelled_at=now, remind_at=None, ask_at=None))


async def take_due(
    session: AsyncSession, now: datetime, what: Literal["remind_at", "ask_at"]
) -> list[tuple[Appointment, HelpRequest]]:
    """Those of claimed requests about which somebody is to be told now, each given out once."""
    due = getattr(Appointment, what)
    claimed = exists().where(HelpRequest.id == Appointment.request_id, HelpRequest.state == RequestState.CLAIMED)
    taken = (
        update(Appointment)
        .where(due <= now, STANDS, claimed)
        .values({what: None})
        .returning(Appointment)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    rows = (await session.scalars(taken)).all()
    requests = select(HelpRequest).where(HelpRequest.id.in_([row.request_id for row in rows]))
    by_id = {request.id: request for request in await session.scalars(requests)} if rows else {}
    return [(row, by_id[row.request_id]) for row in rows]


def awaited_for_request() -> ColumnElement[bool]:
    """That the request has an appointment after which the volunteer is still to be asked."""
    return exists().where(Appointment.request_id == HelpRequest.id, STANDS, Appointment.ask_at.is_not(None))
