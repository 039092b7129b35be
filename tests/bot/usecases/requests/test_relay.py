"""Resident and volunteer write to each other through the bot, until one of them ends it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.domain.errors import ConversationEnded, NotAllowed
from bot.usecases.requests.relay import Relay
from db.models.notices import Notice
from tests.support.databases import ON_SQLITE
from tests.support.network import AMINA, MARC, SOFIE, Network

pytestmark = ON_SQLITE


async def claimed(network: Network) -> int:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    await network.told()
    return request_id


async def test_each_message_goes_to_the_other_and_a_reply_finds_its_request(network: Network) -> None:
    request_id = await claimed(network)
    async with network.acts_as(AMINA) as actor:
        await Relay(actor).pass_on(request_id, 41)
    async with network.sessions.begin() as session:
        (row,) = await session.scalars(select(Notice))
        assert (row.chat_id, row.params["message_id"], row.params["from_chat"]) == (MARC, 41, AMINA)
        row.message_id = 77
    async with network.acts_as(MARC) as actor:
        assert await Relay(actor).replied_to(77) == request_id
        assert await Relay(actor).replied_to(41) is None


async def test_nobody_else_writes_in_it(network: Network) -> None:
    request_id = await claimed(network)
    async with network.acts_as(SOFIE) as actor:
        for refused in (Relay(actor).open(request_id), Relay(actor).pass_on(request_id, 41)):
            with pytest.raises(NotAllowed):
                await refused
        assert not await Relay(actor).runs(request_id)


async def test_once_one_ends_it_nothing_is_passed_on(network: Network) -> None:
    request_id = await claimed(network)
    async with network.acts_as(AMINA) as actor:
        assert await Relay(actor).runs(request_id)
        await Relay(actor).end(request_id)
    async with network.acts_as(MARC) as actor:
        assert await Relay(actor).conversations() == []
        with pytest.raises(ConversationEnded):
            await Relay(actor).pass_on(request_id, 42)
    assert await network.told() == [(MARC, "request.talk_ended")]
