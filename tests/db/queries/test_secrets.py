"""Everything that is encrypted, wherever it stands."""

from __future__ import annotations

from db.queries import secrets
from tests.support.network import AMINA, Network


async def test_each_place_is_read_batch_by_batch_in_order(network: Network) -> None:
    async with network.sessions() as session:
        assert await secrets.some(session) is None
    drafts = [await network.draft(AMINA) for _ in range(3)]
    place = secrets.PLACES[0]
    async with network.sessions() as session:
        assert await secrets.some(session)
        assert [row[0] for row in await secrets.batch(session, place, -1, 2)] == drafts[:2]
        assert [row[0] for row in await secrets.batch(session, place, drafts[1], 2)] == drafts[2:]
        assert await secrets.batch(session, secrets.PLACES[1], -1, 2) == [], "nobody has written a debrief"


async def test_only_what_is_still_the_same_is_replaced(network: Network) -> None:
    at = await network.draft(AMINA)
    place = secrets.PLACES[0]
    async with network.sessions.begin() as session:
        ((_, old),) = await secrets.batch(session, place, -1, 2)
        assert old
        await secrets.replace(session, place, at, b"another", b"wrong")
        await secrets.replace(session, place, at, bytes(old), b"new")
        ((_, now),) = await secrets.batch(session, place, -1, 2)
    assert bytes(now or b"") == b"new"
