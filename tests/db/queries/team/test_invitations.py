"""Personal invitations: opened by one, used once."""

from __future__ import annotations

from datetime import timedelta

from db.models.team import Invitation
from db.queries.team import invitations
from tests.support.network import AMINA, CLAIRE, MARC, NOW, Network

DAY = timedelta(days=1)


async def test_it_is_of_the_first_who_opens_it_and_used_once(network: Network) -> None:
    async with network.sessions.begin() as session:
        session.add(
            Invitation(token_hash="a", role="volunteer", created_by=CLAIRE, created_at=NOW, expires_at=NOW + DAY)
        )
        await session.flush()
        assert await invitations.open_link(session, "a", AMINA, NOW)
        assert await invitations.open_link(session, "a", AMINA, NOW)
        assert await invitations.open_link(session, "a", MARC, NOW) is None
        assert await invitations.opened_by(session, AMINA, NOW + DAY) is None, "it has expired"
        assert (await invitations.waiting(session, ["volunteer"], NOW, 0, 5))[1] == 1
        assert not await invitations.revoke(session, "a", ["coordinator"], NOW)
        assert [await invitations.use(session, "a", NOW) for _ in range(2)] == [True, False]
        assert (await invitations.waiting(session, ["volunteer"], NOW, 0, 5))[1] == 0


async def test_wrong_tries_are_the_newest_first_and_forgotten_in_time(network: Network) -> None:
    async with network.sessions.begin() as session:
        for hours in (0, 1, 3):
            await invitations.note_wrong_try(session, AMINA, NOW + timedelta(hours=hours))
        assert await invitations.wrong_tries(session, AMINA) == [NOW + timedelta(hours=hours) for hours in (3, 1)]
        assert await invitations.wrong_tries(session, MARC) == []
