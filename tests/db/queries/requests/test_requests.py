"""Help requests: one conditional statement for each change of state, on both databases."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.requests import Action, RequestState
from db.models.requests import HelpRequest
from db.queries.requests import requests
from tests.support.network import AMINA, MARC, NOW, SOFIE, Network


async def test_a_change_sets_what_belongs_to_it(network: Network) -> None:
    request_id = await network.log()
    later = NOW + timedelta(hours=1)
    this = HelpRequest.id == request_id
    async with network.sessions.begin() as session:
        (claimed,) = await requests.move(session, later, Action.CLAIM, this, holder_id=MARC)
        assert (claimed.state, claimed.claimed_at, claimed.heard_at) == (RequestState.CLAIMED, later, later)
        assert await requests.move(session, later, Action.CLAIM, this, holder_id=SOFIE) == []
        (back,) = await requests.move(session, later, Action.RELEASE, this)
        assert (back.holder_id, back.board_since, back.opened_at) == (None, later, NOW)
        (closed,) = await requests.move(session, later, Action.CLOSE, this)
        assert closed.closed_at == later


async def test_each_finds_their_own(network: Network) -> None:
    draft, open_, held = await network.draft(AMINA), await network.log(), await network.log()
    await network.claim(MARC, held)
    async with network.sessions() as session:
        assert [one.id for one in await requests.running_for(session, AMINA)] == [held, open_]
        assert [one.id for one in await requests.held(session, MARC)] == [held]
        assert [one.id for one in await requests.asked_by(session, AMINA)] == [draft, open_, held]
        assert await requests.draft(session, draft, MARC) is None
        mine = await requests.draft_of(session, AMINA)
        assert mine
        assert mine.id == draft
        assert [one.id for one in await requests.in_state(session, RequestState.OPEN, 5)] == [open_]
        assert await requests.find_by_code(session, "R-0000") is None


async def test_room_is_counted_where_the_claim_is_written(network: Network) -> None:
    await network.claim(MARC, await network.log())
    free = await network.log()
    async with network.sessions.begin() as session:
        for limit, moved in ((1, 0), (2, 1)):
            room = requests.room_for(MARC, limit)
            done = await requests.move(session, NOW, Action.CLAIM, HelpRequest.id == free, room, holder_id=MARC)
            assert len(done) == moved
