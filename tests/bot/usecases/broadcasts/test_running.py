"""What becomes of broadcasts as time passes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.domain.broadcasts import BroadcastState
from bot.usecases.broadcasts import running
from bot.usecases.broadcasts.running import SHOWN_EVERY, RunningBroadcasts
from bot.usecases.broadcasts.sending import Sending
from db.models.broadcasts import Broadcast
from db.models.notices import Notice
from tests.support.announcing import announced, started
from tests.support.databases import ON_SQLITE
from tests.support.network import CLAIRE, NOW, Network

pytestmark = ON_SQLITE


async def test_what_is_due_starts_once_however_many_try(network: Network) -> None:
    await announced(network)
    await started(network)
    await started(network)
    assert sorted(await network.told()) == [(who, "broadcast.copy") for who in sorted(network.roles)]


async def test_at_night_the_rest_waits_for_the_morning(network: Network) -> None:
    await announced(network)
    await started(network)
    network.clock.move(timedelta(hours=11))
    async with network.by_itself().transaction() as actor:
        assert [await RunningBroadcasts(actor).rest_at_night() for _ in range(2)] == [True, False]
        assert set(await actor.session.scalars(select(Notice.due_at))) == {NOW + timedelta(hours=20)}, "8 in Brussels"


async def test_of_very_many_what_is_stopped_is_cleared_part_by_part(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "AT_ONCE", 2)
    broadcast_id = await announced(network)
    await started(network)
    async with network.acts_as(CLAIRE) as actor:
        assert await Sending(actor).stop(broadcast_id)
    async with network.by_itself().transaction() as actor:
        assert [await RunningBroadcasts(actor).clear() for _ in range(3)] == [True, True, False]
        assert set(await actor.session.scalars(select(Notice.state))) == {"cancelled"}


async def test_one_process_reports_and_done_is_what_nothing_waits_of(network: Network) -> None:
    broadcast_id = await announced(network)
    await started(network)
    async with network.by_itself().transaction() as actor:
        seen = await RunningBroadcasts(actor).next_report(broadcast_id)
        assert seen
        assert not seen.over
        assert await RunningBroadcasts(actor).next_report(broadcast_id) is None
        assert await RunningBroadcasts(actor).to_report() == []
    await network.told()  # nothing waits any more
    network.clock.move(SHOWN_EVERY)
    async with network.by_itself().transaction() as actor:
        last = await RunningBroadcasts(actor).next_report(broadcast_id)
        assert last
        assert last.over
        await RunningBroadcasts(actor).reported(last, 7, told=True)
    async with network.sessions() as session:
        broadcast = await session.get_one(Broadcast, broadcast_id)
    assert (broadcast.state, broadcast.finished_at) == (BroadcastState.DONE, network.clock.now())
