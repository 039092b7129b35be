"""At what pace notices go out, how they stop, and what a stop or a crash leaves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from db.queries.notices import notices
from db.session import Sessions
from simulator.faults import Fault
from simulator.person import Person
from simulator.world import World
from tests.bot.conftest import Outage
from tests.support.delivery import COPY, JOINED, Office, open_office, texts, until

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
async def office(world: World, sessions: Sessions) -> AsyncIterator[Office]:
    async with open_office(world, sessions) as office:
        yield office


async def test_a_429_for_all_stops_all_for_exactly_as_long(office: Office) -> None:
    await office.write_copies(20)
    office.world.faults.add(Fault("flood", retry_after=120, method="sendMessage"))
    sent: list[Any] = []
    note_sendings(office, sent)
    started = office.now
    await office.deliver_all()
    assert await office.counts() == {"sent": 20}
    assert len(sent) == 20
    assert 120 * SECOND <= min(sent) - started <= 121 * SECOND


async def test_a_429_of_a_group_is_only_that_groups(office: Office) -> None:
    amina = await office.person()
    group = office.world.group("Neighbours", [amina])
    office.world.faults.add(Fault("flood", retry_after=600, chat_id=group.id))
    await office.write(group)
    await office.write(amina)
    await office.deliver()
    assert await office.states() == ["pending", "sent"]
    (row, _) = await office.rows()
    assert timedelta(seconds=600) <= row.due_at - office.now + SECOND <= timedelta(seconds=601)
    await office.deliver_all()
    assert texts(group) == ["fr team.joined 0"]


async def test_many_to_one_person_come_one_a_second_and_many_to_a_group_20_a_minute(office: Office) -> None:
    amina = await office.person()
    group = office.world.group("Neighbours", [amina])
    for number in range(10):
        await office.write(amina, number=number)
        await office.write(group, number=number)
    sent: dict[int, list[Any]] = {}
    note_sendings(office, sent)
    await office.deliver_all()
    for chat_id, between in ((amina.id, SECOND), (group.id, 3 * SECOND)):
        moments = sent[chat_id]
        assert len(moments) == 10
        gaps = [later - earlier for earlier, later in pairwise(moments)]
        assert min(gaps) > between - timedelta(milliseconds=5)
        assert max(gaps) < 2 * between


async def test_a_reminder_does_not_wait_behind_a_broadcast(office: Office) -> None:
    await office.write_copies(200)
    amina = await office.person()
    await office.write(amina)
    sent: list[Any] = []
    note_sendings(office, sent)
    started = office.now
    await office.deliver()
    assert amina.chat.messages[-1].body["date"] - int(started.timestamp()) <= 1
    assert sent[-1] - started >= timedelta(seconds=6.9), "200 at 28.5 a second"


async def test_a_night_of_sleep_is_caught_up_in_order_and_at_the_pace(office: Office) -> None:
    everybody = [await office.person(f"Somebody {number}") for number in range(60)]
    for number, person in enumerate(everybody):
        await office.write(person, number=number, due_at=office.now + (60 - number) * MINUTE)
    office.world.clock.move(8 * HOUR)
    sent: list[Any] = []
    note_sendings(office, sent)
    await office.deliver()
    ids = [person.chat.messages[-1].id for person in everybody]
    assert ids == sorted(ids, reverse=True)
    assert max(sum(at <= other < at + SECOND for other in sent) for at in sent) <= 30


async def test_a_broadcast_that_is_stopped_stops_within_a_second(office: Office) -> None:
    people = await office.write_copies(200)
    sending = asyncio.create_task(office.deliver())
    await until(lambda: arrivals(people) >= 50)
    async with office.sessions.begin() as session:
        await notices.cancel(session, office.now, broadcast_id=1)
    stopped = arrivals(people)
    await sending
    arrived = arrivals(people)
    assert arrived - stopped <= 3, "what was on its way"
    assert await office.counts() == {"sent": arrived, "cancelled": 200 - arrived}


async def test_what_is_stopped_on_its_way_is_not_tried_again(office: Office) -> None:
    (amina,) = await office.write_copies(1)
    office.world.faults.latency = 0.05
    office.world.faults.add(Fault("status", status=502, method="sendMessage"))
    sending = asyncio.create_task(office.deliver())
    await until(lambda: bool(office.delivery.in_flight))
    assert await office.states() == ["sending"]
    async with office.sessions.begin() as session:
        assert await notices.cancel(session, office.now, broadcast_id=1) == 0
    await sending
    await office.deliver_all()
    assert (await office.states(), texts(amina.chat)) == (["cancelled"], [])


async def test_what_a_killed_process_was_sending_goes_again_or_is_unknown(office: Office) -> None:
    amina, marc = await office.person("Amina"), await office.person("Marc")
    await office.write(amina, JOINED)
    await office.write(marc, COPY)
    office.world.faults.add(Fault("silence", after=True, method="sendMessage", times=2))
    sending = asyncio.create_task(office.deliver())
    await until(lambda: arrivals([amina, marc]) == 2)
    sending.cancel()
    await asyncio.wait({sending})  # or it takes its turn once more after the next one has begun
    await office.kill()
    assert await office.states() == ["sending", "sending"]
    await office.deliver_all()
    assert await office.states() == ["sent", "unknown"]
    assert (len(texts(amina.chat)), len(texts(marc.chat))) == (2, 1)


async def test_what_was_taken_before_the_machine_slept_is_not_sent_before_another_look(office: Office) -> None:
    amina = await office.person()
    await office.write(amina, expires_at=office.now + HOUR)
    pacer = office.delivery._pacer

    async def sleep_for_a_night(_seconds: float) -> None:
        office.world.clock.move(8 * HOUR)

    pacer.sleep = sleep_for_a_night
    await office.deliver_all()
    assert (await office.states(), texts(amina.chat)) == (["expired"], [])


async def test_when_the_database_is_away_nothing_is_lost_and_nothing_sent_twice(office: Office, outage: Outage) -> None:
    people = await office.write_copies(10)
    for number in range(4):
        delivering = asyncio.create_task(office.deliver())
        await until(lambda: arrivals(people) >= 2 * number)  # noqa: B023 - it is awaited here
        outage.commits_left = 1
        with pytest.raises(Exception, match="the database went away"):
            await delivering
    await office.deliver_all()
    assert [len(texts(person.chat)) for person in people] == [1] * 10
    assert await office.counts() == {"sent": 10}


async def test_beyond_the_free_rate_bulk_is_paid_for(office: Office) -> None:
    amina, marc = await office.person(), await office.person()
    asked: list[object] = []

    async def note(make_request: Any, bot: Any, method: Any) -> Any:
        asked.append(method.allow_paid_broadcast)
        return await make_request(bot, method)

    office.bot.session.middleware(note)
    office.delivery = office.new_delivery(rate=1000)
    await office.write(amina, JOINED)
    await office.write(marc, COPY)
    await office.deliver()
    assert asked == [office.bot.default["allow_paid_broadcast"], True] or asked[1:] == [True]
    assert asked[0] is not True
    assert await office.counts() == {"sent": 2}


async def test_at_the_end_what_is_on_its_way_is_marked_and_the_rest_waits(office: Office) -> None:
    people = await office.write_copies(100)
    sending = asyncio.create_task(office.deliver())
    await until(lambda: arrivals(people) >= 20)
    office.delivery.stop()
    await sending
    await office.delivery.close()
    arrived = arrivals(people)
    assert await office.counts() == {"sent": arrived, "pending": 100 - arrived}
    office.delivery = office.new_delivery()
    await office.deliver()
    assert [len(texts(person.chat)) for person in people] == [1] * 100


def arrivals(people: list[Person]) -> int:
    return sum(len(texts(person.chat)) for person in people)


def note_sendings(office: Office, noted: Any) -> None:
    """When Telegram got each message: in one list, or in one by chat."""
    post = office.world.post

    def noting(chat: Any, content: Any, author: Any) -> Any:
        (noted if isinstance(noted, list) else noted.setdefault(chat.id, [])).append(office.now)
        return post(chat, content, author)

    office.world.post = noting  # type: ignore[method-assign]
