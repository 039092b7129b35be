"""How many updates a second, beside bare libraries: `python -m benchmarks.updates [--json]`.

Our bot (with its database, answering with the help menu and with the opening hours), a bare aiogram echo and a bare
python-telegram-bot echo, each a process of its own on one core, served by the same stub on the other, take turns.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import statistics
import sys
import tempfile
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks import stub_api
from benchmarks.bot_process import BARE_AIOGRAM, BARE_PTB, RELAIS, BotProcess, keep_to_core
from benchmarks.routing import routing_ms
from bot.i18n import load_speeches
from bot.understanding.reading import Understanding
from handlers.dispatcher import make_dispatcher

AIM_RATIO, AIM_ROUTING_MS = 0.40, 0.3
LONGEST = 120  # seconds for one turn
YARDSTICK = "bare aiogram"


@dataclass
class Contestant:
    """A bot and what people write to it."""

    name: str
    text: str
    bot: BotProcess
    line: stub_api.Line
    rates: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    async def turn(self, updates: int) -> None:
        before = self.bot.cpu_seconds()
        asking = asyncio.create_task(self.line.ask(self.text, updates))
        ending = asyncio.create_task(self.bot.ended())
        await asyncio.wait({asking, ending}, timeout=LONGEST, return_when=asyncio.FIRST_COMPLETED)
        ending.cancel()
        self.bot.check_alive()
        if not asking.done():
            raise TimeoutError(f"{self.name} took longer than {LONGEST} s for a turn")
        seconds = asking.result()
        self.rates.append(updates / seconds)
        self.cpu.append((self.bot.cpu_seconds() - before) * 1e6 / updates)


@dataclass(frozen=True)
class Result:
    """The middle one of the rounds."""

    name: str
    updates_per_second: float
    cpu_us_per_update: float
    rate_to_bare_aiogram: float
    cpu_to_bare_aiogram: float
    """How many times less CPU bare aiogram takes: comparable with the ratio of rates, and steadier."""


async def compete(updates: int, rounds: int) -> list[Result]:
    keep_to_core(os.getpid(), 1)
    async with AsyncExitStack() as stack:
        address, lines = await stack.enter_async_context(stub_api.serving())
        contestants: list[Contestant] = []
        for number, module in enumerate((RELAIS, BARE_AIOGRAM, BARE_PTB)):
            token = f"{1000000001 + number}:the-token-of-the-benchmarks-and-no-other"
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            bot = BotProcess(module, address, folder, token)
            if module != RELAIS:
                bot.use_no_database()
            stack.push_async_callback(bot.stop, signal.SIGTERM)
            await bot.start(core=0)
            contestants += [Contestant(name, text, bot, lines[token]) for name, text in TASKS[module]]
        for _ in range(rounds + 1):  # the first is the warm-up
            for contestant in contestants:
                await contestant.turn(updates)
        return _results(contestants)


TASKS = {
    RELAIS: [("Relais, help menu", "/help"), ("Relais, opening hours", "/hours")],
    BARE_AIOGRAM: [(YARDSTICK, "/help")],
    BARE_PTB: [("bare python-telegram-bot", "/help")],
}


def _results(contestants: list[Contestant]) -> list[Result]:
    rates = {contestant.name: statistics.median(contestant.rates[1:]) for contestant in contestants}
    cpu = {contestant.name: statistics.median(contestant.cpu[1:]) for contestant in contestants}
    return [
        Result(
            name=name,
            updates_per_second=round(rates[name]),
            cpu_us_per_update=round(cpu[name]),
            rate_to_bare_aiogram=round(rates[name] / rates[YARDSTICK], 2),
            cpu_to_bare_aiogram=round(cpu[YARDSTICK] / cpu[name], 2),
        )
        for name in rates
    ]


def main(arguments: list[str] | None = None) -> int:
    """0 if our screens and the routing are as fast as they aim to be."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.updates", description=__doc__)
    parser.add_argument("--updates", type=int, default=2000, help="in each turn")
    parser.add_argument("--rounds", type=int, default=5, help="after the warm-up")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    results = asyncio.run(compete(asked.updates, asked.rounds))
    routing = asyncio.run(routing_ms(make_dispatcher(load_speeches(), Understanding.load()), asked.updates))
    if asked.json:
        found = {"results": [asdict(result) for result in results], "routing_ms": round(routing, 3)}
        print(json.dumps(found | {"aim_ratio": AIM_RATIO, "aim_routing_ms": AIM_ROUTING_MS}, indent=2))
    else:
        for result in results:
            print(
                f"{result.name}: {result.updates_per_second:.0f} updates/s ({result.rate_to_bare_aiogram:.2f} of bare "
                f"aiogram), {result.cpu_us_per_update:.0f} µs CPU an update ({result.cpu_to_bare_aiogram:.2f})"
            )
        print(f"routing: {routing:.3f} ms")
    ours = [result for result in results if result.name.startswith("Relais")]
    fast = all(result.rate_to_bare_aiogram >= AIM_RATIO for result in ours) and routing <= AIM_ROUTING_MS
    return 0 if fast else 1


if __name__ == "__main__":
    sys.exit(main())
