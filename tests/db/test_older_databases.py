"""0005 was changed after it had landed: a database made by its first text ends up as any other, with all its rows."""

from __future__ import annotations

from datetime import UTC, datetime
from operator import itemgetter
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.support.schemas import difference_from_models, migrate

NOW = datetime(2026, 11, 21, 20, 47, tzinfo=UTC)
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FIRST = sa.MetaData()
REQUEST = sa.Table("help_request", FIRST, sa.Column("id", ID, primary_key=True))
# As 0005 made it at first.
RELAYED = sa.Table(
    "relay_message",
    FIRST,
    sa.Column("id", ID, nullable=False),
    sa.Column("request_id", ID, nullable=False),
    sa.Column("from_id", sa.BigInteger(), nullable=False),
    sa.Column("message_id", sa.BigInteger(), nullable=False),
    sa.Column("to_id", sa.BigInteger(), nullable=False),
    sa.Column("sent_message_id", sa.BigInteger(), nullable=True),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(
        ["request_id"], ["help_request.id"], name="fk_relay_message_request_id", ondelete="CASCADE"
    ),
    sa.PrimaryKeyConstraint("id", name="pk_relay_message"),
    sa.Index("ix_relay_message_arrived", "to_id", "sent_message_id"),
    sa.Index("ix_relay_message_request_id", "request_id"),
)
ROWS = [
    {"id": 3, "request_id": 1, "from_id": 7, "message_id": 70, "to_id": 8, "sent_message_id": 80, "at": NOW},
    {"id": 5, "request_id": 1, "from_id": 8, "message_id": 81, "to_id": 7, "sent_message_id": None, "at": NOW},
]


async def run(engine: AsyncEngine, *statements: sa.Executable) -> None:
    async with engine.begin() as connection:
        for statement in statements:
            await connection.execute(statement)


async def made_by_the_first_0005(engine: AsyncEngine) -> None:
    await migrate(engine, command.upgrade, "0005")
    async with engine.begin() as connection:
        await connection.run_sync(RELAYED.drop)
        await connection.run_sync(RELAYED.create)


async def filled(engine: AsyncEngine) -> None:
    request = """INSERT INTO help_request (id, code, state, languages, days, consent, changed_at, created_at)
        VALUES (1, 'ABC', 'claimed', '["ar"]', '[]', true, '2026-11-21 20:47:00+00:00', '2026-11-21 20:47:00+00:00')"""
    await run(engine, sa.text(request), RELAYED.insert().values(ROWS))


def _in_words(index: Any) -> dict[str, Any]:
    """Its condition too, as text: SQLAlchemy's own is equal to no other."""
    return {**index, "dialect_options": {name: str(value) for name, value in index.get("dialect_options", {}).items()}}


async def shape(engine: AsyncEngine) -> dict[str, Any]:
    """Of each table: its columns, indexes and keys."""

    def look(connection: sa.Connection) -> dict[str, Any]:
        found = sa.inspect(connection)
        return {
            table: (
                [{**column, "type": str(column["type"])} for column in found.get_columns(table)],
                sorted(map(_in_words, found.get_indexes(table)), key=itemgetter("name")),
                found.get_pk_constraint(table),
                found.get_foreign_keys(table),
                found.get_unique_constraints(table),
            )
            for table in found.get_table_names()
        }

    async with engine.connect() as connection:
        return await connection.run_sync(look)


@pytest.fixture
async def as_new(empty_engine: AsyncEngine) -> dict[str, Any]:
    """The shape of a database that is made today; empty again."""
    await migrate(empty_engine, command.upgrade, "head")
    found = await shape(empty_engine)
    await migrate(empty_engine, command.downgrade, "base")
    return found


@pytest.mark.parametrize("last_start", ["0005", "0007"])
async def test_an_older_database_is_mended_and_keeps_its_rows(
    empty_engine: AsyncEngine, as_new: dict[str, Any], last_start: str
) -> None:
    await made_by_the_first_0005(empty_engine)
    await migrate(empty_engine, command.upgrade, last_start)
    await filled(empty_engine)
    await migrate(empty_engine, command.upgrade, "head")

    assert await shape(empty_engine) == as_new
    assert await difference_from_models(empty_engine) == []
    async with empty_engine.connect() as connection:
        kept = (await connection.execute(sa.text("SELECT id, from_id, message_id, to_id FROM relay_message"))).all()
    assert sorted(kept) == [(3, 7, 70, 8), (5, 8, 81, 7)]


async def test_its_messages_still_go_with_their_request(empty_engine: AsyncEngine) -> None:
    await made_by_the_first_0005(empty_engine)
    await filled(empty_engine)
    await migrate(empty_engine, command.upgrade, "head")
    await run(empty_engine, REQUEST.delete())
    async with empty_engine.connect() as connection:
        assert await connection.scalar(sa.select(sa.func.count()).select_from(RELAYED)) == 0


@pytest.mark.parametrize(
    "by_hand", ["DROP INDEX ix_relay_message_arrived", "CREATE INDEX ix_relay_message_to_id ON relay_message (to_id)"]
)
async def test_what_somebody_has_mended_by_hand_is_left_as_it_is(
    empty_engine: AsyncEngine, as_new: dict[str, Any], by_hand: str
) -> None:
    await made_by_the_first_0005(empty_engine)
    await run(empty_engine, sa.text(by_hand))
    await migrate(empty_engine, command.upgrade, "head")
    assert await shape(empty_engine) == as_new


async def test_a_mended_database_can_be_taken_back_to_nothing(empty_engine: AsyncEngine) -> None:
    await made_by_the_first_0005(empty_engine)
    await migrate(empty_engine, command.upgrade, "head")
    await migrate(empty_engine, command.downgrade, "base")
    assert set(await shape(empty_engine)) == {"alembic_version"}
