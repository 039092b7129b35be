"""An update is taken once, whoever tries, and forgotten in time."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from db.models.people import TakenUpdate
from db.queries import updates
from db.session import Sessions

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


async def test_an_update_is_taken_once(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        assert await updates.take(session, 7, NOW)
        assert not await updates.take(session, 7, NOW)
    async with sessions.begin() as session:
        assert not await updates.take(session, 7, LATER)
        assert await updates.take(session, 8, LATER)


async def test_an_update_that_was_rolled_back_can_be_taken_again(sessions: Sessions) -> None:
    async with sessions() as session:
        assert await updates.take(session, 7, NOW)
        await session.rollback()
    async with sessions.begin() as session:
        assert await updates.take(session, 7, NOW)


async def test_of_many_who_take_an_update_at_once_one_gets_it(sessions: Sessions) -> None:
    async def take() -> bool:
        async with sessions.begin() as session:
            return await updates.take(session, 7, NOW)

    assert sorted(await asyncio.gather(*(take() for _ in range(8)))) == [False] * 7 + [True]


async def test_whoever_waits_for_an_update_gets_it_when_the_first_gives_up(sessions: Sessions) -> None:
    first_has_it, first_may_end = asyncio.Event(), asyncio.Event()

    async def take_and_fail() -> None:
        async with sessions.begin() as session:
            await updates.take(session, 7, NOW)
            first_has_it.set()
            await first_may_end.wait()
            raise SQLAlchemyError("the first process fails")

    async def take() -> bool:
        await first_has_it.wait()
        async with sessions.begin() as session:
            first_may_end.set()
            return await updates.take(session, 7, NOW)

    second = asyncio.create_task(take())
    first = asyncio.create_task(take_and_fail())
    await first_has_it.wait()
    first_may_end.set()
    with pytest.raises(SQLAlchemyError, match="the first process fails"):
        await first
    assert await second


async def test_only_what_is_older_than_the_instant_is_forgotten(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        for number, taken_at in enumerate((NOW - timedelta(microseconds=1), NOW, LATER)):
            await updates.take(session, number, taken_at)
        assert await updates.purge(session, before=NOW) == 1
        assert set(await session.scalars(select(TakenUpdate.update_id))) == {1, 2}
        assert await updates.purge(session, before=NOW) == 0
        assert await session.scalar(select(func.count()).select_from(TakenUpdate)) == 2
