"""What stops and kills cost: `python -m benchmarks.crash [--json]`.

People write without a pause, while the bot's process is killed and stopped again and again and started anew each time.
Then everything is left to drain, and counted: updates that never took effect, answers that came twice or out of order.
A bare aiogram bot goes through the same, with fewer stops.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import signal
import sqlite3
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.bot_process import BARE_AIOGRAM, RELAIS, TOKEN, BotProcess
from benchmarks.neighbourhood import Neighbourhood
from simulator.server import serving

LATENCY = 0.02  # seconds that Telegram is away
ALIVE = (1.0, 3.0)  # seconds from the first answer to the next stop
START, DRAIN = 60, 180  # seconds after which a start or the drain has failed
LONGEST_TERM = 10  # seconds for a SIGTERM
QUIET = 1.5  # seconds without a new answer, when nothing waits any more


@dataclass(frozen=True)
class Outcome:
    """Of one bot, by one way of receiving."""

    bot: str
    receiving: str
    kills: int
    terms: int
    fed: int
    lost: int
    """Updates that never took effect."""
    lost_per_restart: float
    effects_twice: int
    """Updates that took effect twice, and answers beyond one a message."""
    out_of_order: int
    """People whose answers came in another order than their messages."""
    answers_lost: int
    """Updates that took effect, but were cut off before the answer went out."""
    longest_sigterm_seconds: float

    @property
    def kept_the_promise(self) -> bool:
        return not (self.lost or self.effects_twice or self.out_of_order) and (
            self.longest_sigterm_seconds <= LONGEST_TERM
        )


async def crash(module: tuple[str, ...], receiving: str, kills: int, terms: int, rate: float) -> Outcome:
    stops = [signal.SIGKILL] * kills + [signal.SIGTERM] * terms
    random.shuffle(stops)
    world = Neighbourhood(TOKEN, LATENCY)
    stopping = asyncio.Event()
    ended: list[tuple[signal.Signals, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        async with serving(world) as address:
            bot = BotProcess(module, address, Path(folder))
            if receiving == "webhook":
                bot.use_webhook()
            writing = asyncio.create_task(world.write(rate, stopping))
            try:
                for number in stops:
                    ended.append((number, await _live_until(bot, world, number)))
                    _say(f"{module[0]}, {receiving}: {number.name} {len(ended)} of {len(stops)}")
                await _start(bot, world)
                stopping.set()
                await writing
                await _drained(bot, world)
            finally:
                writing.cancel()
                ended.append((signal.SIGTERM, await bot.stop(signal.SIGTERM)))
        taken = _taken(bot.database)
    answers = world.answers()
    lost = len(set(world.fed) - set(taken))
    sigterms = [seconds for number, seconds in ended if number == signal.SIGTERM]
    return Outcome(
        bot="Relais" if module == RELAIS else "bare aiogram",
        receiving=receiving,
        kills=kills,
        terms=terms,
        fed=len(world.fed),
        lost=lost,
        lost_per_restart=round(lost / len(stops), 1),
        effects_twice=len(taken) - len(set(taken)) + answers.twice,
        out_of_order=answers.out_of_order,
        answers_lost=max(answers.missing - lost, 0),
        longest_sigterm_seconds=round(max(sigterms), 2),
    )


async def _live_until(bot: BotProcess, world: Neighbourhood, number: signal.Signals) -> float:
    await _start(bot, world)
    await asyncio.sleep(random.uniform(*ALIVE))
    bot.check_alive()
    return await bot.stop(number)


async def _start(bot: BotProcess, world: Neighbourhood) -> None:
    """Returns with its first answer."""
    before = world.answer_count
    await bot.start()
    async with asyncio.timeout(START):
        while world.answer_count == before:
            bot.check_alive()
            await asyncio.sleep(0.05)


async def _drained(bot: BotProcess, world: Neighbourhood) -> None:
    """Nothing waits any more, and no more answers come."""
    last, since = world.answer_count, time.monotonic()
    async with asyncio.timeout(DRAIN):
        while world.account.inbox.waiting or time.monotonic() - since < QUIET:
            bot.check_alive()
            await asyncio.sleep(0.1)
            if last != world.answer_count:
                last, since = world.answer_count, time.monotonic()


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def _taken(database: Path) -> list[int]:
    with sqlite3.connect(database) as connection:
        return [update_id for (update_id,) in connection.execute("SELECT update_id FROM taken_update")]


async def compare(kills: int, terms: int, bare_stops: int, rate: float) -> list[Outcome]:
    """Half of ours by polling and half by webhook; the bare bot as many kills as SIGTERMs, each by both ways."""
    outcomes = []
    for receiving, rounded in (("polling", 1), ("webhook", 0)):
        for module, killed, stopped in (
            (RELAIS, (kills + rounded) // 2, (terms + rounded) // 2),
            (BARE_AIOGRAM, bare_stops, bare_stops),
        ):
            if killed or stopped:
                outcomes.append(await crash(module, receiving, killed, stopped, rate))
    return outcomes


def _readable(outcome: Outcome) -> str:
    return (
        f"{outcome.bot} by {outcome.receiving}: {outcome.kills} × kill -9, {outcome.terms} × SIGTERM, "
        f"{outcome.fed} updates\n"
        f"  lost {outcome.lost} ({outcome.lost_per_restart} a restart), twice {outcome.effects_twice}, "
        f"out of order {outcome.out_of_order}, answers cut off {outcome.answers_lost}, "
        f"longest SIGTERM {outcome.longest_sigterm_seconds} s"
    )


def main(arguments: list[str] | None = None) -> int:
    """0 if ours lost nothing, did nothing twice, kept the order and ended in time."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=20, help="kill -9, half by polling, half by webhook")
    parser.add_argument("--terms", type=int, default=10, help="SIGTERM, half and half too")
    parser.add_argument("--bare", type=int, default=2, help="kills, and SIGTERMs, of bare aiogram, by each way")
    parser.add_argument("--rate", type=float, default=200, help="updates a second")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    outcomes = asyncio.run(compare(asked.kills, asked.terms, asked.bare, asked.rate))
    if asked.json:
        print(json.dumps({"rate": asked.rate, "outcomes": [asdict(outcome) for outcome in outcomes]}, indent=2))
    else:
        print("\n".join(_readable(outcome) for outcome in outcomes))
    return 0 if all(outcome.kept_the_promise for outcome in outcomes if outcome.bot == "Relais") else 1


if __name__ == "__main__":
    sys.exit(main())
