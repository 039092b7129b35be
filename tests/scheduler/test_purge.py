"""What is no longer needed is forgotten, in time and not before."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from db.models.people import TakenUpdate
from db.queries import updates
from db.session import Sessions
from scheduler.purge import KEPT, purge_taken_updates
from simulator.world import World


@pytest.fixture
async def taken(world: World, sessions: Sessions) -> None:
    """Updates taken 49 hours ago (1), 48 hours and a second (2), exactly 48 hours (3), and just now (4)."""
    ages = (timedelta(hours=49), timedelta(hours=48, seconds=1), timedelta(hours=48), timedelta())
    async with sessions.begin() as session:
        for number, age in enumerate(ages, start=1):
            await updates.take(session, number, world.clock.now() - age)


async def left(sessions: Sessions) -> set[int]:
    async with sessions() as session:
        return set(await session.scalars(select(TakenUpdate.update_id)))


@pytest.mark.usefixtures("taken")
async def test_updates_are_forgotten_after_48_hours_and_not_before(world: World, sessions: Sessions) -> None:
    assert timedelta(hours=48) == KEPT
    await purge_taken_updates(sessions, world.clock)
    assert await left(sessions) == {3, 4}
    world.clock.move(timedelta(hours=48))
    await purge_taken_updates(sessions, world.clock)
    assert await left(sessions) == {4}


@pytest.mark.usefixtures("taken")
async def test_several_processes_may_forget_at_once(world: World, sessions: Sessions) -> None:
    await asyncio.gather(*(purge_taken_updates(sessions, world.clock) for _ in range(3)))
    assert await left(sessions) == {3, 4}
