"""Whatever people do at once, and in whatever order: transitions along the table only, one holder, no other error."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from bot.domain.errors import DomainError
from bot.domain.requests import TRANSITIONS, Action, Outcome, Reason, RequestState
from bot.policy import Policy
from bot.usecases.requests.claims import Claims
from bot.usecases.requests.requests import Requests
from db.models.requests import HelpRequest, RequestEvent
from db.queries import people
from tests.support.network import AMINA, CLAIRE, IONELA, MARC, SOFIE, Network

LIMIT = 2
PEOPLE = (AMINA, MARC, SOFIE, IONELA, CLAIRE)
Attempt = Callable[[Network, int, int], Awaitable[object]]


def claims(what: Callable[[Claims, int], Awaitable[object]]) -> Attempt:
    async def attempt(network: Network, who: int, request_id: int) -> None:
        async with network.acts_as(who) as actor:
            await people.arrive(actor.session, who, actor.now)  # as every update does: one person's never overlap
            await what(Claims(actor), request_id)

    return attempt


def requests(what: Callable[[Requests, int], Awaitable[object]]) -> Attempt:
    async def attempt(network: Network, who: int, request_id: int) -> None:
        async with network.acts_as(who) as actor:
            await people.arrive(actor.session, who, actor.now)
            await what(Requests(actor), request_id)

    return attempt


async def silence(network: Network, who: int, request_id: int) -> None:
    """A long time passes."""
    for _ in range(2):
        network.clock.move(Policy().ask_after * 2)
        async with network.upkeep() as upkeep:
            await upkeep.ask_how_it_goes()
            await upkeep.take_back_silent()


ATTEMPTS: dict[str, Attempt] = {
    "claim": claims(lambda use, one: use.claim(one)),
    "release": claims(lambda use, one: use.release(one, Reason.OTHER)),
    "close": claims(lambda use, one: use.close(one, Outcome.DONE)),
    "going on": claims(lambda use, one: use.going_on(one)),
    "offer to Marc": claims(lambda use, one: use.offer(one, MARC)),
    "offer to Sofie": claims(lambda use, one: use.offer(one, SOFIE)),
    "accept": claims(lambda use, one: use.accept(one)),
    "decline": claims(lambda use, one: use.decline(one)),
    "approve": requests(lambda use, one: use.approve(one)),
    "cancel": requests(lambda use, one: use.cancel(one)),
    "silence": silence,
}
# Claims and what follows from them more often than what ends everything.
LIKELY = sorted(ATTEMPTS) + ["claim", "offer to Marc", "offer to Sofie", "accept", "release"] * 3
MOVES = st.tuples(st.sampled_from(LIKELY), st.sampled_from(PEOPLE), st.integers(0, 2))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moments=st.lists(st.lists(MOVES, min_size=1, max_size=6), min_size=1, max_size=8), to_approve=st.booleans())
async def test_whatever_people_do_at_once(
    network: Network, moments: list[list[tuple[str, int, int]]], to_approve: bool
) -> None:
    async with network.sessions.begin() as session:
        await session.execute(delete(HelpRequest))
    network.policy = Policy(claims_at_once=LIMIT, approve_requests=to_approve)
    ids = [await network.log() for _ in range(3)]
    for moment in moments:
        attempts = (ATTEMPTS[what](network, who, ids[number]) for what, who, number in moment)
        results = await asyncio.gather(*attempts, return_exceptions=True)
        assert [error for error in results if error is not None and not isinstance(error, DomainError)] == []
        await everything_is_in_order(network)


async def everything_is_in_order(network: Network) -> None:
    async with network.sessions() as session:
        rows = (await session.scalars(select(HelpRequest))).all()
        events = (await session.scalars(select(RequestEvent).order_by(RequestEvent.id))).all()
    for request in rows:
        assert request.state == path_of([event.what for event in events if event.request_id == request.id])
        assert (request.holder_id is not None) or request.state != RequestState.CLAIMED
        assert request.holder_id is None or request.state not in (RequestState.OPEN, RequestState.TO_APPROVE)
    held = [request.holder_id for request in rows if request.state == RequestState.CLAIMED]
    assert all(held.count(one) <= LIMIT for one in held)
    assert AMINA not in held


def path_of(actions: list[Action]) -> RequestState:
    """Where these lead, each allowed where the ones before it have led."""
    state = RequestState.DRAFT
    for action in actions:
        sources, target = TRANSITIONS[Action(action)]
        assert state in sources
        state = target
    return state
