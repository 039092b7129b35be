"""Requests about which something is to be done because time has passed: each given out once."""

from __future__ import annotations

from datetime import timedelta

from db.models.requests import HelpRequest
from db.queries.requests import private_parts, upkeep
from tests.support.network import AMINA, MARC, NOW, Network

DAY = timedelta(days=1)


async def test_what_is_silent_or_waits_is_given_out_once(network: Network) -> None:
    free, held = await network.log(), await network.log()
    await network.claim(MARC, held)
    async with network.sessions.begin() as session:
        for ask, found in ((upkeep.to_ask, held), (upkeep.to_warn_of, free)):
            assert await ask(session, NOW, NOW) == [], "not before its time"
            assert [[one.id for one in await ask(session, NOW, NOW + DAY)] for _ in range(2)] == [[found], []]
        assert await upkeep.holders(session, HelpRequest.holder_id == MARC) == {held: MARC}
        assert [one.id for one in await upkeep.opened_since_yesterday(session, NOW)] == [free]
        assert await upkeep.opened_since_yesterday(session, NOW + DAY) == []


async def test_nothing_is_left_of_a_person_but_what_is_counted(network: Network) -> None:
    request_id = await network.log()
    async with network.sessions.begin() as session:
        await upkeep.empty(session, [request_id], NOW)
        assert await private_parts.read(session, request_id) is None
    row = await network.read(request_id)
    assert (row.for_person_id, row.logged_by, row.sentence, row.purged_at) == (None, None, None, NOW)
    assert (row.topic, row.area, row.languages) == ("housing", "cureghem", ["ar"])
    assert AMINA not in [value for value in vars(row).values() if isinstance(value, int)]
