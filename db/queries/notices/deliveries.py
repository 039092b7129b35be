"""Notices on their way out: taken, marked, given up. All in batches."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import Integer, Row, Table, and_, bindparam, func, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.notices import Failure, NoticeKind, NoticeState
from db.base import UTCDateTime
from db.models.notices import IS_PENDING, IS_SENDING, DeliveryTurn, Notice
from db.models.people import Person
from db.rows import changed
from db.upsert import insert_into


@dataclass(frozen=True)
class Result:
    """What became of a taken notice. Of a group that has moved, `chat_id` is the new one."""

    id: int
    chat_id: int
    state: NoticeState
    due_at: datetime
    attempts: int
    message_id: int | None
    failure: Failure | None
    taken_at: datetime | None
    moved_from: int | None


def over(notice: Notice, state: NoticeState, **changes: Any) -> Result:
    """The notice in its new state, and else as it was but for the changes. While it waits its last failure stays."""
    values: dict[str, Any] = {"moved_from": None, "failure": notice.failure if state == NoticeState.PENDING else None}
    values |= {name: getattr(notice, name) for name in ("chat_id", "due_at", "attempts", "message_id", "taken_at")}
    return Result(id=notice.id, state=state, **values | changes)


async def have_turn(session: AsyncSession, process: str, seconds: int) -> bool:
    """Whether this process is the one that sends, for so many seconds from now; the turn of one that died runs out."""
    if session.get_bind().dialect.name == "sqlite":
        return True  # one process
    until = func.now() + timedelta(seconds=seconds)
    mine = insert_into(session, DeliveryTurn).values(id=1, process=process, until=until)
    free = or_(DeliveryTurn.process == process, DeliveryTurn.until < func.now())
    renewed = mine.on_conflict_do_update(
        index_elements=[DeliveryTurn.id], set_={"process": process, "until": until}, where=free
    )
    return await changed(session, renewed) == 1


async def end_turn(session: AsyncSession, process: str) -> None:
    """Somebody else may send from now on."""
    await session.execute(update(DeliveryTurn).where(DeliveryTurn.process == process).values(until=func.now()))


# Built once: while a broadcast goes out at the free rate they run for every single message.
_notice = cast("Table", Notice.__table__)
_now = bindparam("now", type_=UTCDateTime())
_due = (
    select(_notice.c.id)
    .where(IS_PENDING, _notice.c.bulk == bindparam("is_bulk"), _notice.c.due_at <= _now, _notice.c.expires_at > _now)
    .order_by(_notice.c.due_at, _notice.c.id)
    .limit(bindparam("at_most", type_=Integer()))
    .with_for_update(skip_locked=True)
    .cte("due")
)
_taking = (
    update(_notice)
    .where(_notice.c.id.in_(select(_due.c.id)))
    .values(state=NoticeState.SENDING.value, taken_by=bindparam("process"), taken_at=_now)
    .returning(*_notice.c)
)


async def take_due(session: AsyncSession, now: datetime, limit: int, process: str) -> list[Notice]:
    """Mark the next due notices as being sent, those that are not bulk first; they belong to no session."""
    taken: list[Notice] = []
    for bulk in (False, True):
        if len(taken) < limit:
            asked = {"now": now, "is_bulk": bulk, "at_most": limit - len(taken), "process": process}
            rows = [Notice(**row) for row in (await session.execute(_taking, asked)).mappings()]
            taken += sorted(rows, key=lambda row: (row.due_at, row.id))
    return taken


Recipient = Row[int, str | None, str, datetime | None, datetime | None]
_readers = select(Person.id, Person.language, Person.role, Person.deactivated_at, Person.unreachable_at).where(
    Person.id.in_(bindparam("chat_ids", expanding=True))
)


async def readers(session: AsyncSession, chat_ids: Collection[int]) -> dict[int, Recipient]:
    """Of those who are people."""
    return {row.id: row for row in await session.execute(_readers, {"chat_ids": list(chat_ids)})}


MARKED = ("chat_id", "state", "due_at", "attempts", "message_id", "failure")
_marking = (
    update(_notice)
    .where(_notice.c.id == bindparam("_id"), IS_SENDING, _notice.c.taken_by == bindparam("_process"))
    .values({name: bindparam(f"_{name}") for name in (*MARKED, "finished_at")})
)


async def finish(session: AsyncSession, results: Collection[Result], process: str, now: datetime) -> None:
    """Mark what became of notices that this process took; what another one has taken over since is left to it."""
    again = [result.id for result in results if result.state == NoticeState.PENDING]
    if again:  # but not what was cancelled while it was on its way
        stopped = update(Notice).where(Notice.id.in_(again), IS_SENDING, Notice.failure == Failure.STOPPED)
        await session.execute(stopped.values(state=NoticeState.CANCELLED, finished_at=now))
    values = [
        {f"_{name}": getattr(result, name) for name in ("id", *MARKED)}
        | {"_process": process, "_finished_at": None if result.state == NoticeState.PENDING else now}
        for result in results
    ]
    if values:
        await (await session.connection()).execute(_marking, values)


async def unreachable(session: AsyncSession, since: Mapping[int, datetime], now: datetime) -> None:
    """Chat id → when it was written to in vain: nothing more goes there, unless the person has written since then."""
    for chat_id, tried_at in since.items():
        gone = update(Person).where(Person.id == chat_id, Person.last_seen_at <= tried_at)
        await session.execute(gone.values(unreachable_at=now))
    waiting = update(Notice).where(Notice.chat_id.in_(since), IS_PENDING)
    await session.execute(waiting.values(state=NoticeState.UNREACHABLE, finished_at=now))


async def moved(session: AsyncSession, old: int, new: int) -> None:
    """A group became a supergroup: what waits for it goes there."""
    waiting = update(Notice).where(Notice.chat_id == old, IS_PENDING)
    await session.execute(waiting.values(chat_id=new))


async def expire(session: AsyncSession, now: datetime) -> int:
    """What was not sent in time never will be; returns how many."""
    late = update(Notice).where(IS_PENDING, Notice.expires_at <= now)
    return await changed(session, late.values(state=NoticeState.EXPIRED, finished_at=now))


async def take_over(session: AsyncSession, process: str, now: datetime, taken_before: datetime | None = None) -> int:
    """What another run was sending when it died: again, or unknown where its kind says so; returns how many.

    `taken_before`: only what was taken before that instant, if those who took it may still be alive.
    """
    left = and_(IS_SENDING, Notice.taken_by != process, Notice.taken_at < taken_before if taken_before else true())
    unknown = Notice.kind.in_([kind.value for kind in NoticeKind if not kind.repeat_after_crash])
    count = 0
    for which, state, finished_at in (
        (unknown, NoticeState.UNKNOWN, now),
        (Notice.failure == Failure.STOPPED, NoticeState.CANCELLED, now),
        (true(), NoticeState.PENDING, None),
    ):
        count += await changed(session, update(Notice).where(left, which).values(state=state, finished_at=finished_at))
    return count
