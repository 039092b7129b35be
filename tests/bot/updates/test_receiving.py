"""Whatever way updates come in: each once, each person's own in order, and people side by side."""

from __future__ import annotations

import asyncio
import gc
from dataclasses import replace
from typing import Any, cast

from aiogram import Bot, Dispatcher
from aiogram.types import Update
from sqlalchemy import func, select

from bot.app import make_receiver
from bot.delivery.pacing import FREE, Pacer
from bot.updates.receiving import Receiver
from bot.usecases.desk import DeskCache
from db.models.people import TakenUpdate
from db.session import Sessions
from simulator.world import World
from tests.bot.conftest import Outage
from tests.support.conversation import TOKEN, Desk

AMINA, LUC = 5_000_000_001, 5_000_000_002


class Gate:
    """In the place of the dispatcher: notes who came in, and lets them out when the test says so."""

    def __init__(self) -> None:
        self.inside: list[int] = []
        self.out: list[int] = []
        self.open = asyncio.Event()
        self.came = asyncio.Condition()

    async def feed_update(self, _bot: Bot, update: Update, **_needs: object) -> None:
        self.inside.append(update.update_id)
        async with self.came:
            self.came.notify_all()
        await self.open.wait()
        self.out.append(update.update_id)

    async def holds(self, count: int) -> None:
        async with self.came:
            await self.came.wait_for(lambda: len(self.inside) == count)


def receiver(gate: Gate) -> Receiver:
    return Receiver(Bot(TOKEN), cast("Dispatcher", gate))


def says(update_id: int, person: int) -> dict[str, Any]:
    user = {"id": person, "is_bot": False, "first_name": "Somebody"}
    chat = {"id": person, "type": "private", "first_name": "Somebody"}
    return {
        "update_id": update_id,
        "message": {"message_id": update_id, "date": 1795258800, "from": user, "chat": chat, "text": "/help"},
    }


async def test_one_persons_updates_go_one_after_the_other_and_others_beside_them() -> None:
    gate = Gate()
    takes = receiver(gate)
    updates = [says(1, AMINA), says(2, AMINA), says(3, LUC), says(4, AMINA)]
    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
        for update in updates:
            tasks.create_task(takes.take(update))
        await gate.holds(2)
        assert gate.inside == [1, 3]
        gate.open.set()
    assert [number for number in gate.out if number != 3] == [1, 2, 4]


async def test_locks_are_freed() -> None:
    gate = Gate()
    gate.open.set()
    takes = receiver(gate)
    await asyncio.gather(*(takes.take(says(number, AMINA + number)) for number in range(1000)))
    gc.collect()
    assert len(gate.out) == 1000
    assert len(takes._turns) == 0


async def test_an_update_delivered_twice_takes_effect_once(desk: Desk) -> None:
    amina = desk.person("Amina", "en")
    amina.person.says("/help")
    (update,) = await desk.account.inbox.poll(0, 100, 0)
    await desk.receiver.take(update)
    await desk.receiver.take(update)
    assert len([message for message in amina.chat.visible if message.by_bot]) == 1


async def test_an_update_delivered_to_several_processes_at_once_takes_effect_once(
    desk: Desk, world: World, sessions: Sessions, dispatcher: Dispatcher
) -> None:
    amina = desk.person("Amina", "en")
    amina.person.says("/help")
    (update,) = await desk.account.inbox.poll(0, 100, 0)
    bot, caches = desk.receiver.bot, [DeskCache() for _ in range(5)]
    works = [replace(desk.by_itself, desks=cache) for cache in caches]
    processes = [make_receiver(bot, dispatcher, work, Pacer(FREE), desk.learned) for work in works]
    await asyncio.gather(*(process.take(update) for process in processes))
    assert len([message for message in amina.chat.visible if message.by_bot]) == 1
    async with sessions() as session:
        assert await session.scalar(select(func.count()).select_from(TakenUpdate)) == 1


async def test_an_update_whose_commit_failed_once_counts_as_taken_and_the_person_reads_a_number(
    desk: Desk, outage: Outage, logged: list[Any]
) -> None:
    amina = desk.person("Amina", "en")
    outage.commits_left = 1
    await amina.says("/help").sees("something went wrong on our side")
    (failed,) = [entry for entry in logged if entry["event"] == "update failed"]
    assert failed["incident"] in amina.answer[0].text
    await amina.says("/help").sees("❓ Help")


async def test_what_no_person_sent_is_taken_and_not_answered(desk: Desk) -> None:
    amina = desk.person("Amina", "en")
    await amina.says("/help")
    before = len(amina.chat.messages)
    amina.person.blocks()
    await desk.pump()
    amina.person.unblocks()
    await desk.pump()
    assert len(amina.chat.messages) == before
    group = desk.world.group("Neighbours", [amina.person])
    amina.person.says("/help", group)
    await desk.pump()
    assert not any(message.by_bot for message in group.messages)
    assert not desk.account.inbox.waiting
