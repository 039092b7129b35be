"""Help requests: drafts, and changes of state by one conditional UPDATE each."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.requests import OVER, TRANSITIONS, Action, RequestState, new_code
from db.models.requests import IS_CLAIMED, IS_DRAFT, HelpRequest, RequestPrivate
from db.upsert import insert_into

RUNNING = HelpRequest.state.in_((RequestState.TO_APPROVE, RequestState.OPEN, RequestState.CLAIMED))
TRIES = 50  # for a code that nobody has: enough until nine in ten are taken
ALWAYS: dict[Action, dict[str, Any]] = {
    Action.RELEASE: {"holder_id": None, "offered_to_id": None, "asked_at": None, "warned_at": None},
    Action.TAKE_BACK: {"holder_id": None, "offered_to_id": None, "asked_at": None, "warned_at": None},
    Action.CLAIM: {"offered_to_id": None, "asked_at": None, "talk_ended_at": None},
    Action.HAND_OVER: {"offered_to_id": None, "asked_at": None, "talk_ended_at": None},
}
"""What a change of state sets whoever asks for it."""


async def add_draft(session: AsyncSession, now: datetime, logged_by: int, for_person_id: int | None) -> HelpRequest:
    """An empty draft with a code of its own."""
    dice = random.SystemRandom()
    row = {
        "state": RequestState.DRAFT,
        "languages": [],
        "days": [],
        "consent": False,
        "created_at": now,
        "changed_at": now,
    }
    for _ in range(TRIES):
        values = row | {"code": new_code(dice), "logged_by": logged_by, "for_person_id": for_person_id}
        new = insert_into(session, HelpRequest).values(values).on_conflict_do_nothing().returning(HelpRequest)
        added: HelpRequest | None = await session.scalar(select(HelpRequest).from_statement(new))
        if added is not None:
            return added
    raise LookupError("no code is free")


async def find(session: AsyncSession, request_id: int) -> HelpRequest | None:
    """As it is now, also where this session has seen it before."""
    return await _first(session, select(HelpRequest).where(HelpRequest.id == request_id))


async def lock(session: AsyncSession, request_id: int) -> HelpRequest | None:
    """As `find`; nobody else can change it until the end of the transaction."""
    return await _first(session, select(HelpRequest).where(HelpRequest.id == request_id).with_for_update())


async def find_by_code(session: AsyncSession, code: str) -> HelpRequest | None:
    return await _first(session, select(HelpRequest).where(HelpRequest.code == code))


async def draft_of(session: AsyncSession, person_id: int) -> HelpRequest | None:
    """The one that they filled in last."""
    own = select(HelpRequest).where(HelpRequest.logged_by == person_id, IS_DRAFT)
    return await _first(session, own.order_by(HelpRequest.changed_at.desc(), HelpRequest.id.desc()).limit(1))


async def draft(session: AsyncSession, request_id: int, person_id: int) -> tuple[HelpRequest, bytes | None] | None:
    """With its encrypted part. Locked until the end of the transaction."""
    both = select(HelpRequest, RequestPrivate.secret).outerjoin(RequestPrivate)
    own = both.where(HelpRequest.id == request_id, HelpRequest.logged_by == person_id, IS_DRAFT)
    locked = own.with_for_update(of=HelpRequest).execution_options(populate_existing=True)
    found = (await session.execute(locked)).one_or_none()
    return (found[0], found[1]) if found else None


async def _first(session: AsyncSession, asked: Select[HelpRequest]) -> HelpRequest | None:
    found: HelpRequest | None = await session.scalar(asked, execution_options={"populate_existing": True})
    return found


async def move(
    session: AsyncSession,
    now: datetime,
    action: Action,
    which: ColumnElement[bool],
    *conditions: ColumnElement[bool],
    **values: Any,
) -> Sequence[HelpRequest]:
    """Change the state of those requests that may take this action and meet the conditions; returns them changed.

    One statement that decides and writes: of many who try at once, one finds the row as it has to be.
    """
    sources, target = TRANSITIONS[action]
    allowed = HelpRequest.state.in_(sources)
    times: dict[str, Any] = {"changed_at": now}
    if target in OVER:
        times["closed_at"] = now
    if target is RequestState.OPEN:
        times |= {"board_since": now, "opened_at": func.coalesce(HelpRequest.opened_at, now)}
    if action is Action.SUBMIT:
        times["board_since"] = now
    if target is RequestState.CLAIMED:
        times |= {
            "claimed_at": now,
            "heard_at": now,
            "first_claimed_at": func.coalesce(HelpRequest.first_claimed_at, now),
        }
    changed = (
        update(HelpRequest)
        .where(which, allowed, *conditions)
        .values({"state": target} | times | ALWAYS.get(action, {}) | values)
        .returning(HelpRequest)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    return (await session.scalars(changed)).all()


def room_for(person_id: int, limit: int) -> ColumnElement[bool]:
    """That this volunteer holds fewer requests than so many."""
    held = select(func.count()).where(HelpRequest.holder_id == person_id, IS_CLAIMED)
    return held.correlate(None).scalar_subquery() < limit


async def held(session: AsyncSession, person_id: int) -> Sequence[HelpRequest]:
    """What this volunteer holds, the oldest claim first."""
    mine = select(HelpRequest).where(HelpRequest.holder_id == person_id, IS_CLAIMED)
    return (await session.scalars(mine.order_by(HelpRequest.claimed_at, HelpRequest.id))).all()


async def running_for(session: AsyncSession, person_id: int) -> Sequence[HelpRequest]:
    """What this resident asked for and what is not over, the newest first."""
    mine = select(HelpRequest).where(HelpRequest.for_person_id == person_id, RUNNING)
    return (await session.scalars(mine.order_by(HelpRequest.id.desc()))).all()


async def asked_by(session: AsyncSession, person_id: int) -> Sequence[HelpRequest]:
    """Everything that this resident asked for, what is over and drafts included, in order."""
    mine = select(HelpRequest).where(HelpRequest.for_person_id == person_id)
    return (await session.scalars(mine.order_by(HelpRequest.id))).all()


async def logged_by(session: AsyncSession, person_id: int, limit: int) -> Sequence[HelpRequest]:
    """What this volunteer logged for others and what is not over, the newest first."""
    own = select(HelpRequest).where(HelpRequest.logged_by == person_id, HelpRequest.for_person_id.is_(None), RUNNING)
    return (await session.scalars(own.order_by(HelpRequest.id.desc()).limit(limit))).all()


async def in_state(session: AsyncSession, state: RequestState, limit: int, offset: int = 0) -> Sequence[HelpRequest]:
    """The one that waits longest first."""
    found = select(HelpRequest).where(HelpRequest.state == state).order_by(HelpRequest.board_since, HelpRequest.id)
    return (await session.scalars(found.limit(limit).offset(offset))).all()
