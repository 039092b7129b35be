"""A request being written: kept from the first answer on, checked, logged."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from bot.domain.errors import Incomplete, NotAllowed, NotOffered, TooLong, TooManyRequests
from bot.domain.requests import REQUESTS_AT_ONCE, SENTENCE_LIMIT, ContactWay, RequestState, Urgency
from bot.policy import Policy
from bot.usecases.requests.drafts import Drafts
from bot.usecases.requests.requests import Requests
from db.models.requests import HelpRequest, RequestPrivate
from tests.support.network import AMINA, CLAIRE, IONELA, MARC, PRIVATE, SOFIE, Network


async def test_a_half_filled_form_is_found_again_by_who_began_it(network: Network) -> None:
    async with network.acts_as(AMINA) as actor:
        assert await Drafts(actor).current() is None
        draft = await Drafts(actor).begin(for_self=True)
        await Drafts(actor).fill(draft.id, topic="housing", languages=["ar", "fr"])
        await Drafts(actor).fill_private(draft.id, name="Zaïnab", phone="0470")
    async with network.acts_as(AMINA) as actor:
        found = await Drafts(actor).current()
        assert found is not None
        assert (found.id, found.topic, found.languages, found.urgency) == (draft.id, "housing", ["ar", "fr"], None)
        await Drafts(actor).fill_private(found.id, phone=None, note="2e étage")
        assert await Drafts(actor).private(found) == {"name": "Zaïnab", "note": "2e étage"}
        await Drafts(actor).fill(found.id, topic=None, languages=[])
        assert (found.topic, found.languages) == (None, [])
    async with network.acts_as(MARC) as actor:
        assert await Drafts(actor).current() is None
        for attempt in (Drafts(actor).read, Drafts(actor).discard, Requests(actor).read):
            with pytest.raises(NotOffered):
                await attempt(draft.id)
        with pytest.raises(NotOffered):
            await Drafts(actor).private(found)


async def test_only_what_can_be_chosen_is_taken(network: Network) -> None:
    request_id = await network.draft(AMINA)
    async with network.acts_as(AMINA) as actor:
        for name, value in (
            ("topic", "gardening"),
            ("area", "paris"),
            ("languages", ["fr", "xx"]),
            ("days", ["MO", "XX"]),
            ("urgency", "now"),
            ("reach", "pigeon"),
            ("state", RequestState.OPEN),
            ("holder_id", AMINA),
        ):
            with pytest.raises(NotOffered):
                await Drafts(actor).fill(request_id, **{name: value})
        with pytest.raises(NotOffered):
            await Drafts(actor).fill_private(request_id, passport="X")
        with pytest.raises(TooLong) as long:
            await Drafts(actor).fill(request_id, sentence="x" * (SENTENCE_LIMIT + 1))
        assert (long.value.length, long.value.limit) == (SENTENCE_LIMIT + 1, SENTENCE_LIMIT)
        with pytest.raises(TooLong):
            await Drafts(actor).fill_private(request_id, name="x" * 101)
        draft = await Drafts(actor).fill(request_id, urgency="today", days=["SU"], topic="other", sentence="x" * 300)
        assert (draft.urgency, draft.days, draft.topic) == (Urgency.TODAY, ["SU"], "other")


async def test_it_is_logged_when_nothing_is_missing(network: Network) -> None:
    async with network.acts_as(AMINA) as actor:
        draft = await Drafts(actor).begin(for_self=True)
        with pytest.raises(Incomplete) as incomplete:
            await Drafts(actor).log(draft.id)
        expected = ["topic", "languages", "urgency", "reach", "area", "sentence", "consent"]
        assert incomplete.value.missing == expected
        fields = {"topic": "housing", "languages": ["fr"], "urgency": "today", "area": "scheut", "consent": True}
        await Drafts(actor).fill(draft.id, reach=ContactWay.PHONE, **fields)
        assert await Drafts(actor).missing(draft) == ["sentence", "phone"]
        await Drafts(actor).fill_private(draft.id, voice="a-file-of-telegram", phone="0470 12 34 56")
        assert (await Drafts(actor).log(draft.id)).state == RequestState.OPEN
        with pytest.raises(NotOffered):
            await Drafts(actor).log(draft.id)
        with pytest.raises(NotOffered):
            await Drafts(actor).fill(draft.id, topic="other")


async def test_who_is_told_of_a_new_request(network: Network) -> None:
    await network.log()
    assert await network.told() == [(MARC, "request.new")], "it fits Sofie too, but once a day is enough for her"


async def test_a_coordinator_approves_first_where_they_want_that(network: Network) -> None:
    network.policy = Policy(approve_requests=True, network_group=-100)
    request_id = await network.log()
    assert (await network.read(request_id)).state == RequestState.TO_APPROVE
    assert await network.told() == [(CLAIRE, "request.to_approve")]
    async with network.acts_as(MARC) as actor:
        with pytest.raises(NotAllowed):
            await Requests(actor).approve(request_id)
        with pytest.raises(NotOffered):
            await Requests(actor).read(request_id)
    async with network.acts_as(CLAIRE) as actor:
        assert [one.id for one in await Requests(actor).waiting(RequestState.TO_APPROVE)] == [request_id]
        await Requests(actor).approve(request_id)
    assert await network.told() == [(AMINA, "request.open"), (MARC, "request.new"), (-100, "request.public")]
    own = await network.log(CLAIRE)
    assert (await network.read(own)).state == RequestState.OPEN, "she need not ask herself"


async def test_residents_write_for_themselves_only_and_not_endlessly(network: Network) -> None:
    async with network.acts_as(AMINA) as actor:
        with pytest.raises(NotAllowed):
            await Drafts(actor).begin(for_self=False)
    for _ in range(REQUESTS_AT_ONCE):
        await network.log()
    with pytest.raises(TooManyRequests) as refused:
        await network.log()
    assert refused.value.limit == REQUESTS_AT_ONCE
    async with network.acts_as(AMINA) as actor:
        await Requests(actor).cancel((await Requests(actor).own())[0].id)
    await network.log()


async def test_a_volunteer_logs_for_neighbours_and_hears_how_it_goes(network: Network) -> None:
    request_id = await network.log(SOFIE, for_self=False)
    await network.told()
    async with network.acts_as(SOFIE) as actor:
        assert [one.id for one in await Requests(actor).logged()] == [request_id]
    await network.claim(MARC, request_id)
    assert await network.told() == [(SOFIE, "request.claimed")]
    async with network.acts_as(IONELA) as actor:
        with pytest.raises(NotAllowed):
            await Requests(actor).cancel(request_id)
    async with network.acts_as(SOFIE) as actor:
        await Requests(actor).cancel(request_id)
    assert await network.told() == [(MARC, "request.cancelled")]


async def test_thrown_away_nothing_is_left(network: Network) -> None:
    request_id = await network.draft(AMINA)
    async with network.acts_as(AMINA) as actor:
        await Drafts(actor).discard(request_id)
    async with network.sessions() as session:
        for table in (HelpRequest, RequestPrivate):
            assert await session.scalar(select(func.count()).select_from(table)) == 0


async def test_every_request_has_a_code_of_its_own(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = iter(["R-4F7K", "R-4F7K", "R-4F7K", "R-9XYW"])
    monkeypatch.setattr("db.queries.requests.requests.new_code", lambda dice: next(codes))
    first, second = await network.log(), await network.log()
    assert ((await network.read(first)).code, (await network.read(second)).code) == ("R-4F7K", "R-9XYW")
    async with network.acts_as(MARC) as actor:
        assert (await Requests(actor).read_by_code("r 9xyw")).id == second
        for typed in ("R-3333", "hello", ""):
            with pytest.raises(NotOffered):
                await Requests(actor).read_by_code(typed)


async def test_the_private_part_is_encrypted(network: Network) -> None:
    request_id = await network.draft(AMINA)
    async with network.sessions() as session:
        secret = await session.scalar(select(RequestPrivate.secret).where(RequestPrivate.request_id == request_id))
    assert secret
    assert not any(value.encode() in secret for value in PRIVATE.values())
    assert network.vault.decrypt(secret) == PRIVATE
