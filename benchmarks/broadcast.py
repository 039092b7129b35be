"""A broadcast as Telegram sees it: `python -m benchmarks.broadcast --people 3000 [--json]`.

The real bot, a process on one core, sends to a simulated Telegram on the other, 50 to 100 ms away, under two models of
Telegram's unpublished rule, while some people write and wait for answers; python-telegram-bot with its AIORateLimiter
does the same work. Then both sizes at a thousand a second, with the bot's peak memory. It takes half an hour.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from benchmarks.bot_process import RELAIS, ROOT, TOKEN, BotProcess, keep_to_core
from benchmarks.broadcast_world import AUTHOR, FIRST_ID, TEXT, Audience
from bot.content.pack import read_pack
from bot.database import open_database
from bot.domain.broadcasts import BroadcastState
from bot.usecases.content import PackImport
from db.models.broadcasts import Broadcast
from db.models.people import Person
from simulator.pacing import Generous, Pacing, StrictWindow, TokenBucket
from simulator.server import serving

LATENCY = (0.05, 0.1)  # seconds there and back
PERMITTED = 30.0  # a second, by both models
ASKED = 1.0  # questions a second meanwhile
PATIENCE = 60  # seconds without any message, after which it is over
AIM_RATIO, AIM_ANSWER, AIM_MEMORY, AIM_SCHEDULE = 0.94, 0.5, 1.2, 110
RULES: dict[str, Callable[[], Pacing]] = {"token bucket": TokenBucket, "strict window": StrictWindow}


@dataclass(frozen=True)
class Outcome:
    sender: str
    server: str
    rate: float
    """Messages a second that the sender was set to."""
    people: int
    arrived: int
    refused_with_429: int
    seconds: float
    """From the first message to the last."""
    messages_a_second: float
    """Copies and answers."""
    achieved_to_permitted: float | None
    answers: int
    answer_p99_ms: float | None
    peak_mib: float
    cpu_ms_a_message: float
    """Of the sender's process: what one core gets is a thousand divided by it."""


async def relais(people: int, rate: float, server: str) -> Outcome:
    world = _audience(people, RULES.get(server, Generous)())
    with tempfile.TemporaryDirectory() as folder:
        async with serving(world) as address:
            bot = BotProcess(RELAIS, address, Path(folder))
            bot.use_rate(rate)
            await _prepare(bot.database, people)
            await bot.start(core=0)
            asking = asyncio.create_task(world.ask(ASKED))
            try:
                cost = await _until_over(world, bot, people)
            finally:
                asking.cancel()
                await bot.stop(signal.SIGTERM)
    return _outcome("Relais", server, rate, world, people, cost)


async def python_telegram_bot(people: int, server: str) -> Outcome:
    world = _audience(people, RULES[server]())
    with tempfile.TemporaryDirectory() as folder:
        async with serving(world) as address:
            bot = BotProcess(("benchmarks.ptb_broadcast", str(people)), address, Path(folder))
            await bot.start(core=0)
            try:
                cost = await _until_over(world, bot, people)
            finally:
                await bot.stop(signal.SIGTERM)
    return _outcome("python-telegram-bot, AIORateLimiter", server, PERMITTED, world, people, cost)


def _audience(people: int, rule: Pacing) -> Audience:
    world = Audience(TOKEN, people, rule, LATENCY)
    gc.collect()
    gc.freeze()  # a Telegram that stops to collect garbage would count what waits meanwhile as sent at once
    return world


async def _prepare(file: Path, people: int) -> None:
    """A database with so many people, and a broadcast to all of them that is due."""
    now = datetime.now(UTC)
    async with open_database(f"sqlite+aiosqlite:///{file}") as sessions, sessions.begin() as session:
        await PackImport(session, now).bring_up_to_date(read_pack(ROOT / "organisations" / "les-pissenlits"))
        for start in range(0, people, 5000):
            ids = range(FIRST_ID + start, FIRST_ID + min(start + 5000, people))
            rows = [{"id": number, "language": "fr", "first_seen_at": now, "last_seen_at": now} for number in ids]
            await session.execute(insert(Person), rows)
        session.add(
            Broadcast(
                author_id=AUTHOR,
                state=BroadcastState.SCHEDULED,
                texts={"fr": TEXT},
                audience={},
                missing="fr",
                due_at=now,
                over_quiet_hours=True,
                created_at=now,
            )
        )


@dataclass
class Cost:
    """Of the sender's process."""

    peak_mib: float = 0.0
    cpu_before: float | None = None
    cpu_seconds: float = 0.0

    def note(self, bot: BotProcess, begun: bool) -> None:
        self.peak_mib = max(self.peak_mib, bot.resident_mib())
        if begun:
            self.cpu_seconds = bot.cpu_seconds()
            self.cpu_before = self.cpu_seconds if self.cpu_before is None else self.cpu_before


async def _until_over(world: Audience, bot: BotProcess, people: int) -> Cost:
    cost, copies, since = Cost(), 0, time.monotonic()
    while world.copies < people and time.monotonic() - since < PATIENCE:
        await asyncio.sleep(0.2)
        if bot.is_alive:
            cost.note(bot, begun=world.copies > 0)
        if world.copies != copies:
            copies, since = world.copies, time.monotonic()
    return cost


def _outcome(sender: str, server: str, rate: float, world: Audience, people: int, cost: Cost) -> Outcome:
    seconds = world.last - world.first
    answers = sorted(world.answers)
    speed = (world.copies + len(answers)) / seconds
    return Outcome(
        sender=sender,
        server=server,
        rate=rate,
        people=people,
        arrived=world.copies,
        refused_with_429=world.rule.refused,
        seconds=round(seconds, 1),
        messages_a_second=round(speed, 2),
        achieved_to_permitted=round(speed / PERMITTED, 3) if server in RULES else None,
        answers=len(answers),
        answer_p99_ms=round(answers[len(answers) * 99 // 100] * 1000) if answers else None,
        peak_mib=round(cost.peak_mib, 1),
        cpu_ms_a_message=round((cost.cpu_seconds - (cost.cpu_before or 0)) * 1000 / (world.copies + len(answers)), 2),
    )


async def compare(people: int, few: int, many: int) -> list[Outcome]:
    keep_to_core(os.getpid(), 1)
    outcomes = []
    for server in RULES:
        outcomes.append(await relais(people, 28.5, server))
        outcomes.append(await python_telegram_bot(people, server))
    outcomes += [await relais(count, 1000, "none") for count in (few, many) if count]
    return outcomes


def main(arguments: list[str] | None = None) -> int:
    """0 if ours kept to the rule, used what it allows, answered in time, and stayed small."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.broadcast", description=__doc__)
    parser.add_argument("--people", type=int, default=3000, help="recipients at the free rate")
    parser.add_argument("--few", type=int, default=2000, help="recipients at 1,000 a second; 0 leaves it out")
    parser.add_argument("--many", type=int, default=100_000, help="as --few, to compare the memory")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    outcomes = asyncio.run(compare(asked.people, asked.few, asked.many))
    kept = _kept([outcome for outcome in outcomes if outcome.sender == "Relais"])
    if asked.json:
        print(json.dumps({"outcomes": [asdict(outcome) for outcome in outcomes], "kept": kept}, indent=2))
    else:
        print("\n".join(f"{name}: {value}" for outcome in outcomes for name, value in asdict(outcome).items()))
        print(kept)
    return 0 if all(kept.values()) else 1


def _kept(ours: list[Outcome]) -> dict[str, bool]:
    free = [outcome for outcome in ours if outcome.server in RULES]
    fast = [outcome for outcome in ours if outcome.server not in RULES]
    kept = {
        f"achieved at least {AIM_RATIO} of what is permitted": all(
            (outcome.achieved_to_permitted or 0) >= AIM_RATIO for outcome in free
        ),
        "no 429": not any(outcome.refused_with_429 for outcome in free),
        "everybody got it": all(outcome.arrived == outcome.people for outcome in ours),
        f"answers within {AIM_ANSWER * 1000:.0f} ms": all(
            (outcome.answer_p99_ms or 0) <= AIM_ANSWER * 1000 for outcome in free
        ),
    }
    if len(fast) == 2:
        kept[f"memory grows by less than {AIM_MEMORY}"] = fast[1].peak_mib <= AIM_MEMORY * fast[0].peak_mib
        kept[f"{fast[1].people} people within {AIM_SCHEDULE} s"] = fast[1].seconds <= AIM_SCHEDULE
    return kept


if __name__ == "__main__":
    sys.exit(main())
