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
from sqlalchemy.util import await_only
from sqlalchemy.util.queue import AsyncAdaptedQueue, Empty

Sessions = async_sessionmaker[AsyncSession]
Result = TypeVar("Result")


def make_engine(url: str) -> AsyncEngine:
    """An engine for `sqlite+aiosqlite://…` or `postgresql+asyncpg://…`. Values never show in errors or logs.
    OSError for a file that cannot be opened."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_async_engine(url, hide_parameters=True, pool_size=10, max_overflow=10, pool_pre_ping=True)
    file = make_url(url).database
    if file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        with Path(file).open("ab"):  # OSError here: aiosqlite's thread would outlive a file that cannot be opened
            pass
    # One connection: SQLite has one writer, and waiting for the pool is free, where its own lock polls.
    engine = create_async_engine(
        url,
        hide_parameters=True,
        poolclass=_InTurn,
        pool_size=1,
        max_overflow=0,
        pool_timeout=60,
        connect_args={"async_creator_fn": _connect},
    )
    event.listen(engine.sync_engine, "connect", _on_connect)
    event.listen(engine.sync_engine, "begin", _on_begin)
    return engine


def make_sessions(engine: AsyncEngine) -> Sessions:
    return async_sessionmaker(engine, expire_on_commit=False)


@asynccontextmanager
async def transaction(sessions: Sessions) -> AsyncIterator[AsyncSession]:
    """As `sessions.begin()`, which ends in a task of its own: there others get between, and wait for the connection."""
    session = sessions()
    try:
        yield session
        await session.commit()
    except BaseException:
        await session.rollback()
        raise
    finally:
        await session.close()


class _Line(AsyncAdaptedQueue[Any]):
    """First come, first served: SQLAlchemy's own gives a free connection to whoever asks just then."""

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        if not block:
            return self.get_nowait()
        turn = self.__dict__.setdefault("turn", asyncio.Lock())

        if not turn.locked() and not self._queue.empty():
            return self._queue.get_nowait()

        async def in_turn() -> Any:
            async with turn:
                return await self._queue.get()

        try:
            return await_only(asyncio.wait_for(in_turn(), timeout))
        except TimeoutError as error:
            raise Empty from error


class _InTurn(AsyncAdaptedQueuePool):
    _queue_class = _Line


class _InPlace(aiosqlite.Connection):
    """Runs each statement where it is awaited.

    The way to aiosqlite's thread and back, sixteen times an update, costs ten times what SQLite itself does; and with
    one connection nobody else could use the database meanwhile anyway.
    """

    async def _execute(self, fn: Callable[..., Result], *args: Any, **kwargs: Any) -> Result:
        return fn(*args, **kwargs)


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
    # A deferred transaction that turns into a writing one fails at once when somebody else writes.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
