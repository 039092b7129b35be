"""Messages in which something private stands go earlier than in two days."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.usecases.requests import removals
from bot.usecases.requests.private_parts import SHOWN_FOR, PrivateParts, remember_shown
from bot.usecases.requests.transitions import find
from db.models.notices import Notice
from tests.support.databases import ON_SQLITE
from tests.support.network import CLAIRE, MARC, NOW, Network

pytestmark = ON_SQLITE


async def looked_at(network: Network) -> int:
    """Marc and Claire have been shown the private part of a request."""
    request_id = await network.log()
    request = await network.claim(MARC, request_id)
    for person_id in (MARC, CLAIRE):
        async with network.acts_as(person_id) as actor:
            await PrivateParts(actor).view(request_id)
            await remember_shown(
                actor.session, NOW, person_id, 5, request_id, request.code, request.changed_at, media=None
            )
    return request_id


async def due(network: Network) -> dict[int, timedelta]:
    async with network.sessions() as session:
        taken_away = select(Notice).where(Notice.kind == "request.taken_away")
        return {row.chat_id: row.due_at - NOW for row in await session.scalars(taken_away)}


async def test_of_a_request_they_go_from_every_chat(network: Network) -> None:
    request_id = await looked_at(network)
    assert await due(network) == {MARC: SHOWN_FOR, CLAIRE: SHOWN_FOR}
    async with network.acts_as(CLAIRE) as actor:
        await removals.from_requests(actor, [])
        assert not actor.notices.written
        await removals.from_requests(actor, [await find(actor, request_id)])
        assert actor.notices.written, "delivery is woken"
    assert await due(network) == {MARC: timedelta(), CLAIRE: timedelta()}


async def test_of_one_person_they_go_from_that_chat_only(network: Network) -> None:
    request_id = await looked_at(network)
    for of, marcs in ((request_id + 1, SHOWN_FOR), (request_id, timedelta())):
        async with network.acts_as(MARC) as actor:
            await removals.from_chat(actor, MARC, of)
        assert await due(network) == {MARC: marcs, CLAIRE: SHOWN_FOR}
