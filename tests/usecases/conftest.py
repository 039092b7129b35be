from __future__ import annotations

import pytest

from bot.domain.roles import COORDINATOR, VOLUNTEER
from db.session import Sessions
from tests.network import AMINA, CLAIRE, IONELA, MARC, SOFIE, Network


@pytest.fixture
async def network(sessions: Sessions) -> Network:
    """Amina needs help; Marc and Sofie are volunteers, Ionela one who speaks only Romanian, Claire coordinates."""
    network = Network(sessions)
    await network.join(AMINA)
    await network.join(MARC, VOLUNTEER, languages=["fr", "ar"], areas=["cureghem"])
    await network.join(SOFIE, VOLUNTEER, languages=["nl", "ar"], topics=["housing"], notify="daily")
    await network.join(IONELA, VOLUNTEER, languages=["ro"])
    await network.join(CLAIRE, COORDINATOR, notify="never")
    return network
