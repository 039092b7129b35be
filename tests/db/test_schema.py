"""Migrations: each step up and down, and in the end exactly what the models say."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.ext.asyncio import AsyncEngine

import db.models
from bot.database import DatabaseError, open_database
from db.base import Base
from db.schema import DatabaseTooNew, alembic_config, upgrade
from db.session import make_engine
from tests.support.schemas import difference_from_models, migrate, tables

STEPS = [script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()][::-1]
for module in pkgutil.iter_modules(db.models.__path__, "db.models."):
    importlib.import_module(module.name)  # every model, also one that Alembic's env.py forgets
TABLES = {*Base.metadata.tables, "alembic_version"}


async def test_every_migration_goes_up_down_and_up_again(empty_engine: AsyncEngine) -> None:
    for step in STEPS:
        await migrate(empty_engine, command.upgrade, step)
        await migrate(empty_engine, command.downgrade, "-1")
        await migrate(empty_engine, command.upgrade, step)
    assert await tables(empty_engine) == TABLES
    for _ in STEPS:
        await migrate(empty_engine, command.downgrade, "-1")
    assert await tables(empty_engine) == {"alembic_version"}


async def test_migrations_lead_to_what_the_models_say(engine: AsyncEngine) -> None:
    assert await difference_from_models(engine) == []


async def test_the_comparison_notices_a_missing_index(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.exec_driver_sql("DROP INDEX ix_taken_update_taken_at")
    assert [kind for kind, _ in await difference_from_models(engine)] == ["add_index"]


def test_there_is_one_line_of_migrations() -> None:
    assert len(ScriptDirectory.from_config(alembic_config()).get_heads()) == 1


async def test_several_processes_upgrade_at_once(empty_engine: AsyncEngine, database_url: str) -> None:
    await empty_engine.dispose()
    assert await upgraded_by_several(database_url) == [TABLES] * 4


async def test_several_processes_make_the_same_new_file(tmp_path: Path) -> None:
    assert await upgraded_by_several(f"sqlite+aiosqlite:///{tmp_path}/new/relais.sqlite3") == [TABLES] * 4


async def upgraded_by_several(url: str) -> list[set[str]]:
    """The tables that each of four finds after its upgrade, all at once, each with a thread and a loop of its own."""

    async def process() -> set[str]:
        engine = make_engine(url)
        try:
            await upgrade(engine)
            return await tables(engine)
        finally:
            await engine.dispose()

    return await asyncio.gather(*(asyncio.to_thread(asyncio.run, process()) for _ in range(4)))


async def test_a_migration_that_fails_leaves_nothing(
    empty_engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(config: Config, to: str) -> None:
        command_upgrade(config, to)
        raise RuntimeError("the power went")

    command_upgrade = command.upgrade
    monkeypatch.setattr("db.schema.command.upgrade", stumble)
    with pytest.raises(RuntimeError, match="the power went"):
        await upgrade(empty_engine)
    assert await tables(empty_engine) == set()


async def test_a_database_that_is_newer_than_the_code_is_left_alone(engine: AsyncEngine, database_url: str) -> None:
    async with engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseTooNew):
        await upgrade(engine)
    with pytest.raises(DatabaseError, match=r"^The database is newer than this Relais: [^\n]+$"):
        async with open_database(database_url):
            pass
    assert await tables(engine) == TABLES
