"""What happened to requests, in order."""

from __future__ import annotations

from bot.domain.requests import Action
from db.queries.requests import events
from tests.support.network import AMINA, MARC, NOW, Network


async def test_the_first_one_first_and_the_bot_itself_is_nobody(network: Network) -> None:
    one, other = await network.draft(AMINA), await network.draft(AMINA)
    async with network.sessions.begin() as session:
        for request_id, who, what in (
            (one, MARC, Action.CLAIM),
            (other, MARC, Action.CLAIM),
            (one, None, Action.EXPIRE),
        ):
            events.note(session, request_id, NOW, who, what, {})
        await session.flush()
        assert [(event.what, event.who) for event in await events.of(session, one)] == [
            ("claim", MARC),
            ("expire", None),
        ]
