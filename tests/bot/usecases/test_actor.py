"""Who acts, and what their role lets them do."""

from __future__ import annotations

import pytest

from bot.domain.errors import NotAllowed
from bot.domain.notices import NoticeKind
from bot.domain.roles import ADMINISTRATOR, COORDINATOR, RESIDENT, VOLUNTEER
from tests.support.databases import ON_SQLITE
from tests.support.network import AMINA, Network


@ON_SQLITE
async def test_each_role_may_do_what_the_ones_before_it_may(network: Network) -> None:
    for role, volunteers, coordinates in (
        (RESIDENT, False, False),
        (VOLUNTEER, True, False),
        (COORDINATOR, True, True),
        (ADMINISTRATOR, True, True),
    ):
        async with network.acts_as(AMINA, role) as actor:
            assert (actor.is_volunteer, actor.is_coordinator) == (volunteers, coordinates), role
            for allowed, check in ((volunteers, actor.as_volunteer), (coordinates, actor.as_coordinator)):
                if allowed:
                    check()
                else:
                    with pytest.raises(NotAllowed):
                        check()


@ON_SQLITE
async def test_whoever_ends_the_transaction_learns_whether_there_is_something_to_say(network: Network) -> None:
    async with network.acts_as(AMINA) as actor:
        assert not actor.notices.written
        await actor.notices.tell(AMINA, NoticeKind.TEAM_JOINED, {"role": VOLUNTEER})
        assert actor.notices.written
    assert await network.told() == [(AMINA, "team.joined")]
