"""Opens the database: the file or server of the settings, brought to this code's schema."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from sqlalchemy.exc import SQLAlchemyError

from db.schema import DatabaseTooNew, upgrade
from db.session import Sessions, make_engine


class DatabaseError(Exception):
    """One line that says why the database cannot be used."""


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Sessions]:
    """Sessions on a migrated database, closed at the end. Raises DatabaseError."""
    with _failures_in_one_line():
        engine = make_engine(url)
    try:
        with _failures_in_one_line():
            await upgrade(engine)
        yield Sessions(engine)
    finally:
        await engine.dispose()


@contextmanager
def _failures_in_one_line() -> Iterator[None]:
    try:
        yield
    except DatabaseTooNew:
        raise DatabaseError("The database is newer than this Relais: install the newer Relais again.") from None
    except (SQLAlchemyError, OSError) as error:
        cause = str(getattr(error, "orig", error)).splitlines()[0]
        raise DatabaseError(f"RELAIS_DATABASE_URL: the database cannot be opened ({cause})") from None
