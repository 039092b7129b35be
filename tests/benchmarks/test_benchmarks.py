"""Each benchmark runs, with numbers so small that its figures mean nothing, and says what it found as JSON."""

import gc
import json
import os
import tracemalloc
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from aiogram import Dispatcher

from benchmarks.in_process import receiving
from benchmarks.memory import measure, meet, shown
from benchmarks.neighbourhood import IN_A_ROW, Neighbourhood
from bot.delivery.pacing import FREE, Pacer
from bot.usecases.learning import open_questions
from simulator.refusal import JSON
from tests.support import forks, warm_python

Run = Callable[..., Any]
ROOT = Path(__file__).parent.parent.parent
PER_STRANGER = 10 * 2**20 / 100_000  # bytes


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A benchmark in a process of its own; what it says as JSON."""

    def run(name: str, *options: str) -> Any:
        said, complained = tmp_path / "said", tmp_path / "complained"
        with said.open("w") as out, complained.open("w") as err:
            command = f"benchmarks.{name}", "--json", *options
            code = forks.start(measure_with_forks, command, out=out.fileno(), err=err.fileno()).join()
        complaints = complained.read_text()
        # The exit code says whether the figures are good enough, which they cannot be here.
        assert code in (0, 1), complaints
        assert "Traceback" not in complaints, complaints
        return json.loads(said.read_text())

    return run


def measure_with_forks(command: tuple[str, ...]) -> None:
    """In the process of a benchmark, whose bots are forked too."""
    forks.begin()
    with patch("asyncio.create_subprocess_exec", warm_python.start):
        warm_python.run(command, ROOT, os.environ)


def test_a_kill_loses_nothing_and_does_nothing_twice(run: Run) -> None:
    (outcome,) = run("crash", "--kills", "1", "--terms", "0", "--bare", "0", "--rate", "50")["outcomes"]
    assert outcome["bot"] == "Relais"
    assert outcome["fed"] > 0
    assert (outcome["lost"], outcome["effects_twice"], outcome["out_of_order"]) == (0, 0, 0)


def test_updates_are_counted_for_each_bot(run: Run) -> None:
    found = run("updates", "--updates", "100", "--rounds", "1")
    assert [result["name"] for result in found["results"]] == [
        "Relais, help menu",
        "Relais, opening hours",
        "bare aiogram",
        "bare python-telegram-bot",
    ]
    assert all(result["updates_per_second"] > 0 for result in found["results"])
    assert found["routing_ms"] > 0


async def test_memory_is_measured(dispatcher: Dispatcher) -> None:
    growth = await measure(dispatcher, warm_up=50, strangers=50)
    assert json.loads(shown(growth, as_json=True))["before_mib"] > 0


async def test_strangers_leave_nothing_in_memory(
    dispatcher: Dispatcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strangers = 150
    monkeypatch.setattr(open_questions, "REMEMBERED", 10)  # of the last messages, so many are kept for an hour
    pacer = Pacer(FREE, now=count(1.0).__next__)  # remembers chats for some seconds: here they pass
    async with receiving(dispatcher, tmp_path, pacer) as (receiver, _):
        tracemalloc.start()
        await meet(receiver, 0, strangers)  # fills what is kept for everybody
        left = []
        for round_ in range(1, 4):  # what fills late is filled once; a leak is there each time
            before = _allocated()
            await meet(receiver, round_ * strangers, strangers)
            left.append(_allocated() - before)
        tracemalloc.stop()
    assert min(left) < strangers * PER_STRANGER


def _allocated() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


@pytest.mark.parametrize(
    ("answered", "missing", "twice", "out_of_order"),
    [
        (IN_A_ROW, 0, 0, 0),
        (IN_A_ROW[1:], 1, 0, 0),
        (IN_A_ROW[::-1], 0, 0, 1),
        ((IN_A_ROW[0], *IN_A_ROW), 0, 1, 0),
    ],
)
def test_what_counts_as_missing_twice_and_out_of_order(
    answered: tuple[str, ...], missing: int, twice: int, out_of_order: int
) -> None:
    world = Neighbourhood("1:a-token", latency=0)
    while len(world.fed) < 10:  # seven strangers, then somebody who writes three messages
        world.newcomer()
    last = list(world.asked)[-1]
    for person_id, texts in (world.asked | {last: answered}).items():
        for text in texts:
            sent: JSON = {"text": text}
            world.post(world.chat(world.people[person_id]), sent, world.account)
    found = world.answers()
    assert (found.missing, found.twice, found.out_of_order) == (missing, twice, out_of_order)


def test_claims_have_one_winner_each(run: Run) -> None:
    found = run("claims", "--requests", "3", "--volunteers", "12", "--processes", "2")
    for name, tries in (("same_instant", 12), ("many", 36)):
        assert [outcome["database"] for outcome in found[name]] == ["SQLite", "PostgreSQL"]
        for outcome in found[name]:
            assert outcome["won"] == outcome["claimed_once"] == outcome["requests"]
            assert (outcome["won"] + outcome["kind_noes"], outcome["errors"]) == (tries, {})
