"""The person who wrote."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models.people import Person
from db.upsert import upsert

_arrive = upsert(
    Person,
    lambda new: new.on_conflict_do_update(
        index_elements=["id"], set_={"last_seen_at": new.excluded.last_seen_at}
    ).returning(Person.__table__.c.language),
)


async def arrive(session: AsyncSession, person_id: int, now: datetime) -> str | None:
    """Note that this person wrote, and return the language they chose, if they did.

    The row stays locked until the end of the transaction on PostgreSQL, so that two processes never work for one
    person at the same time.
    """
    seen = await session.execute(_arrive(session), {"id": person_id, "first_seen_at": now, "last_seen_at": now})
    language: str | None = seen.scalar_one()
    return language


async def choose_language(session: AsyncSession, person_id: int, language: str) -> None:
    await session.execute(update(Person).where(Person.id == person_id).values(language=language))
