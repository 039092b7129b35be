"""A broadcast on its way: stopped, tried again, corrected."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.domain.broadcasts import BroadcastState, Correction
from bot.domain.errors import NotOffered
from bot.usecases.broadcasts.sending import Sending
from db.models.broadcasts import Broadcast
from db.models.notices import Notice
from tests.support.announcing import announced, started
from tests.support.databases import ON_SQLITE
from tests.support.network import CLAIRE, Network

pytestmark = ON_SQLITE


async def state_of(network: Network, broadcast_id: int) -> BroadcastState:
    async with network.sessions() as session:
        return (await session.get_one(Broadcast, broadcast_id)).state


async def test_stopped_before_it_starts_it_is_a_draft_again(network: Network) -> None:
    broadcast_id = await announced(network)
    async with network.acts_as(CLAIRE) as actor:
        assert [await Sending(actor).stop(broadcast_id) for _ in range(2)] == [True, False]
    assert await state_of(network, broadcast_id) == BroadcastState.DRAFT


async def test_stopped_on_its_way_what_waits_is_not_sent(network: Network) -> None:
    broadcast_id = await announced(network)
    await started(network)
    async with network.acts_as(CLAIRE) as actor:
        assert await Sending(actor).stop(broadcast_id)
        assert set(await actor.session.scalars(select(Notice.state))) == {"cancelled"}
    assert await state_of(network, broadcast_id) == BroadcastState.STOPPED


async def test_only_what_nobody_knows_about_goes_once_more(network: Network) -> None:
    broadcast_id = await announced(network)
    await started(network)
    async with network.sessions.begin() as session:
        await session.execute(update(Notice).values(state="sent"))
        await session.execute(update(Notice).where(Notice.chat_id == CLAIRE).values(state="unknown"))
        await session.execute(update(Broadcast).values(state=BroadcastState.DONE))
    network.clock.move(timedelta(hours=1))
    async with network.acts_as(CLAIRE) as actor:
        again = await Sending(actor).try_again(broadcast_id)
        assert (again.state, again.started_at) == (BroadcastState.SENDING, network.clock.now())
        assert list(await actor.session.scalars(select(Notice.chat_id).where(Notice.state == "pending"))) == [CLAIRE]


async def test_a_correction_begins_with_the_same_words_once_it_is_over(network: Network) -> None:
    broadcast_id = await announced(network)
    await started(network)
    async with network.acts_as(CLAIRE) as actor:
        sending = Sending(actor)
        with pytest.raises(NotOffered):
            await sending.correct(broadcast_id, "new")
        await sending.stop(broadcast_id)
        kinds: tuple[tuple[Correction, bool], ...] = (("edit", True), ("new", False))
        for correction, silent in kinds:
            draft = await sending.correct(broadcast_id, correction)
            assert (draft.corrects_id, draft.state, draft.texts["fr"]) == (broadcast_id, BroadcastState.DRAFT, "Fête")
            assert draft.over_quiet_hours is silent, "a change in a message wakes nobody"
