"""Who may see and change whom in the team."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.errors import NamedInSettings, NotAllowed, NotOffered, NotYourself
from bot.domain.roles import ADMINISTRATOR, COORDINATOR, VOLUNTEER, Role
from bot.usecases.actor import Actor
from bot.usecases.team.members import Team
from tests.support.network import AMINA, CLAIRE, MARC, SOFIE, Network


@pytest.fixture
async def claire(network: Network) -> AsyncIterator[Actor]:
    """A coordinator."""
    async with network.acts_as(CLAIRE) as actor:
        yield actor


async def test_only_coordinators_see_the_team(network: Network) -> None:
    async with network.acts_as(MARC) as actor:
        with pytest.raises(NotAllowed):
            Team(actor)


async def test_coordinators_change_volunteers_and_nobody_else(claire: Actor) -> None:
    assert (await Team(claire).member(MARC)).may_change
    for person_id, refused in ((CLAIRE, NotYourself), (AMINA, NotOffered)):
        with pytest.raises(refused):
            await Team(claire).deactivate(person_id)
    with pytest.raises(NotAllowed):
        await Team(claire).give_role(MARC, COORDINATOR)


async def test_whom_the_settings_name_is_administrator_and_stays_so(network: Network) -> None:
    async with network.acts_as(CLAIRE, ADMINISTRATOR) as actor:
        team = Team(replace(actor, administrators=[SOFIE]))
        assert (await team.member(SOFIE)).member.role == ADMINISTRATOR
        with pytest.raises(NamedInSettings):
            await team.give_role(SOFIE, VOLUNTEER)


@pytest.mark.parametrize(("role", "others"), [(VOLUNTEER, [COORDINATOR, ADMINISTRATOR]), (COORDINATOR, [VOLUNTEER])])
async def test_administrators_may_give_any_other_role(network: Network, role: Role, others: list[Role]) -> None:
    async with network.acts_as(CLAIRE, ADMINISTRATOR) as actor:
        team = Team(actor)
        if role != VOLUNTEER:
            await team.give_role(MARC, role)
        assert set(others) <= set((await team.member(MARC)).roles)
        assert role not in (await team.member(MARC)).roles
