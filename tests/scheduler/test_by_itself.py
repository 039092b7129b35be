"""What the clockwork does, it does as nobody, and delivery is woken only once it is committed."""

from __future__ import annotations

import pytest

from bot.domain.notices import NoticeKind
from bot.domain.roles import ADMINISTRATOR
from bot.usecases.actor import NOBODY
from tests.support.databases import ON_SQLITE
from tests.support.network import AMINA, CLAIRE, Network

pytestmark = ON_SQLITE
SAID = {"role": "volunteer"}


async def test_it_acts_as_nobody_and_wakes_delivery_after_the_commit(network: Network) -> None:
    by_itself = network.by_itself(CLAIRE)
    async with by_itself.transaction() as actor:
        assert (actor.person_id, actor.role, actor.administrators) == (NOBODY, ADMINISTRATOR, (CLAIRE,))
    assert not by_itself.due.is_set(), "nothing was written"
    async with by_itself.transaction() as actor:
        await actor.notices.tell(AMINA, NoticeKind.TEAM_JOINED, SAID)
        assert not by_itself.due.is_set()
    assert by_itself.due.is_set()


async def test_what_fails_wakes_nobody_and_leaves_nothing(network: Network) -> None:
    by_itself = network.by_itself()

    async def fail() -> None:
        async with by_itself.transaction() as actor:
            await actor.notices.tell(AMINA, NoticeKind.TEAM_JOINED, SAID)
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    assert not by_itself.due.is_set()
    assert await network.told() == []
