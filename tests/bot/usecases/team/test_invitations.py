"""Personal invitations: who makes them, and who uses them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.errors import AlreadyInTeam, LockedOut, NoInvitation, NotAllowed
from bot.domain.invitations import LIFETIME, WRONG_TRIES
from bot.domain.roles import COORDINATOR, VOLUNTEER
from bot.usecases.team.invitations import LONGEST_NAME, Invitations, Joining, clean_name
from tests.support.databases import ON_SQLITE
from tests.support.network import AMINA, CLAIRE, MARC, Network


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("\u202eevil\n\nname", "evil name"),
        ("\u200b \u2028", "?"),
        ("x" * 200, "x" * LONGEST_NAME),
        ("Zaïnab", "Zaïnab"),
    ],
)
def test_a_name_stands_on_one_line_and_hides_nothing(name: str, shown: str) -> None:
    assert clean_name(name) == shown


@ON_SQLITE
async def test_who_may_invite_whom(network: Network) -> None:
    async with network.acts_as(MARC) as actor:
        with pytest.raises(NotAllowed):
            Invitations(actor)
    async with network.acts_as(CLAIRE) as actor:
        with pytest.raises(NotAllowed):
            await Invitations(actor).create(COORDINATOR)


@ON_SQLITE
async def test_a_link_is_used_once_and_who_made_it_is_told(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        invitation, token = await Invitations(actor).create(VOLUNTEER)
    assert token not in str(vars(invitation))
    async with network.acts_as(MARC) as actor:
        with pytest.raises(AlreadyInTeam):
            await Joining(actor).open_link(token)
        with pytest.raises(AlreadyInTeam):
            await Joining(actor).open_link(token)
    async with network.acts_as(CLAIRE) as actor:
        assert await Invitations(actor).revoke(invitation.token_hash)
        _, fresh = await Invitations(actor).create(VOLUNTEER)
    async with network.acts_as(AMINA) as actor:
        joining = Joining(actor)
        assert await joining.open_link(token) is None
        assert await joining.open_link(fresh)
        assert (await joining.accept("Amina"))[0] == VOLUNTEER
        with pytest.raises(NoInvitation):
            await joining.accept("Amina")
    assert await network.told() == [(CLAIRE, "team.joined")]


@ON_SQLITE
async def test_it_expires_and_who_guesses_is_shut_out(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        _, token = await Invitations(actor).create(VOLUNTEER)
    network.clock.move(LIFETIME)
    async with network.acts_as(AMINA) as actor:
        for _ in range(WRONG_TRIES):
            assert await Joining(actor).open_link(token) is None
        with pytest.raises(LockedOut):
            await Joining(actor).open_link(token)
    assert await network.told() == [(CLAIRE, "team.wrong_tries")]
    network.clock.move(timedelta(hours=1))
    async with network.acts_as(AMINA) as actor:
        assert await Joining(actor).open_link(token) is None
