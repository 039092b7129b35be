"""How far a broadcast on its way is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.notices import NoticeState
from bot.usecases.broadcasts.progress import Progress, progress
from db.models.broadcasts import Broadcast
from db.queries.broadcasts import broadcasts
from tests.support.announcing import announced, started
from tests.support.databases import ON_SQLITE
from tests.support.network import CLAIRE, NOW, Network


@pytest.mark.parametrize(
    ("states", "over"),
    [
        ({}, True),
        ({NoticeState.SENT: 3, NoticeState.UNKNOWN: 1}, True),
        ({NoticeState.SENT: 3, NoticeState.SENDING: 1}, False),
        ({NoticeState.PENDING: 1}, False),
    ],
)
def test_it_is_over_when_nothing_waits_and_nothing_is_on_its_way(states: dict[NoticeState, int], over: bool) -> None:
    assert Progress(Broadcast(id=1), states, {}, NOW).over is over


@ON_SQLITE
async def test_by_night_it_says_when_it_goes_on_unless_it_may_wake_people(network: Network) -> None:
    broadcast_id = await announced(network)
    await started(network)
    for hours, wakes, goes_on in ((0, False, None), (11, False, 20), (0, True, None)):
        network.clock.move(timedelta(hours=hours))
        async with network.acts_as(CLAIRE) as actor:
            broadcast = await broadcasts.find_to_change(actor.session, broadcast_id)
            assert broadcast
            broadcast.over_quiet_hours = wakes
            seen = await progress(actor, broadcast)
            assert seen.goes_on_at == (goes_on and NOW + timedelta(hours=goes_on))
            assert seen.counts == {NoticeState.PENDING: len(network.roles)}
