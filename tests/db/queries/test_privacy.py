"""No table escapes the export or the erasure of one person's data: the columns of all of them are looked at."""

from __future__ import annotations

import importlib
import pkgutil

from sqlalchemy import BigInteger

import db.models
from db.base import Base
from db.models.people import Person
from db.queries.privacy import TELEGRAM_IDS, is_personal, personal_columns

for module in pkgutil.iter_modules(db.models.__path__, "db.models."):
    importlib.import_module(module.name)
COLUMNS = {str(column): column for table in Base.metadata.tables.values() for column in table.columns}
NOBODYS = {
    "broadcast.progress_message_id",
    "notice.broadcast_id",
    "notice.message_id",
    "relay_message.message_id",
    "taken_update.update_id",
}
"""Large numbers that are no person's."""


def test_each_large_number_is_known_as_a_persons_or_as_nobodys() -> None:
    """A new one fails here: it belongs into TELEGRAM_IDS, gets a foreign key to person, or is nobody's."""
    large = {name for name, column in COLUMNS.items() if isinstance(column.type, BigInteger)}
    ours = {name for name in large if COLUMNS[name].primary_key and name.endswith(".id") and name != "person.id"}
    elsewhere = {name for name in large if COLUMNS[name].foreign_keys and not is_personal(COLUMNS[name])}
    assert large - ours - elsewhere - NOBODYS == {name for name in large if is_personal(COLUMNS[name])}


def test_each_foreign_key_to_a_person_says_what_becomes_of_its_row() -> None:
    keys = [key for column in COLUMNS.values() for key in column.foreign_keys if key.column is Person.__table__.c.id]
    assert keys
    assert [str(key.parent) for key in keys if key.ondelete not in ("CASCADE", "SET NULL")] == []


def test_the_lists_name_columns_that_are_there() -> None:
    assert set(COLUMNS) >= TELEGRAM_IDS | NOBODYS
    assert {table.name for table, _ in personal_columns()} >= {"person", "volunteer", "notice", "help_request"}
