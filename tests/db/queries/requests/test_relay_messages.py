"""Which message went where."""

from __future__ import annotations

from sqlalchemy import update

from bot.domain.notices import NoticeKind
from bot.usecases.notices import Notices
from db.models.notices import Notice
from db.queries.requests import relay_messages
from tests.support.network import AMINA, MARC, NOW, Network


async def test_a_reply_finds_its_request_in_the_chat_where_it_arrived(network: Network) -> None:
    request_id = await network.log()
    await network.told()
    async with network.sessions.begin() as session:
        key = await relay_messages.add(session, request_id, AMINA, 41, MARC, NOW)
        await Notices(session, NOW).tell(MARC, NoticeKind.REQUEST_MESSAGE, {}, dedupe_key=key)
        assert await relay_messages.request_of(session, MARC, 77) is None
        await session.execute(update(Notice).values(message_id=77))
        assert await relay_messages.request_of(session, MARC, 77) == request_id
        assert await relay_messages.request_of(session, AMINA, 77) is None
