"""Taking a request on, and what its holder does with it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.domain.errors import AlreadyClaimed, NotAllowed, NotOffered, NotPossibleNow, TooLong, TooManyClaims
from bot.domain.requests import NOTE_LIMIT, Outcome, Reason, RequestState
from bot.policy import Policy
from bot.usecases.requests.claims import Claims
from bot.usecases.requests.requests import Requests
from tests.support.network import AMINA, CLAIRE, IONELA, MARC, NOW, SOFIE, Network


async def test_who_takes_it_first_holds_it_and_the_resident_is_told(network: Network) -> None:
    request_id = await network.log()
    await network.told()
    claimed = await network.claim(MARC, request_id)
    assert (claimed.state, claimed.holder_id, claimed.claimed_at) == (RequestState.CLAIMED, MARC, NOW)
    assert await network.told() == [(AMINA, "request.claimed")]
    with pytest.raises(AlreadyClaimed):
        await network.claim(SOFIE, request_id)
    assert (await network.read(request_id)).holder_id == MARC


async def test_a_second_tap_changes_nothing(network: Network) -> None:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    await network.told()
    network.clock.move(timedelta(minutes=1))
    assert (await network.claim(MARC, request_id)).claimed_at == NOW
    assert await network.told() == []


async def test_of_many_who_tap_at_once_one_gets_it(network: Network) -> None:
    request_id = await network.log()
    crowd = [await network.join(6_000_000_000 + number, "volunteer") for number in range(30)]
    results = await asyncio.gather(*(network.claim(who, request_id) for who in crowd), return_exceptions=True)
    winners = [who for who, result in zip(crowd, results, strict=True) if not isinstance(result, BaseException)]
    assert winners == [(await network.read(request_id)).holder_id]
    assert {type(result) for result in results if isinstance(result, BaseException)} == {AlreadyClaimed}


async def test_nobody_holds_more_than_the_rules_allow(network: Network) -> None:
    network.policy = Policy(claims_at_once=2)
    first, second, third = [await network.log() for _ in range(3)]
    await network.claim(MARC, first)
    await network.claim(MARC, second)
    with pytest.raises(TooManyClaims) as refused:
        await network.claim(MARC, third)
    assert refused.value.limit == 2
    async with network.acts_as(MARC) as actor:
        assert [request.id for request in await Claims(actor).mine()] == [first, second]
        await Claims(actor).close(first, Outcome.DONE)
    await network.claim(MARC, third)


async def test_only_volunteers_claim_and_not_their_own_request(network: Network) -> None:
    request_id = await network.log(MARC)
    with pytest.raises(NotAllowed):
        await network.claim(AMINA, request_id)
    with pytest.raises(NotAllowed):
        await network.claim(MARC, request_id)
    assert (await network.read(request_id)).state == RequestState.OPEN


async def test_what_is_not_there_or_not_open_cannot_be_claimed(network: Network) -> None:
    draft_id, over_id = await network.draft(AMINA), await network.log()
    async with network.acts_as(AMINA) as actor:
        await Requests(actor).cancel(over_id)
    for request_id, error in ((draft_id, NotOffered), (over_id + 99, NotOffered), (over_id, NotPossibleNow)):
        with pytest.raises(error):
            await network.claim(MARC, request_id)


async def test_released_it_is_back_on_the_board_with_its_reason(network: Network) -> None:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    await network.told()
    network.clock.move(timedelta(hours=1))
    async with network.acts_as(SOFIE) as actor:
        with pytest.raises(NotPossibleNow):
            await Claims(actor).release(request_id, Reason.OTHER)
    async with network.acts_as(MARC) as actor:
        await Claims(actor).release(request_id, Reason.LANGUAGE)
    back = await network.read(request_id)
    assert (back.state, back.holder_id, back.opened_at, back.board_since) == (
        RequestState.OPEN,
        None,
        NOW,
        network.clock.now(),
    )
    assert await network.told() == [(AMINA, "request.back")]
    async with network.acts_as(CLAIRE) as actor:
        events = [(event.what, event.who, event.detail) for event in await Requests(actor).events(request_id)]
    assert events == [("log", AMINA, {}), ("claim", MARC, {}), ("release", MARC, {"reason": "language"})]
    await network.claim(SOFIE, request_id)


async def test_handed_over_it_changes_hands_when_the_other_accepts(network: Network) -> None:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    await network.told()
    async with network.acts_as(MARC) as actor:
        assert [known.person_id for known in await Claims(actor).colleagues()] == [SOFIE, IONELA, CLAIRE]
        with pytest.raises(NotOffered):
            await Claims(actor).offer(request_id, AMINA)
        await Claims(actor).offer(request_id, SOFIE)
    assert (await network.read(request_id)).holder_id == MARC
    async with network.acts_as(IONELA) as actor:
        with pytest.raises(AlreadyClaimed):
            await Claims(actor).accept(request_id)
    async with network.acts_as(SOFIE) as actor:
        await Claims(actor).accept(request_id)
    assert (await network.read(request_id)).holder_id == SOFIE
    assert await network.told() == [
        (SOFIE, "request.offered"),
        (MARC, "request.handed_over"),
        (AMINA, "request.new_holder"),
    ]


async def test_declined_it_stays(network: Network) -> None:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    async with network.acts_as(MARC) as actor:
        await Claims(actor).offer(request_id, SOFIE)
    await network.told()
    async with network.acts_as(SOFIE) as actor:
        await Claims(actor).decline(request_id)
        with pytest.raises(NotPossibleNow):
            await Claims(actor).decline(request_id)
    with pytest.raises(AlreadyClaimed):
        async with network.acts_as(SOFIE) as actor:
            await Claims(actor).accept(request_id)
    assert await network.told() == [(MARC, "request.declined")]
    assert (await network.read(request_id)).holder_id == MARC


async def test_closed_with_an_outcome_and_a_debrief_that_is_encrypted(network: Network) -> None:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    await network.told()
    async with network.acts_as(SOFIE) as actor:
        with pytest.raises(NotPossibleNow):
            await Claims(actor).close(request_id, Outcome.DONE)
    async with network.acts_as(MARC) as actor:
        with pytest.raises(TooLong):
            await Claims(actor).close(request_id, Outcome.DONE, "x" * (NOTE_LIMIT + 1))
        await Claims(actor).close(request_id, Outcome.PARTLY, "Zaïnab reviendra lundi")
    closed = await network.read(request_id)
    assert (closed.state, closed.outcome, closed.closed_at) == (RequestState.CLOSED, Outcome.PARTLY, NOW)
    assert closed.debrief
    assert b"reviendra" not in closed.debrief
    assert network.vault.decrypt(closed.debrief) == {"debrief": "Zaïnab reviendra lundi"}
    assert await network.told() == [(AMINA, "request.closed")]


async def test_a_coordinator_closes_what_somebody_else_holds_or_nobody(network: Network) -> None:
    held, free = await network.log(), await network.log()
    await network.claim(MARC, held)
    await network.told()
    async with network.acts_as(CLAIRE) as actor:
        await Claims(actor).close(held, Outcome.NOT_NEEDED)
        await Claims(actor).close(free, Outcome.DUPLICATE)
    assert await network.told() == [(AMINA, "request.closed"), (MARC, "request.closed"), (AMINA, "request.closed")]
