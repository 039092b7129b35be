"""What somebody in the team says of themselves."""

from __future__ import annotations

from datetime import time

import pytest

from bot.domain.errors import NotAllowed, NotOffered
from bot.usecases.actor import Actor
from bot.usecases.team.profiles import Volunteers
from db.models.team import Volunteer
from tests.support.network import AMINA, MARC, Network


async def own(actor: Actor) -> Volunteer:
    volunteer = await Volunteers(actor).read()
    assert volunteer
    return volunteer


async def test_residents_have_no_profile(network: Network) -> None:
    async with network.acts_as(AMINA) as actor:
        with pytest.raises(NotAllowed):
            Volunteers(actor)


async def test_what_is_chosen_stands_in_the_order_in_which_it_is_offered(network: Network) -> None:
    async with network.acts_as(MARC) as actor:
        marc = await own(actor)
        for day in ("FR", "MO", "WE", "FR"):
            await Volunteers(actor).toggle(marc, "days", day)
        assert marc.days == ["MO", "WE"]
        with pytest.raises(NotOffered):
            await Volunteers(actor).toggle(marc, "days", "XX")


async def test_quiet_hours_begin_and_end_or_there_are_none(network: Network) -> None:
    async with network.acts_as(MARC) as actor:
        marc, volunteers = await own(actor), Volunteers(actor)
        volunteers.set_quiet_hours(marc, time(22), time(7))
        for half in ((time(21), None), (None, time(8))):
            with pytest.raises(NotOffered):
                volunteers.set_quiet_hours(marc, *half)
        assert (marc.quiet_from, marc.quiet_to) == (time(22), time(7))
        volunteers.set_quiet_hours(marc, None, None)
        assert (marc.quiet_from, marc.quiet_to) == (None, None)
