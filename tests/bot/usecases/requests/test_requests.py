"""A request as each may see it."""

from __future__ import annotations

import pytest

from bot.domain.errors import AlreadyClaimed, NotAllowed, NotOffered, NotPossibleNow
from bot.domain.requests import RequestState
from bot.policy import Policy
from bot.usecases.requests.requests import Requests
from tests.support.databases import ON_SQLITE
from tests.support.network import AMINA, CLAIRE, IONELA, MARC, SOFIE, Network

pytestmark = ON_SQLITE


async def test_what_is_claimed_is_read_by_those_whom_it_concerns(network: Network) -> None:
    request_id = await network.log()
    code = (await network.read(request_id)).code
    await network.claim(MARC, request_id)
    stranger = await network.join(6_000_000_001)
    for person_id, error in ((SOFIE, AlreadyClaimed), (stranger, NotOffered)):
        async with network.acts_as(person_id) as actor:
            with pytest.raises(error):
                await Requests(actor).read(request_id)
    for person_id in (AMINA, MARC, CLAIRE):
        async with network.acts_as(person_id) as actor:
            assert (await Requests(actor).read_by_code(code.lower().replace("-", " "))).id == request_id


async def test_before_approval_only_coordinators_read_it(network: Network) -> None:
    network.policy = Policy(approve_requests=True)
    request_id = await network.log()
    assert await network.told() == [(CLAIRE, "request.to_approve")]
    async with network.acts_as(MARC) as actor:
        with pytest.raises(NotOffered):
            await Requests(actor).read(request_id)
        with pytest.raises(NotAllowed):
            await Requests(actor).approve(request_id)
    async with network.acts_as(CLAIRE) as actor:
        (waits,) = await Requests(actor).waiting(RequestState.TO_APPROVE)
        assert (await Requests(actor).approve(waits.id)).state == RequestState.OPEN
        with pytest.raises(NotPossibleNow):
            await Requests(actor).approve(request_id)
    assert await network.told() == [(AMINA, "request.open"), (MARC, "request.new")]


async def test_the_resident_cancels_and_the_volunteer_is_told(network: Network) -> None:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    await network.told()
    async with network.acts_as(IONELA) as actor:
        with pytest.raises(NotAllowed):
            await Requests(actor).cancel(request_id)
    async with network.acts_as(AMINA) as actor:
        await Requests(actor).cancel(request_id)
        with pytest.raises(NotPossibleNow):
            await Requests(actor).cancel(request_id)
        assert await Requests(actor).own() == []
    assert await network.told() == [(MARC, "request.cancelled")]


async def test_a_coordinator_looks_after_it_and_nobody_else(network: Network) -> None:
    request_id = await network.log()
    async with network.acts_as(CLAIRE) as actor:
        with pytest.raises(NotOffered):
            await Requests(actor).assign(request_id, MARC)
        assert (await Requests(actor).assign(request_id, CLAIRE)).referent_id == CLAIRE
        assert (await Requests(actor).assign(request_id, None)).referent_id is None
        assert set(await Requests(actor).referents()) == {CLAIRE}
