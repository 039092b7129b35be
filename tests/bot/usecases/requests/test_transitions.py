"""Requests change their state: once, and noted in their history."""

from __future__ import annotations

import pytest

from bot.domain.errors import NotOffered
from bot.domain.requests import Action, RequestState
from bot.usecases.requests.transitions import find, move, move_all
from db.models.requests import HelpRequest
from db.queries.requests import events
from tests.support.databases import ON_SQLITE
from tests.support.network import AMINA, CLAIRE, MARC, Network

pytestmark = ON_SQLITE


async def test_a_change_that_is_not_allowed_leaves_no_trace(network: Network) -> None:
    request_id = await network.log()
    async with network.acts_as(MARC) as actor:
        assert await move(actor, request_id, Action.RELEASE) is None
        assert await move(actor, request_id, Action.CLAIM, HelpRequest.topic == "other", holder_id=MARC) is None
        claimed = await move(actor, request_id, Action.CLAIM, holder_id=MARC, detail={"by": "hand"})
        assert claimed
        assert claimed.state == RequestState.CLAIMED
        await actor.session.flush()
        noted = [(event.what, event.who, event.detail) for event in await events.of(actor.session, request_id)]
    assert noted == [("log", AMINA, {}), ("claim", MARC, {"by": "hand"})]
    async with network.acts_as(MARC) as actor:
        with pytest.raises(NotOffered):
            await find(actor, request_id + 1)


async def test_what_happens_to_many_at_once_the_bot_itself_has_done(network: Network) -> None:
    one, two = await network.log(), await network.log()
    await network.claim(MARC, two)
    async with network.acts_as(CLAIRE) as actor:
        moved = await move_all(actor, Action.EXPIRE, HelpRequest.for_person_id == AMINA)
        assert [request.id for request in moved] == [one], "what somebody holds does not expire"
        await actor.session.flush()
        assert [event.who for event in await events.of(actor.session, one)] == [AMINA, None]
