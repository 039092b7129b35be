"""What becomes of each notice, as the simulated Telegram sees it: over HTTP, in the world's time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from bot.delivery import notices as module
from bot.domain.notices import LIFETIME
from db.queries import notices, people
from db.session import Sessions
from simulator.faults import Fault
from simulator.person import Person
from simulator.world import World
from tests.bot.conftest import Outage
from tests.delivery import Office, open_office, texts, until

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
async def office(world: World, sessions: Sessions) -> AsyncIterator[Office]:
    async with open_office(world, sessions) as office:
        yield office


async def test_it_arrives_in_the_language_that_the_reader_has_when_it_goes(office: Office) -> None:
    amina = await office.person("Amina", "fr")
    marc = await office.person("Marc")
    for person in (amina, marc):
        await office.write(person, number=1, due_at=office.now + HOUR)
    await office.deliver()
    assert texts(amina.chat) == []
    async with office.sessions.begin() as session:
        await people.choose_language(session, amina.id, "ar")
    office.world.clock.move(HOUR)
    await office.deliver()
    await office.deliver()
    assert texts(amina.chat) == ["ar reminder 1"]
    assert texts(marc.chat) == ["fr reminder 1"], "the organization's language, who chose none"
    row, _ = await office.rows()
    assert (row.state, row.message_id, row.attempts, row.failure) == ("sent", amina.chat.messages[-1].id, 0, None)
    assert row.finished_at is not None
    assert row.finished_at - office.now < SECOND


async def test_a_notice_that_has_a_message_changes_it(office: Office) -> None:
    (amina,) = await office.write_copies(1)
    await office.deliver()
    message_id = (await office.rows())[0].message_id
    async with office.sessions.begin() as session:
        for number in (7, 7):  # the second time it is not modified, and that is fine
            await notices.add(session, [office.row(amina.id, "broadcast.edit", number, message_id=message_id)])
    await office.deliver_all()
    assert texts(amina.chat) == ["fr broadcast.edit 7"]
    assert await office.counts() == {"sent": 3}


async def test_who_is_not_meant_after_all_gets_nothing(office: Office) -> None:
    amina = await office.person()
    async with office.sessions.begin() as session:
        rows = [office.row(amina.id, "broadcast.copy", 1) | {"params": {"skip": True}}]
        await notices.add(session, rows)
    await office.deliver()
    assert (await office.states(), texts(amina.chat)) == (["cancelled"], [])


async def test_one_that_cannot_be_rendered_holds_up_nobody(office: Office, logged: list[Any]) -> None:
    amina = await office.person()
    async with office.sessions.begin() as session:
        broken = office.row(amina.id, "reminder", 1) | {"params": {"phone": "+32 470 00 00 00"}}
        await notices.add(session, [broken, office.row(amina.id, "reminder", 2)])
    await office.deliver_all()
    assert await office.states() == ["failed", "sent"]
    assert [event["kind"] for event in logged if event["log_level"] == "error"] == ["reminder"]
    assert "470" not in str([{**event, "exc_info": None} for event in logged])


async def test_what_expired_is_never_sent_late(office: Office) -> None:
    amina = await office.person()
    await office.write(amina, number=1, expires_at=office.now + MINUTE)
    await office.write(amina, number=2)
    office.world.clock.move(MINUTE)
    await office.deliver_all()
    assert (await office.states(), texts(amina.chat)) == (["expired", "sent"], ["fr reminder 2"])
    await office.write(amina, number=3)
    office.world.clock.move(LIFETIME)
    await office.deliver_all()
    assert await office.states() == ["expired", "sent", "expired"]


async def test_who_blocked_the_bot_gets_nothing_more_until_they_write(office: Office) -> None:
    amina, marc = await office.person("Amina"), await office.person("Marc")
    amina.blocks()
    for number in range(3):
        await office.write(amina, number=number, due_at=office.now + number * HOUR)
    await office.write(marc)
    await office.deliver()
    assert await office.states() == ["unreachable"] * 3 + ["sent"]
    await office.write(amina, number=4)
    await office.deliver()
    assert await office.states() == ["unreachable"] * 3 + ["sent", "unreachable"]
    amina.unblocks()
    async with office.sessions.begin() as session:
        await people.arrive(session, amina.id, office.now + SECOND)
    await office.write(amina, number=5)
    await office.deliver_all()
    assert texts(amina.chat) == ["fr reminder 5"]


async def test_a_group_that_became_a_supergroup_is_followed(office: Office) -> None:
    members = [await office.person("Amina")]
    group = office.world.group("Neighbours", members)
    grown = office.world.upgrade(group)
    for number in (1, 2):
        await office.write(group, number=number)
    await office.deliver_all()
    assert texts(grown) == ["fr reminder 1", "fr reminder 2"]
    assert {row.chat_id for row in await office.rows()} == {grown.id}


async def test_400_is_final_and_only_its_kind_is_logged(office: Office, logged: list[Any]) -> None:
    (stranger,) = (office.world.only_bot,)
    async with office.sessions.begin() as session:
        await notices.add(session, [office.row(stranger.id + 77, "reminder", 1)])
    await office.deliver_all()
    (row,) = await office.rows()
    assert (row.state, row.failure, row.attempts) == ("failed", "refused", 0)
    (event,) = [event for event in logged if event["event"] == "notice not sent"]
    assert event == {
        "event": "notice not sent",
        "log_level": "info",
        "kind": "reminder",
        "failure": "refused",
        "state": "failed",
    }


FAULTS = {
    "network": Fault("reset"),
    "server": Fault("status", status=502),
    "timeout": Fault("silence"),
}


@pytest.mark.parametrize("failure", FAULTS)
async def test_what_telegram_did_not_answer_is_tried_again(
    office: Office, failure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LONGEST_SEND", 0.3)
    fault = FAULTS[failure]
    amina = await office.person()
    planned = office.world.faults.add(Fault(fault.kind, status=fault.status, method="sendMessage", times=2))
    started = office.now
    await office.write(amina, number=1)
    await office.deliver()
    (row,) = await office.rows()
    assert (row.state, row.attempts, row.failure) == ("pending", 1, failure)
    assert 0.5 * SECOND <= row.due_at - started <= 2 * SECOND
    await office.deliver_all()
    (row,) = await office.rows()
    assert (row.state, row.attempts) == ("sent", 2)
    assert texts(amina.chat) == ["fr reminder 1"]
    assert planned not in office.world.faults.plan


@pytest.mark.parametrize("kind", ["reminder", "broadcast.copy"])
async def test_a_message_whose_answer_got_lost_may_come_twice(office: Office, kind: str) -> None:
    amina = await office.person()
    office.world.faults.add(Fault("reset", after=True, method="sendMessage"))
    await office.write(amina, kind, number=1)
    await office.deliver_all()
    assert texts(amina.chat) == [f"fr {kind} 1"] * 2
    assert await office.states() == ["sent"]


async def test_it_is_tried_until_it_expires(office: Office) -> None:
    amina = await office.person()
    fault = office.world.faults.add(Fault("status", status=500, method="sendMessage", times=None))
    await office.write(amina, number=1, expires_at=office.now + MINUTE)
    await office.deliver_all()
    (row,) = await office.rows()
    assert (row.state, row.failure) == ("expired", "server")
    assert 5 <= row.attempts <= 8, "each pause twice as long as the last"
    office.world.faults.plan.remove(fault)
    await office.deliver_all()
    assert texts(amina.chat) == []


async def test_when_telegram_is_away_nobody_is_tried_in_vain_for_long(office: Office) -> None:
    people = await office.write_copies(40)
    office.world.faults.dropped = True
    started = office.now
    task = asyncio.create_task(office.deliver())
    await until(lambda: office.now - started > 2 * MINUTE)
    office.world.faults.dropped = False
    await task
    await office.deliver_all()
    assert all(len(texts(person.chat)) == 1 for person in people)
    assert sum(row.attempts for row in await office.rows()) < 60


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
    assert texts(group) == ["fr reminder 0"]


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
    await office.write(amina, "reminder")
    await office.write(marc, "broadcast.copy")
    office.world.faults.add(Fault("silence", after=True, method="sendMessage", times=2))
    sending = asyncio.create_task(office.deliver())
    await until(lambda: arrivals([amina, marc]) == 2)
    sending.cancel()
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
    await office.write(amina, "reminder")
    await office.write(marc, "broadcast.copy")
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
