"""`INSERT … ON CONFLICT`: both databases speak it, SQLAlchemy keeps it in each dialect.

The tables, not the ORM's classes, and one statement kept for each dialect: building it anew costs more than running it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sqlalchemy import Executable
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from db.base import Base

Insert = postgresql.Insert | sqlite.Insert


def upsert(model: type[Base], finish: Callable[[Insert], Executable]) -> Callable[[AsyncSession], Executable]:
    """Gives the statement for a session's database; `finish` says what happens on conflict."""

    @cache
    def for_dialect(name: str) -> Executable:
        return finish(_insert(name, model))

    return lambda session: for_dialect(session.get_bind().dialect.name)


def insert_into(session: AsyncSession, model: type[Base]) -> Insert:
    """An insert that knows `on_conflict_do_nothing`, for what is not the same statement each time."""
    return _insert(session.get_bind().dialect.name, model)


def _insert(dialect: str, model: type[Base]) -> Insert:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert(model.__table__)  # type: ignore[arg-type]
