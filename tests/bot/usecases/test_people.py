"""What everybody can do about themselves."""

from __future__ import annotations

import pytest

from bot.domain.errors import NotOffered
from bot.usecases.people import People
from db.queries import people
from tests.support.databases import ON_SQLITE
from tests.support.network import AMINA, MARC, Network

pytestmark = ON_SQLITE


async def test_one_reads_in_a_language_that_is_offered_and_in_no_other(network: Network) -> None:
    async with network.acts_as(AMINA) as actor:
        await People(actor).choose_language("ar")
        with pytest.raises(NotOffered):
            await People(actor).choose_language("xx")
        assert await people.language(actor.session, AMINA) == "ar"


async def test_announcements_are_everybodys_own_switch(network: Network) -> None:
    async with network.acts_as(AMINA) as actor:
        assert await People(actor).wants_announcements()
        await People(actor).want_announcements(False)
        assert not await People(actor).wants_announcements()
    async with network.acts_as(MARC) as actor:
        assert await People(actor).wants_announcements()
