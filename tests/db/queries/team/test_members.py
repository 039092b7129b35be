"""The team: who is in it, in which order."""

from __future__ import annotations

from db.queries.team import members
from tests.support.network import AMINA, CLAIRE, IONELA, MARC, NOW, SOFIE, Network


async def test_coordinators_first_and_who_is_switched_off_last(network: Network) -> None:
    async with network.sessions.begin() as session:
        await members.set_deactivated(session, MARC, NOW)
        found, total = await members.members(session, [], 0, 10)
        assert [member.id for member in found] == [CLAIRE, SOFIE, IONELA, MARC]
        assert total == 4
        page, total = await members.members(session, [AMINA], 1, 2)
        assert (len(page), total) == (2, 5), "whom the settings name is in the team"
        assert await members.member(session, AMINA, []) is None
        assert await members.coordinators(session) == {CLAIRE}
        await members.set_role(session, SOFIE, "administrator")
        assert await members.administrators(session) == {SOFIE}
