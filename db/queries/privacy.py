"""All that the database holds about one person: found through the tables' own columns, so that none is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, String, Table, cast, delete, false, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.notices import FINAL, NoticeKind
from db.base import Base
from db.models.notices import Notice
from db.models.people import Person
from db.models.requests import Appointment, HelpRequest, RequestEvent, RequestPrivate

NOBODY = 0
"""In place of an id that must not be null: no person of Telegram's has it."""
TELEGRAM_IDS = frozenset(
    {
        "broadcast.author_id",
        "help_request.for_person_id",
        "help_request.holder_id",
        "help_request.logged_by",
        "help_request.offered_to_id",
        "help_request.referent_id",
        "look.person_id",
        "meeting_draft.author_id",
        "notice.chat_id",
        "relay_message.from_id",
        "relay_message.to_id",
        "request_event.who",
    }
)
"""Columns that hold a person's id without being a foreign key: those say themselves what becomes of their rows."""
ROWS_THAT_GO = frozenset({"meeting_draft", "relay_message"})
"""Tables of which nothing is left when the person is gone; elsewhere the row stays, for what is counted."""


def personal_columns() -> Iterator[tuple[Table, list[Column[Any]]]]:
    """Each table with its columns that say whose a row is."""
    for table in Base.metadata.sorted_tables:
        if columns := [column for column in table.columns if is_personal(column)]:
            yield table, columns


def is_personal(column: Column[Any]) -> bool:
    return (
        column is Person.__table__.c.id
        or any(key.column is Person.__table__.c.id for key in column.foreign_keys)
        or str(column) in TELEGRAM_IDS
    )


async def everything_about(session: AsyncSession, person_id: int) -> dict[str, list[dict[str, Any]]]:
    """Table → rows, as they are; in place of somebody else's id stands None."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table, columns in personal_columns():
        asked = select(table).where(or_(false(), *(column == person_id for column in columns)))
        names = [column.name for column in columns]
        rows = (await session.execute(asked)).mappings()
        found[table.name] = [
            {name: None if name in names and value != person_id else value for name, value in row.items()}
            for row in rows
        ]
    return {name: rows for name, rows in found.items() if rows}


async def about_own_requests(session: AsyncSession, person_id: int) -> dict[str, list[dict[str, Any]]]:
    """As `everything_about`, of what hangs on the requests that this person wrote for themselves."""
    own = select(HelpRequest.id).where(HelpRequest.for_person_id == person_id)
    found: dict[str, list[dict[str, Any]]] = {}
    for table in (RequestPrivate.__table__, Appointment.__table__):
        rows = (await session.execute(select(table).where(table.c.request_id.in_(own)))).mappings()
        found[str(table)] = [dict(row) for row in rows]
    return {name: rows for name, rows in found.items() if rows}


async def erase(session: AsyncSession, person_id: int) -> None:
    """The person and what is theirs; what others or the figures need stays, and says of nobody whose it was."""
    await _erase_notices(session, person_id)
    handed_over = cast(RequestEvent.detail["from"].as_string(), String) == str(person_id)
    await session.execute(update(RequestEvent).where(handed_over).values(detail={}))
    for table, columns in personal_columns():
        for column in columns:
            if column.foreign_keys or table in (Person.__table__, Notice.__table__):
                continue
            theirs = column == person_id
            if table.name in ROWS_THAT_GO:
                await session.execute(delete(table).where(theirs))
            else:
                nobody = null() if column.nullable else NOBODY
                await session.execute(update(table).where(theirs).values({column.name: nobody}))
    await session.execute(delete(Person).where(Person.id == person_id))


async def _erase_notices(session: AsyncSession, person_id: int) -> None:
    """A broadcast still tells how many it reached; and what is to be taken away from their chat still is."""
    theirs = Notice.chat_id == person_id
    counted = Notice.broadcast_id.is_not(None) & Notice.state.in_(FINAL)
    running = (Notice.kind == NoticeKind.REQUEST_TAKEN_AWAY) & Notice.state.not_in(FINAL)
    await session.execute(delete(Notice).where(theirs, ~counted, ~running))
    await session.execute(
        update(Notice).where(theirs, ~running).values(chat_id=NOBODY, params={}, dedupe_key=None, message_id=None)
    )
