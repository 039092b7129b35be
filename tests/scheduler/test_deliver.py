"""Delivery beside the clockwork: at once when something was written, again after a failure, never twice at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import structlog
from sqlalchemy import select

from db.models.notices import Notice
from db.session import Sessions, make_engine
from scheduler.deliver import delivering, look_for_due_notices
from simulator.world import World
from tests.support.conversation import Desk
from tests.support.delivery import Office, open_office, texts, until
from tests.support.team_at_work import coordinator, invitation_link, join

on_postgresql = pytest.mark.parametrize("databases", ["postgresql"], indirect=True)


@pytest.fixture
async def office(world: World, sessions: Sessions) -> AsyncIterator[Office]:
    async with open_office(world, sessions) as office:
        yield office


async def test_the_beat_delivers_what_is_due(office: Office) -> None:
    amina = await office.person()
    async with delivering(office.delivery):
        await office.write(amina)
        await look_for_due_notices(office.delivery)
        await until(lambda: bool(texts(amina.chat)))
    assert await office.states() == ["sent"]


async def test_a_pass_that_fails_is_logged_and_the_next_beat_goes_on(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    amina = await office.person()
    await office.write(amina)
    passes: list[str] = []
    run_due = office.delivery.run_due

    async def fail_at_first() -> None:
        passes.append("begun")
        if len(passes) == 1:
            raise RuntimeError("the database is away")
        await run_due()

    monkeypatch.setattr(office.delivery, "run_due", fail_at_first)
    with structlog.testing.capture_logs() as logged:
        async with delivering(office.delivery):
            await look_for_due_notices(office.delivery)
            await until(lambda: len(passes) == 1 and not office.delivery.due.is_set())
            await look_for_due_notices(office.delivery)
            await until(lambda: bool(texts(amina.chat)))
    assert [(event["event"], event["log_level"]) for event in logged] == [("delivery failed", "error")]


async def test_beats_during_a_pass_start_no_second_one(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    await office.write_copies(30)
    running: list[int] = [0]
    most: list[int] = []
    run_due = office.delivery.run_due

    async def counted() -> None:
        running[0] += 1
        most.append(running[0])
        await run_due()
        running[0] -= 1

    monkeypatch.setattr(office.delivery, "run_due", counted)
    async with delivering(office.delivery):
        while (await office.counts())["sent"] < 30:
            await look_for_due_notices(office.delivery)
            await asyncio.sleep(0)
    assert set(most) == {1}


async def test_a_notice_written_by_an_update_wakes_delivery_after_its_commit(desk: Desk, sessions: Sessions) -> None:
    link = await invitation_link(await coordinator(desk))
    assert not desk.delivery.due.is_set()
    await join(desk, link, "Marc")
    assert desk.delivery.due.is_set()
    async with sessions() as session:
        assert list(await session.scalars(select(Notice.state))) == ["pending"]


@pytest.fixture
async def three(database_url: str) -> AsyncIterator[list[Sessions]]:
    """The connections of three processes."""
    engines = [make_engine(database_url) for _ in range(3)]
    yield [Sessions(engine) for engine in engines]
    for engine in engines:
        await engine.dispose()


@on_postgresql
async def test_three_processes_send_each_notice_once_at_one_pace(office: Office, three: list[Sessions]) -> None:
    everybody = await office.write_copies(150)
    reminded = [await office.person(f"Reader {number}") for number in range(50)]
    for person in reminded:
        await office.write(person)
    deliveries = [office.new_delivery(sessions) for sessions in three]
    while (await office.counts())["sent"] < 200:
        await asyncio.gather(*(delivery.run_due() for delivery in deliveries))
    assert [len(texts(person.chat)) for person in (*everybody, *reminded)] == [1] * 200
    assert len({row.taken_by for row in await office.rows()}) == 1, "one at a time, so that the pace is kept"


@on_postgresql
async def test_when_the_process_that_sends_ends_another_goes_on(office: Office, three: list[Sessions]) -> None:
    everybody = await office.write_copies(60)
    first, second, third = (office.new_delivery(sessions) for sessions in three)
    sending = asyncio.create_task(first.run_due())
    await until(lambda: sum(len(texts(person.chat)) for person in everybody) >= 20)
    await second.run_due()
    assert {row.taken_by for row in await office.rows()} == {first.process, None}
    first.stop()
    await sending
    await first.close()
    await asyncio.gather(second.run_due(), third.run_due())
    assert [len(texts(person.chat)) for person in everybody] == [1] * 60
    assert await office.counts() == {"sent": 60}
    assert len({row.taken_by for row in await office.rows()}) == 2
