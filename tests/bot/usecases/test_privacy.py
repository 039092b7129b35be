"""What one wrote for oneself is handed over decrypted; what one holds of others is not."""

from __future__ import annotations

import json
from typing import Any

from bot.domain.roles import RESIDENT
from bot.policy import Policy
from bot.usecases.actor import Actor
from bot.usecases.desk import DeskCache
from bot.usecases.privacy import Privacy
from bot.vault import Vault, new_key
from db.models.people import Person
from db.models.requests import HelpRequest, RequestPrivate
from db.session import Sessions
from simulator.world import World

AMINA, MARC = 5_000_000_001, 5_000_000_002


async def test_only_the_own_private_part_is_in_the_file(sessions: Sessions, world: World) -> None:
    vault, now = Vault([new_key()]), world.clock.now()
    async with sessions.begin() as session:
        desk = await DeskCache().read(session)
        session.add_all([Person(id=one, first_seen_at=now, last_seen_at=now) for one in (AMINA, MARC)])
        request = HelpRequest(
            code="R-4F7K",
            state="claimed",
            languages=[],
            days=[],
            consent=True,
            for_person_id=AMINA,
            logged_by=AMINA,
            holder_id=MARC,
            debrief=vault.encrypt({"debrief": "went well"}),
            changed_at=now,
            created_at=now,
        )
        session.add(request)
        await session.flush()
        session.add(RequestPrivate(request_id=request.id, secret=vault.encrypt({"phone": "0470 00 00 00"})))
        await session.flush()
        hers, his = [
            await Privacy(Actor(session, now, vault, Policy(), desk, one, RESIDENT)).export() for one in (AMINA, MARC)
        ]
    document: dict[str, Any] = json.loads(hers)
    assert document["request_private"][0]["secret"] == {"phone": "0470 00 00 00"}
    assert document["help_request"][0]["debrief"] == {"debrief": "went well"}
    assert document["help_request"][0]["holder_id"] is None
    assert "R-4F7K" in his.decode()
    assert "0470" not in his.decode()
    assert "went well" not in his.decode()
