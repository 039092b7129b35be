"""Each path in each language on SQLite, and in one on PostgreSQL too."""

from __future__ import annotations

import pytest

from bot.domain.roles import COORDINATOR, VOLUNTEER
from db.session import Sessions
from tests.support.conversation import Desk
from tests.support.databases import Databases
from tests.support.reader import LANGUAGES, Reader, member


@pytest.fixture(params=[*(("sqlite", one) for one in LANGUAGES), ("postgresql", "ar")], ids="-".join)
def where(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Kind of database, and the language in which everybody reads."""
    found: tuple[str, str] = request.param
    return found


@pytest.fixture
def databases(request: pytest.FixtureRequest, where: tuple[str, str]) -> Databases:
    found: Databases = request.getfixturevalue(where[0])
    return found


@pytest.fixture
def language(where: tuple[str, str]) -> str:
    return where[1]


@pytest.fixture
async def amina(desk: Desk, language: str) -> Reader:
    """A resident."""
    return await Reader(desk, "Amina", language).starts(language)


@pytest.fixture
async def marc(desk: Desk, sessions: Sessions, language: str) -> Reader:
    return await member(desk, sessions, "Marc", language, VOLUNTEER)


@pytest.fixture
async def sofie(desk: Desk, sessions: Sessions, language: str) -> Reader:
    return await member(desk, sessions, "Sofie", language, VOLUNTEER)


@pytest.fixture
async def claire(desk: Desk, sessions: Sessions, language: str) -> Reader:
    return await member(desk, sessions, "Claire", language, COORDINATOR)
