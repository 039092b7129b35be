"""Who takes part in the tests about requests."""

from __future__ import annotations

import pytest

from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.requesting import volunteer


@pytest.fixture
async def amina(desk: Desk) -> Talk:
    return await desk.person("Amina", "en").starts("en")


@pytest.fixture
async def marc(desk: Desk, sessions: Sessions) -> Talk:
    return await volunteer(desk, sessions, "Marc", spoken=["ar", "fr"])


@pytest.fixture
async def sofie(desk: Desk, sessions: Sessions) -> Talk:
    return await volunteer(desk, sessions, "Sofie", spoken=["nl"])
