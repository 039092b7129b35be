"""What becomes of each notice, as the simulated Telegram sees it: over HTTP, in the world's time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery import notices as module
from bot.domain.notices import NoticeKind
from db.queries import people
from db.queries.notices import notices
from db.session import Sessions
from simulator.faults import Fault
from simulator.person import Person
from simulator.world import World
from tests.support.delivery import COPY, EDIT, JOINED, Office, open_office, texts, until

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
    assert texts(amina.chat) == ["ar team.joined 1"]
    assert texts(marc.chat) == ["fr team.joined 1"], "the organization's language, who chose none"
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
            await notices.add(session, [office.row(amina.id, EDIT, number, message_id=message_id)])
    await office.deliver_all()
    assert texts(amina.chat) == ["fr broadcast.edit 7"]
    assert await office.counts() == {"sent": 3}


async def test_who_is_not_meant_after_all_gets_nothing(office: Office) -> None:
    amina = await office.person()
    async with office.sessions.begin() as session:
        rows = [office.row(amina.id, COPY, 1) | {"params": {"skip": True}}]
        await notices.add(session, rows)
    await office.deliver()
    assert (await office.states(), texts(amina.chat)) == (["cancelled"], [])


async def test_one_that_cannot_be_rendered_holds_up_nobody(office: Office, logged: list[Any]) -> None:
    amina = await office.person()
    async with office.sessions.begin() as session:
        broken = office.row(amina.id, JOINED, 1) | {"params": {"phone": "+32 470 00 00 00"}}
        await notices.add(session, [broken, office.row(amina.id, JOINED, 2)])
    await office.deliver_all()
    assert await office.states() == ["failed", "sent"]
    assert [event["kind"] for event in logged if event["log_level"] == "error"] == [JOINED]
    assert "470" not in str([{**event, "exc_info": None} for event in logged])


async def test_what_expired_is_never_sent_late(office: Office) -> None:
    amina = await office.person()
    await office.write(amina, number=1, expires_at=office.now + MINUTE)
    await office.write(amina, number=2)
    office.world.clock.move(MINUTE)
    await office.deliver_all()
    assert (await office.states(), texts(amina.chat)) == (["expired", "sent"], ["fr team.joined 2"])
    await office.write(amina, number=3)
    office.world.clock.move(JOINED.lifetime)
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
    assert texts(amina.chat) == ["fr team.joined 5"]


async def test_a_group_that_became_a_supergroup_is_followed(office: Office) -> None:
    members = [await office.person("Amina")]
    group = office.world.group("Neighbours", members)
    grown = office.world.upgrade(group)
    for number in (1, 2):
        await office.write(group, number=number)
    await office.deliver_all()
    # Both were on their way when the first moved: which of them goes again first is all the same.
    assert sorted(texts(grown)) == ["fr team.joined 1", "fr team.joined 2"]
    assert {row.chat_id for row in await office.rows()} == {grown.id}


async def test_400_is_final_and_only_its_kind_is_logged(office: Office, logged: list[Any]) -> None:
    (stranger,) = (office.world.only_bot,)
    async with office.sessions.begin() as session:
        await notices.add(session, [office.row(stranger.id + 77, JOINED, 1)])
    await office.deliver_all()
    (row,) = await office.rows()
    assert (row.state, row.failure, row.attempts) == ("failed", "refused", 0)
    (event,) = [event for event in logged if event["event"] == "notice not sent"]
    assert event == {
        "event": "notice not sent",
        "log_level": "info",
        "kind": "team.joined",
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
    assert texts(amina.chat) == ["fr team.joined 1"]
    assert planned not in office.world.faults.plan


@pytest.mark.parametrize("kind", [JOINED, COPY])
async def test_a_message_whose_answer_got_lost_may_come_twice(office: Office, kind: NoticeKind) -> None:
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


def arrivals(people: list[Person]) -> int:
    return sum(len(texts(person.chat)) for person in people)


def note_sendings(office: Office, noted: Any) -> None:
    """When Telegram got each message: in one list, or in one by chat."""
    post = office.world.post

    def noting(chat: Any, content: Any, author: Any) -> Any:
        (noted if isinstance(noted, list) else noted.setdefault(chat.id, [])).append(office.now)
        return post(chat, content, author)

    office.world.post = noting  # type: ignore[method-assign]
