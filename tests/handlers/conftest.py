"""Who takes part in the tests about broadcasts."""

from __future__ import annotations

import pytest

from tests.support.conversation import Desk, Talk


@pytest.fixture
async def residents(desk: Desk) -> dict[str, Talk]:
    """One for each language, who have all chosen it."""
    names = {"fr": "Marc", "nl": "Sofie", "ar": "Amina", "ro": "Ionela"}
    return {code: await desk.person(name, code).starts(code) for code, name in names.items()}


@pytest.fixture
async def claire(desk: Desk) -> Talk:
    """A coordinator who reads English, in which nobody else reads."""
    return await desk.administrator("Claire", "en").starts("en")


@pytest.fixture
async def amina(desk: Desk) -> Talk:
    return await desk.person("Amina", "en").starts("en")
