"""What every test may ask for. Whatever asks for a database runs twice: on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import ssl
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from aiogram import Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from hypothesis import settings
from sqlalchemy import URL, Dialect, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.domain.roles import COORDINATOR, VOLUNTEER
from bot.i18n import Speech, load_speeches
from bot.understanding.reading import Understanding
from db.base import Base
from db.session import Sessions, make_engine
from handlers.dispatcher import make_dispatcher
from simulator.world import World
from tests.conftest import LES_PISSENLITS
from tests.support.conversation import Desk, open_desk
from tests.support.databases import Databases, PostgreSQL, SQLite
from tests.support.network import AMINA, CLAIRE, IONELA, MARC, SOFIE, Network

settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("dev", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(scope="session", autouse=True)
def quick_goodbyes() -> Iterator[None]:
    """aiogram waits a quarter of a second when a session closes, for TLS, of which there is none here; and reads all
    certificates of the world when one opens, which once is enough."""

    async def close(session: AiohttpSession) -> None:
        if session._session is not None:
            await session._session.close()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(AiohttpSession, "close", close)
        patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        yield


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> SQLite:
    return SQLite(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql(testrun_uid: str, worker_id: str) -> Iterator[PostgreSQL]:
    with PostgreSQL.serving(testrun_uid, worker_id) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """The kind of database that this run of the test is about."""
    found: Databases = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def pack() -> Path:
    """The content pack that the database holds; a module with another one gives its own fixture."""
    return LES_PISSENLITS


@pytest.fixture
async def database_url(databases: Databases, pack: Path) -> AsyncIterator[str]:
    """A migrated database of its own, with the pack imported."""
    async with databases.fresh(pack) as url:
        yield url


class Engines:
    """One for each kind of database, which connects to that of the test at hand: an engine keeps what it has compiled,
    and compiling is a seventh of what a test costs."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[AsyncEngine, list[URL]]] = {}

    def at(self, url: URL) -> AsyncEngine:
        if url.drivername not in self._kept:
            engine, where = self._kept[url.drivername] = make_engine(url.render_as_string(hide_password=False)), [url]
            event.listen(engine.sync_engine, "do_connect", partial(self._elsewhere, where))
        engine, where = self._kept[url.drivername]
        where[0] = url
        return engine

    @staticmethod
    def _elsewhere(where: list[URL], dialect: Dialect, _record: object, args: list[Any], named: dict[str, Any]) -> None:
        args[:], new = dialect.create_connect_args(where[0])
        named.update(new)


@pytest.fixture(scope="session")
def engines() -> Engines:
    return Engines()


@pytest.fixture
async def sessions(database_url: str, engines: Engines) -> AsyncIterator[Sessions]:
    engine = engines.at(make_url(database_url))
    yield Sessions(engine)
    await engine.dispose()


@pytest.fixture
async def session(sessions: Sessions) -> AsyncIterator[AsyncSession]:
    """One on a database in which nothing has been imported yet."""
    async with sessions() as session:
        for table in reversed(Base.metadata.sorted_tables):
            await session.execute(table.delete())
        await session.commit()
        yield session


@pytest.fixture(scope="session")
def speeches() -> dict[str, Speech]:
    return load_speeches()


@pytest.fixture(scope="session")
def dispatcher(speeches: dict[str, Speech]) -> Dispatcher:
    return make_dispatcher(speeches, Understanding.load())


@pytest.fixture
def world() -> World:
    """A Telegram in which it is noon on Saturday 21 November 2026 in Brussels, until the test moves the clock."""
    world = World()
    world.clock.set(datetime(2026, 11, 21, 11, 0, tzinfo=UTC))
    world.clock.freeze()
    return world


@pytest.fixture
async def desk(world: World, sessions: Sessions, dispatcher: Dispatcher) -> AsyncIterator[Desk]:
    """The bot at work in that world: `desk.person("Amina", "ar")` talks to it."""
    async with open_desk(world, sessions, dispatcher) as desk:
        yield desk


@pytest.fixture
async def network(sessions: Sessions) -> Network:
    """Amina needs help; Marc and Sofie are volunteers, Ionela one who speaks only Romanian, Claire coordinates."""
    network = Network(sessions)
    await network.join(AMINA)
    await network.join(MARC, VOLUNTEER, languages=["fr", "ar"], areas=["cureghem"])
    await network.join(SOFIE, VOLUNTEER, languages=["nl", "ar"], topics=["housing"], notify="daily")
    await network.join(IONELA, VOLUNTEER, languages=["ro"])
    await network.join(CLAIRE, COORDINATOR, notify="never")
    return network
