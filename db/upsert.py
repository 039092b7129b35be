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
        insert = postgresql.insert if name == "postgresql" else sqlite.insert
        return finish(insert(model.__table__))  # type: ignore[arg-type]

    return lambda session: for_dialect(session.get_bind().dialect.name)
