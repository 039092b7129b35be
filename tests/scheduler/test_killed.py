"""`kill -9` in the middle of a broadcast, again and again: nothing is lost, and nearly nothing comes twice."""

from __future__ import annotations

import asyncio
import math
import random
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from aiogram.exceptions import TelegramAPIError

from bot.domain.notices import NoticeKind
from db.session import Sessions
from simulator.world import World
from tests.support.delivering_process import start
from tests.support.delivery import COPY, JOINED, Office, open_office

PEOPLE, KILLS, RATE = 2000, 20, 200.0
SHARE = 0.8 * PEOPLE / KILLS  # of the messages, before each kill: some copies stay unknown
AHEAD = 2  # transactions between taking and marking, of a fiftieth of a second each


class CountingWorld(World):
    """In real time, with 50 to 100 ms to Telegram and back; counts what arrives."""

    def __init__(self) -> None:
        super().__init__(history=2)
        self.arrived: Counter[int] = Counter()
        self.faults.latency = self.faults.jitter = 0.05

    def post(self, chat: Any, content: Any, author: Any) -> Any:
        self.arrived[chat.id] += 1
        return super().post(chat, content, author)


@asynccontextmanager
async def measured_latency(office: Office) -> AsyncIterator[list[float]]:
    """Seconds to Telegram and back, again and again meanwhile."""
    measured: list[float] = []

    async def measure() -> None:
        while True:
            began = time.monotonic()
            with suppress(TelegramAPIError):  # a busy machine: it is measured again
                await office.bot.get_me()
            measured.append(time.monotonic() - began)

    measuring = asyncio.create_task(measure())
    yield measured
    measuring.cancel()
    await asyncio.gather(measuring, return_exceptions=True)


async def deliver_with_kills(world: CountingWorld, office: Office, url: str, processes: int) -> None:
    """So many processes run; twenty times one of them is killed, at any instant, and another begins."""
    running = [start(office.address, url, RATE) for _ in range(processes)]
    try:
        for number in range(KILLS):
            instant = (number + random.random()) * SHARE
            async with asyncio.timeout(60):
                while True:
                    if world.arrived.total() >= instant:
                        break
                    await asyncio.sleep(random.uniform(0, 0.01))
            victim = running.pop(0)
            victim.kill()
            victim.join()
            running.append(start(office.address, url, RATE))
        async with asyncio.timeout(60):
            while True:
                counts = await office.counts()
                if not counts["pending"] + counts["sending"]:
                    return
                await asyncio.sleep(0.1)
    finally:
        for process in running:
            process.kill()
            process.join()


async def kill_again_and_again(
    sessions: Sessions, url: str, kind: NoticeKind, processes: int
) -> tuple[int, int, int, int]:
    """How many people got nothing though that is not known, how many messages came twice, how many rows are unknown,
    and how many messages a second's rate has on its way (p99)."""
    world = CountingWorld()
    async with open_office(world, sessions) as office, measured_latency(office) as latencies:
        await office.write_copies(PEOPLE, kind)
        await deliver_with_kills(world, office, url, processes)
        rows = await office.rows()
    latency = sorted(latencies)[len(latencies) * 99 // 100]
    lost = sum(not world.arrived[row.chat_id] and row.state != "unknown" for row in rows)
    repeated = sum(count - 1 for count in world.arrived.values())
    unknown = sum(row.state == "unknown" for row in rows)
    print(f"lost {lost}, repeated {repeated}, unknown {unknown}, p99 {latency:.3f} s")  # noqa: T201 - with -s
    return lost, repeated, unknown, math.ceil(RATE * latency)


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
async def test_a_broadcast_survives_twenty_kills(sessions: Sessions, database_url: str) -> None:
    lost, repeated, unknown, on_the_way = await kill_again_and_again(sessions, database_url, COPY, 1)
    assert (lost, repeated) == (0, 0)
    assert unknown <= KILLS * (on_the_way + AHEAD * RATE / 50)


@pytest.mark.parametrize(("databases", "processes"), [("sqlite", 1), ("postgresql", 3)], indirect=["databases"])
async def test_reminders_survive_twenty_kills(sessions: Sessions, database_url: str, processes: int) -> None:
    lost, repeated, unknown, on_the_way = await kill_again_and_again(sessions, database_url, JOINED, processes)
    assert (lost, unknown) == (0, 0)
    assert repeated <= KILLS * (on_the_way + 1)
