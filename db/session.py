"""The engine and its sessions: one code path for SQLite and PostgreSQL."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite
from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

Result = TypeVar("Result")

CONNECTIONS = 20  # to PostgreSQL


def make_engine(url: str) -> AsyncEngine:
    """An engine for `sqlite+aiosqlite://…` or `postgresql+asyncpg://…`. Values never show in errors or logs.
    OSError for a file that cannot be opened."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_async_engine(url, hide_parameters=True, pool_size=CONNECTIONS, max_overflow=0, pool_pre_ping=True)
    file = make_url(url).database
    if file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        with Path(file).open("ab"):  # OSError here: aiosqlite's thread would outlive a file that cannot be opened
            pass
    # One connection: SQLite has one writer, and waiting for the pool is free, where its own lock polls.
    engine = create_async_engine(
        url,
        hide_parameters=True,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=60,
        connect_args={"async_creator_fn": _connect},
    )
    event.listen(engine.sync_engine, "connect", _on_connect)
    event.listen(engine.sync_engine, "begin", _on_begin)
    return engine


class Sessions(async_sessionmaker[AsyncSession]):
    """As many transactions at once as there are connections; who waits gets one in turn.

    The pool alone would give a free connection to whoever asks just then.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        super().__init__(engine, expire_on_commit=False)
        self._turns = asyncio.Semaphore(1 if engine.dialect.name == "sqlite" else CONNECTIONS)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncSession]:  # type: ignore[override]
        """One transaction. (SQLAlchemy's own ends in a task of its own, before which others get between.)"""
        async with self._turns:
            session = self()
            try:
                yield session
                await session.commit()
            except BaseException:
                await session.rollback()  # closing alone leaves the connection in a transaction whose COMMIT failed
                await session.close()
                raise


class _InPlace(aiosqlite.Connection):
    """Runs each statement where it is awaited.

    The way to aiosqlite's thread and back, sixteen times an update, costs ten times what SQLite itself does; and with
    one connection nobody else could use the database meanwhile anyway.
    """

    async def _execute(self, fn: Callable[..., Result], *args: Any, **kwargs: Any) -> Result:
        return fn(*args, **kwargs)

    def begin(self) -> None:
        """Ready to write."""
        # A deferred transaction that turns into a writing one fails at once when somebody else writes.
        self._conn.execute("BEGIN IMMEDIATE")


async def _connect(*args: Any, **kwargs: Any) -> aiosqlite.Connection:
    kwargs["check_same_thread"] = False  # aiosqlite still opens it in its thread
    return await _InPlace(partial(sqlite3.connect, *args, **kwargs), iter_chunk_size=64)


def _on_connect(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    for pragma in ("busy_timeout=10000", "journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    in_place = connection.connection.driver_connection
    assert isinstance(in_place, _InPlace)
    in_place.begin()
