"""People arrive, and come back in the language that they chose."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from db.models.people import Person
from db.queries import people
from db.session import Sessions

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)


LATER = NOW + timedelta(hours=1)


AMINA, LUC = 5_000_000_001, 2**52 - 1  # as large as Telegram's ids may grow


async def test_somebody_new_is_noted_once_and_has_chosen_no_language(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        assert (await people.arrive(session, AMINA, NOW)).language is None
        assert (await people.arrive(session, AMINA, LATER)).language is None
        assert (await people.arrive(session, LUC, LATER)).language is None
    async with sessions() as session:
        seen = {p.id: (p.first_seen_at, p.last_seen_at) for p in await session.scalars(select(Person))}
    assert seen == {AMINA: (NOW, LATER), LUC: (LATER, LATER)}


async def test_who_comes_back_reads_in_the_language_they_chose(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        await people.arrive(session, AMINA, NOW)
        await people.arrive(session, LUC, NOW)
        await people.choose_language(session, AMINA, "ar")
    async with sessions.begin() as session:
        assert (await people.arrive(session, AMINA, LATER)).language == "ar"
        assert (await people.arrive(session, LUC, LATER)).language is None
