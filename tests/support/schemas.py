"""Databases seen from outside: brought to a migration, looked at, compared with the models."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import JSON, Column, Connection, inspect
from sqlalchemy.ext.asyncio import AsyncEngine

from db.base import Base
from db.schema import alembic_config


async def migrate(engine: AsyncEngine, how: Callable[[Config, str], None], to: str) -> None:
    def on(connection: Connection) -> None:
        config = alembic_config()
        config.attributes["connection"] = connection
        how(config, to)

    async with engine.begin() as connection:
        await connection.run_sync(on)


async def tables(engine: AsyncEngine) -> set[str]:
    async with engine.connect() as connection:
        return await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))


async def difference_from_models(engine: AsyncEngine) -> list[Any]:
    def compare(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": _other_default}
        )
        return list(compare_metadata(context, Base.metadata))

    async with engine.connect() as connection:
        return await connection.run_sync(compare)


def _other_default(
    _context: object, _found: object, column: Column[Any], found: str | None, _default: object, wanted: str | None
) -> bool | None:
    """PostgreSQL cannot compare JSON values: their texts are compared here; anything else as Alembic does."""
    if isinstance(column.type, JSON):
        return (found or "").removesuffix("::json").strip("'") != (wanted or "").strip("'")
    return None
