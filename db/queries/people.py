"""The person who wrote."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models.directory import Organization
from db.models.people import Person
from db.upsert import upsert


class Arrival(NamedTuple):
    language: str | None
    """The one they chose, if they did."""
    role: str
    deactivated_at: datetime | None
    expects: str | None
    """The packed tap that asked what their next message answers."""
    revision: int | None
    """Of the directory; None before the first import."""


_arrive = upsert(
    Person,
    lambda new: new.on_conflict_do_update(
        index_elements=["id"], set_={"last_seen_at": new.excluded.last_seen_at, "unreachable_at": None}
    ).returning(
        *(Person.__table__.c[name] for name in Arrival._fields[:-1]), select(Organization.revision).scalar_subquery()
    ),
)


async def arrive(session: AsyncSession, person_id: int, now: datetime) -> Arrival:
    """Note that this person wrote, and return what every update needs of them.

    The row stays locked until the end of the transaction on PostgreSQL, so that two processes never work for one
    person at the same time.
    """
    seen = await session.execute(_arrive(session), {"id": person_id, "first_seen_at": now, "last_seen_at": now})
    return Arrival(*seen.one())


async def leave(session: AsyncSession, person_id: int, now: datetime) -> None:
    """They blocked the bot: nothing is sent to them until they write again."""
    await session.execute(update(Person).where(Person.id == person_id).values(unreachable_at=now))


async def choose_language(session: AsyncSession, person_id: int, language: str) -> None:
    await session.execute(update(Person).where(Person.id == person_id).values(language=language))


async def expect(session: AsyncSession, person_id: int, asked: str | None) -> None:
    """What their next message answers, as the packed tap that asks it; None: nothing."""
    await session.execute(update(Person).where(Person.id == person_id).values(expects=asked))


async def want_announcements(session: AsyncSession, person_id: int, wanted: bool) -> None:
    await session.execute(update(Person).where(Person.id == person_id).values(announcements=wanted))


async def wants_announcements(session: AsyncSession, person_id: int) -> bool:
    return bool(await session.scalar(select(Person.announcements).where(Person.id == person_id)))


async def language(session: AsyncSession, person_id: int) -> str | None:
    """The one they chose, if they did."""
    found: str | None = await session.scalar(select(Person.language).where(Person.id == person_id))
    return found


async def teaches(session: AsyncSession, person_id: int) -> str | None:
    """What they answered, as bot.domain.learning.Consent; None if they were not asked yet."""
    found: str | None = await session.scalar(select(Person.teaches).where(Person.id == person_id))
    return found


async def set_teaches(session: AsyncSession, person_id: int, consent: str) -> None:
    await session.execute(update(Person).where(Person.id == person_id).values(teaches=consent))
