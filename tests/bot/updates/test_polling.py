"""Long polling: nothing is confirmed before it is committed, and nothing stops it but the wish to stop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.updates import polling
from bot.updates.receiving import Receiver
from simulator.faults import Fault
from simulator.inbox import OTHER_POLLER
from tests.bot.conftest import Outage
from tests.support.conversation import Desk


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "PAUSES", (0.0,))


@asynccontextmanager
async def polled(desk: Desk, receiver: Receiver | None = None) -> AsyncIterator[asyncio.Event]:
    """The bot polls meanwhile; at the end it stops by itself."""
    stopping = asyncio.Event()
    task = asyncio.create_task(polling.poll(receiver or desk.receiver, stopping))
    try:
        async with asyncio.timeout(20):
            yield stopping
            stopping.set()
            await task
    finally:
        task.cancel()


class Watched(Receiver):
    """A receiver whose `take` the test looks into."""

    def __init__(self, desk: Desk, before: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
        self.bot = desk.receiver.bot
        self._real = desk.receiver
        self._before = before

    async def take(self, raw: dict[str, Any]) -> None:
        await self._before(raw)
        await self._real.take(raw)


async def answers(desk: Desk, name: str = "Amina") -> list[str]:
    """What the bot wrote to this person, once it has confirmed all that waited."""
    await desk.account.inbox.drained()
    person = next(person for person in desk.world.people.values() if person.name == name)
    return [message.text for message in person.chat.visible if message.by_bot]


async def test_who_writes_is_answered(desk: Desk) -> None:
    amina = desk.world.person("Amina", "en")
    async with polled(desk):
        amina.says("/help")
        assert [text[:6] for text in await answers(desk)] == ["❓ Help"]


async def test_nothing_is_confirmed_before_all_of_the_batch_is_committed(desk: Desk) -> None:
    amina, luc = desk.world.person("Amina", "en"), desk.world.person("Luc", "en")
    amina.says("/help")
    luc.says("/help")
    luc_may_go_on = asyncio.Event()

    async def hold_luc(raw: dict[str, Any]) -> None:
        if raw["message"]["from"]["first_name"] == "Luc":
            await luc_may_go_on.wait()

    with desk.world.subscribe() as events:
        async with polled(desk, Watched(desk, hold_luc)):
            while not any(message.by_bot for message in amina.chat.visible):
                await anext(events)
            assert len(desk.account.inbox.waiting) == 2, "hers is committed, but his would be confirmed with it"
            luc_may_go_on.set()
            await desk.account.inbox.drained()


async def test_a_batch_that_cannot_be_committed_comes_again(desk: Desk, outage: Outage, logged: list[Any]) -> None:
    amina = desk.world.person("Amina", "en")
    outage.commits_left = 2  # her command, and the note that it failed
    async with polled(desk):
        amina.says("/help")
        assert [text[:6] for text in await answers(desk)] == ["❓ Help"]
    assert [entry["event"] for entry in logged] == ["updates could not be taken, asking for them again"]


async def test_a_database_that_is_away_holds_up_a_persons_next_message_too(
    desk: Desk, outage: Outage, logged: list[Any]
) -> None:
    amina = desk.world.person("Amina", "en")
    amina.says("/help")
    amina.says("/language")
    outage.commits_left = 2
    async with polled(desk):
        first, second = await answers(desk)
    assert first.startswith("❓ Help")
    assert "Which language do you read?" in second


async def test_one_person_is_answered_in_order_while_others_go_side_by_side(desk: Desk) -> None:
    amina, luc = desk.world.person("Amina", "en"), desk.world.person("Luc", "en")
    order: list[str] = []
    luc_was_there = asyncio.Event()

    async def note(raw: dict[str, Any]) -> None:
        name = raw["message"]["from"]["first_name"]
        if name == "Luc":
            luc_was_there.set()
        await luc_was_there.wait()  # whoever came before him in one single line would wait for ever
        order.append(f"{name} {raw['message']['text']}")

    for command in ("/1", "/2", "/3", "/4"):
        amina.says(command)
    luc.says("/5")
    async with polled(desk, Watched(desk, note)):
        await desk.account.inbox.drained()
    assert [said for said in order if said.startswith("Amina")] == ["Amina /1", "Amina /2", "Amina /3", "Amina /4"]


async def test_the_batch_at_hand_is_finished_before_it_stops(desk: Desk) -> None:
    amina = desk.world.person("Amina", "en")
    started, may_go_on = asyncio.Event(), asyncio.Event()

    async def hold(_raw: dict[str, Any]) -> None:
        started.set()
        await may_go_on.wait()

    async with polled(desk, Watched(desk, hold)) as stopping:
        amina.says("/help")
        await started.wait()
        stopping.set()
        may_go_on.set()
    assert [message.text[:6] for message in amina.chat.visible if message.by_bot] == ["❓ Help"]
    async with polled(desk):  # it was not confirmed any more: it comes again, and has no effect
        assert len(await answers(desk)) == 1


async def test_what_is_cancelled_midway_comes_again(desk: Desk) -> None:
    amina = desk.world.person("Amina", "en")
    started = asyncio.Event()

    async def hold_for_ever(_raw: dict[str, Any]) -> None:
        started.set()
        await asyncio.Event().wait()

    amina.says("/help")
    task = asyncio.create_task(polling.poll(Watched(desk, hold_for_ever), asyncio.Event()))
    await started.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with polled(desk):
        assert [text[:6] for text in await answers(desk)] == ["❓ Help"]


async def test_it_stops_at_once_while_nobody_writes(desk: Desk) -> None:
    desk.world.person("Amina", "en").says("/help")
    async with polled(desk):
        await desk.account.inbox.drained()  # by the question for what comes next, which Telegram now holds open


async def test_an_update_that_cannot_be_read_does_not_hold_up_the_others(desk: Desk, logged: list[Any]) -> None:
    amina = desk.world.person("Amina", "en")
    desk.account.inbox.put("message", amina.id, {"text": "a message without an id or a sender"})
    amina.says("/help")
    async with polled(desk):
        assert [text[:6] for text in await answers(desk)] == ["❓ Help"]
    assert [(entry["event"], entry["kinds"]) for entry in logged] == [("unreadable update", ["message"])]


async def test_another_poller_with_the_same_token_is_told_and_waited_for(desk: Desk, logged: list[Any]) -> None:
    amina = desk.world.person("Amina", "en")
    amina.says("/help")
    async with polled(desk):
        assert len(await answers(desk)) == 1
        desk.account.inbox.end_poll(OTHER_POLLER)
        amina.says("/help")
        assert len(await answers(desk)) == 2
    assert [entry["event"] for entry in logged] == [
        "another program receives with the same token: stop it, or give this one a token of its own"
    ]


@pytest.mark.parametrize(
    ("fault", "failure"),
    [
        (Fault("reset", method="getUpdates", times=3), "TelegramNetworkError"),
        (Fault("reset", method="getUpdates", times=3, after=True), "TelegramNetworkError"),
        (Fault("status", status=500, method="getUpdates", times=3), "TelegramServerError"),
        (Fault("status", status=502, method="getUpdates", times=3), "TelegramServerError"),
    ],
    ids=["no connection", "no answer", "an error of Telegram's", "a gateway's error page"],
)
async def test_telegram_is_asked_again_when_it_is_away(
    desk: Desk, fault: Fault, failure: str, logged: list[Any]
) -> None:
    amina = desk.world.person("Amina", "en")
    amina.says("/help")
    desk.world.faults.add(replace(fault))
    async with polled(desk):
        assert len(await answers(desk)) == 1
    told = [(entry["event"], entry["failure"]) for entry in logged]
    assert told == [("cannot reach Telegram, trying again", failure)] * 3


async def test_telegram_is_left_alone_as_long_as_it_says(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def note(seconds: float) -> None:
        if seconds:  # zero only lets others go first
            waited.append(seconds)

    monkeypatch.setattr("bot.updates.polling.asyncio.sleep", note)
    desk.world.faults.add(Fault("flood", retry_after=17, method="getUpdates"))
    amina = desk.world.person("Amina", "en")
    amina.says("/help")
    async with polled(desk):
        await desk.account.inbox.drained()
    assert waited == [17.0]


async def test_pauses_grow_with_failures_in_a_row_and_stay_at_the_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    pauses = [polling._pause_after(RuntimeError("the database is away"), failures) for failures in range(8)]
    assert pauses == sorted(pauses)
    assert pauses[0] < 1
    assert pauses[-1] == pauses[-2] == 30


async def test_updates_after_a_quiet_week_have_new_ids_and_are_answered(desk: Desk) -> None:
    amina = desk.world.person("Amina", "en")
    desk.account.inbox.next_id = 800_000_000
    async with polled(desk):
        amina.says("/help")
        assert len(await answers(desk)) == 1
        desk.world.clock.move(timedelta(days=8))
        desk.account.inbox.next_id = 100_000_000
        amina.says("/help")
        assert len(await answers(desk)) == 2
