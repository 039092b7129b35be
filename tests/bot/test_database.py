"""The database is opened and brought to this code's schema, or one line says why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from bot.database import DatabaseError, open_database
from bot.settings import read_settings


async def test_a_new_file_gets_the_tables_and_is_closed_at_the_end(tmp_path: Path) -> None:
    url = read_settings(database_url=f"sqlite:///{tmp_path / 'relais.sqlite3'}").database_url
    for _ in range(2):
        async with open_database(url) as sessions, sessions.begin() as session:
            assert await session.scalar(text("SELECT count(*) FROM person")) == 0
    assert (tmp_path / "relais.sqlite3").stat().st_size > 0


async def anybody_there(url: str) -> None:
    async with open_database(url):
        pytest.fail("there is no server")


async def test_why_it_cannot_be_opened_is_one_line_without_the_password() -> None:
    with pytest.raises(DatabaseError) as caught:
        await anybody_there(read_settings(database_url="postgresql://relais:pass-word@127.0.0.1:1/relais").database_url)
    assert str(caught.value).startswith("RELAIS_DATABASE_URL: the database cannot be opened (")
    assert "pass-word" not in str(caught.value)
    assert "\n" not in str(caught.value)
