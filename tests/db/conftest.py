"""Databases of which the tests here change the tables themselves."""

from __future__ import annotations

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from db.base import Base
from db.session import Sessions


@pytest.fixture
def engine(sessions: Sessions) -> AsyncEngine:
    engine: AsyncEngine = sessions.kw["bind"]
    return engine


@pytest.fixture
async def empty_engine(engine: AsyncEngine) -> AsyncEngine:
    """A database with nothing in it, not even tables."""
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.drop_all)
        await connection.exec_driver_sql("DROP TABLE alembic_version")
    return engine
