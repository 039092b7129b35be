"""Memory does not grow with the number of people: `python -m benchmarks.memory [--json]`.

Strangers write one message each to the real dispatcher in this process; only the network is left out.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil
from aiogram import Dispatcher

from benchmarks.in_process import receiving
from benchmarks.updates_of import message
from bot.i18n import load_speeches
from bot.understanding.reading import Understanding
from bot.updates.receiving import Receiver
from handlers.dispatcher import make_dispatcher

BATCH = 100  # updates at once, as polling brings them
ALLOWED = 10.0  # MiB
TEXTS = ("/start", "/help", "/hours", "Bonjour")


@dataclass(frozen=True)
class Growth:
    """Of the process's resident memory, between the warm-up and the last stranger."""

    warmed_up_with: int
    strangers: int
    before_mib: float
    after_mib: float
    growth_mib: float


async def meet(receiver: Receiver, first: int, count: int) -> None:
    """So many strangers write, from the given number on."""
    for start in range(first, first + count, BATCH):
        numbers = range(start, min(start + BATCH, first + count))
        await asyncio.gather(
            *(receiver.take(message(number, number, TEXTS[number % len(TEXTS)])) for number in numbers)
        )


async def measure(dispatcher: Dispatcher, warm_up: int, strangers: int) -> Growth:
    with tempfile.TemporaryDirectory() as folder:
        async with receiving(dispatcher, Path(folder)) as (receiver, session):
            await meet(receiver, 0, warm_up)
            before = _resident()
            await meet(receiver, warm_up, strangers)
            after = _resident()
            if session.calls < warm_up + strangers:
                raise RuntimeError("not everybody got an answer")
    return Growth(warm_up, strangers, round(before, 1), round(after, 1), round(after - before, 1))


def _resident() -> float:
    gc.collect()
    return float(psutil.Process().memory_info().rss) / 2**20


def shown(growth: Growth, as_json: bool) -> str:
    if as_json:
        return json.dumps(asdict(growth) | {"allowed_mib": ALLOWED}, indent=2)
    return (
        f"{growth.strangers} strangers after {growth.warmed_up_with}: "
        f"{growth.before_mib} → {growth.after_mib} MiB, {growth.growth_mib} more (allowed: {ALLOWED})"
    )


def main(arguments: list[str] | None = None) -> int:
    """0 if the growth is allowed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    parser.add_argument("--warm-up", type=int, default=5_000, help="strangers before the first look")
    parser.add_argument("--strangers", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    dispatcher = make_dispatcher(load_speeches(), Understanding.load())
    growth = asyncio.run(measure(dispatcher, asked.warm_up, asked.strangers))
    print(shown(growth, asked.json))
    return 0 if growth.growth_mib <= ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main())
