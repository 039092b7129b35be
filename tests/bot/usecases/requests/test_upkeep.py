"""What time does to requests: asked, back on the board, reminded, given up, forgotten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.domain.errors import NotAllowed, NotPossibleNow, TimePassed
from bot.domain.requests import Outcome, RequestState
from bot.policy import Policy
from bot.usecases.requests.appointments import Appointments
from bot.usecases.requests.claims import Claims
from bot.usecases.requests.private_parts import PrivateParts
from bot.usecases.requests.requests import Requests
from bot.usecases.requests.upkeep import forget_requests_of, take_back_from
from db.models.requests import Appointment, HelpRequest, PrivateView, RelayMessage, RequestEvent, RequestPrivate
from scheduler.requests import RequestJobs
from tests.support.network import AMINA, CLAIRE, IONELA, MARC, NOW, SOFIE, Network

DAY, MOMENT = timedelta(days=1), timedelta(seconds=1)
RULES = Policy()


@pytest.fixture
def jobs(network: Network) -> RequestJobs:
    return RequestJobs(network.by_itself(CLAIRE))


async def test_a_silent_holder_is_asked_and_then_it_goes_back_and_both_are_told(
    network: Network, jobs: RequestJobs
) -> None:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    await network.told()
    network.clock.move(RULES.ask_after)
    await jobs.look_after()
    assert await network.told() == []
    network.clock.move(MOMENT)
    for expected in ([(MARC, "request.how")], []):
        await jobs.look_after()
        assert await network.told() == expected, "asked once"
    network.clock.move(RULES.back_after)
    await jobs.look_after()
    assert await network.told() == []
    network.clock.move(MOMENT)
    for told in ([(AMINA, "request.back"), (MARC, "request.taken_back")], []):
        await jobs.look_after()
        assert await network.told() == told
    back = await network.read(request_id)
    assert (back.state, back.holder_id, back.asked_at) == (RequestState.OPEN, None, None)
    async with network.acts_as(CLAIRE) as actor:
        last = (await Requests(actor).events(request_id))[-1]
    assert (last.what, last.who, last.detail) == ("take_back", None, {"why": "silent"})


async def test_who_answers_keeps_it_and_is_asked_again_later(network: Network, jobs: RequestJobs) -> None:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    for _ in range(2):
        network.clock.move(RULES.ask_after + MOMENT)
        await network.told()
        await jobs.look_after()
        assert await network.told() == [(MARC, "request.how")]
        async with network.acts_as(MARC) as actor:
            await Claims(actor).going_on(request_id)
        with pytest.raises(NotPossibleNow):
            async with network.acts_as(SOFIE) as actor:
                await Claims(actor).going_on(request_id)
        network.clock.move(RULES.back_after)
        await jobs.look_after()
        assert await network.told() == []


async def test_coordinators_or_the_referent_are_told_once_of_what_nobody_takes(
    network: Network, jobs: RequestJobs
) -> None:
    await network.join(IONELA + 100, "coordinator")
    first, second = await network.log(), await network.log()
    async with network.acts_as(CLAIRE) as actor:
        await Requests(actor).assign(second, IONELA + 100)
    await network.told()
    network.clock.move(RULES.unclaimed_after + MOMENT)
    await jobs.look_after()
    told = [who for who, kind in await network.told() if kind == "request.unclaimed"]
    assert sorted(told) == [CLAIRE, IONELA + 100, IONELA + 100]
    await jobs.look_after()
    assert await network.told() == []
    for request_id in (first, second):
        await network.claim(MARC, request_id)


async def test_after_a_long_time_it_is_given_up_and_the_resident_told(network: Network, jobs: RequestJobs) -> None:
    request_id = await network.log()
    network.clock.move(RULES.expire_after + MOMENT)
    await network.told()
    await jobs.look_after()
    assert (AMINA, "request.expired") in await network.told()
    assert (await network.read(request_id)).state == RequestState.EXPIRED


async def test_both_are_reminded_and_the_volunteer_is_asked_afterwards(network: Network, jobs: RequestJobs) -> None:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    at = NOW + 8 * DAY
    async with network.acts_as(MARC) as actor:
        with pytest.raises(TimePassed):
            await Appointments(actor).make(request_id, NOW, "Rue Inventée 7")
        appointment = await Appointments(actor).make(request_id, at, "Rue Inventée 7")
    async with network.acts_as(AMINA) as actor:
        assert [one.at for one in await Appointments(actor).coming(request_id)] == [at]
        assert await Appointments(actor).place(appointment.id) == "Rue Inventée 7"
    for who in (SOFIE, IONELA):
        async with network.acts_as(who) as actor:
            for attempt in (Appointments(actor).place(appointment.id), Appointments(actor).cancel(appointment.id)):
                with pytest.raises(NotAllowed):
                    await attempt
    assert (await network.told())[-1] == (AMINA, "request.appointed")
    network.clock.move(RULES.ask_after + MOMENT)
    await jobs.look_after()
    assert await network.told() == [], "nobody asks how it goes before the appointment"
    for moment, expected in (
        (at - DAY, [(AMINA, "request.appointment"), (MARC, "request.appointment")]),
        (at, []),
        (at + timedelta(hours=3), [(MARC, "request.happened")]),
    ):
        network.clock.time = moment
        await jobs.look_after()
        await jobs.look_after()
        assert await network.told() == expected
    async with network.acts_as(MARC) as actor:
        for _ in range(2):
            await Appointments(actor).answer(appointment.id, happened=False)
    assert await network.told() == [(AMINA, "request.missed")]
    assert (await network.read(request_id)).asked_at is None


async def test_who_does_not_say_whether_it_happened_loses_the_request(network: Network, jobs: RequestJobs) -> None:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    async with network.acts_as(MARC) as actor:
        await Appointments(actor).make(request_id, NOW + DAY, "Rue Inventée 7")
    network.clock.move(DAY + timedelta(hours=3))
    await jobs.look_after()
    network.clock.move(RULES.back_after + MOMENT)
    await network.told()
    await jobs.look_after()
    assert await network.told() == [(AMINA, "request.back"), (MARC, "request.taken_back")]


async def test_when_nobody_holds_it_nobody_comes(network: Network, jobs: RequestJobs) -> None:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    async with network.acts_as(MARC) as actor:
        await Appointments(actor).make(request_id, NOW + 2 * DAY, "Rue Inventée 7")
    async with network.acts_as(MARC) as actor:
        await take_back_from(actor, MARC)
    await network.told()
    await network.claim(SOFIE, request_id)
    network.clock.move(timedelta(days=3))
    await jobs.look_after()
    assert {kind for _, kind in await network.told()} == {"request.claimed"}


async def test_once_a_day_who_wants_it_so_hears_how_many_fit(network: Network, jobs: RequestJobs) -> None:
    for languages in (["ar"], ["nl"], ["fr"]):
        await network.log(languages=languages)
    await network.told()
    network.clock.time = datetime(2026, 11, 22, 7, 59, tzinfo=UTC)
    await jobs.digest()
    assert await network.told() == [], "before nine in the morning in Brussels"
    network.clock.move(timedelta(minutes=1))
    await jobs.digest()
    assert await network.told() == [(SOFIE, "request.digest")]


async def test_the_private_part_goes_some_time_after_the_end_and_counts_stay(network: Network) -> None:
    network.policy = Policy(network_group=-100)
    jobs = RequestJobs(network.by_itself())
    ended, running = await network.log(), await network.log()
    for request_id in (ended, running):
        await network.claim(MARC, request_id)
        async with network.acts_as(MARC) as actor:
            await PrivateParts(actor).view(request_id)
            await Appointments(actor).make(request_id, NOW + timedelta(hours=1), "Rue Inventée 7")
    async with network.acts_as(MARC) as actor:
        await Claims(actor).close(ended, Outcome.DONE, "Zaïnab est contente")
    network.clock.move(RULES.keep_private)
    await jobs.forget()
    assert (await network.read(ended)).purged_at is None
    network.clock.move(MOMENT)
    await jobs.forget()
    left = await network.read(ended)
    assert (left.state, left.outcome, left.topic, left.area) == (
        RequestState.CLOSED,
        Outcome.DONE,
        "housing",
        "cureghem",
    )
    assert (left.opened_at, left.first_claimed_at, left.closed_at) == (NOW, NOW, NOW)
    gone = (left.sentence, left.debrief, left.for_person_id, left.logged_by, left.holder_id, left.wanted_when)
    assert gone == (None,) * 6
    async with network.sessions() as session:
        for table in (RequestPrivate, Appointment):
            assert list(await session.scalars(select(table.request_id))) == [running]
        assert list(await session.scalars(select(RelayMessage.id))) == []
        who = await session.scalars(select(RequestEvent.who).where(RequestEvent.request_id == ended))
        assert set(who) == {None}
        assert len(list(await session.scalars(select(PrivateView)))) == 2, "the audit stays"
    public = [who for who, kind in await network.told() if kind == "request.public"]
    assert len(public) == 1, "what the group was told of the one that ended is gone too"


async def test_a_draft_that_nobody_touches_is_forgotten(network: Network, jobs: RequestJobs) -> None:
    old = await network.draft(AMINA)
    network.clock.move(timedelta(hours=1))
    new = await network.draft(MARC)
    network.clock.move(RULES.forget_drafts_after - timedelta(hours=1) + MOMENT)
    await jobs.forget()
    async with network.sessions() as session:
        assert list(await session.scalars(select(HelpRequest.id))) == [new]
        assert list(await session.scalars(select(RequestPrivate.request_id))) == [new]
    assert old != new


async def test_who_leaves_gives_back_and_who_is_erased_leaves_nothing(network: Network) -> None:
    held, own, draft = await network.log(), await network.log(), await network.draft(AMINA)
    for request_id in (held, own):
        await network.claim(MARC, request_id)
    async with network.acts_as(MARC) as actor:
        await take_back_from(actor, MARC)
    assert {(await network.read(one)).state for one in (held, own)} == {RequestState.OPEN}
    await network.claim(SOFIE, own)
    await network.told()
    async with network.acts_as(AMINA) as actor:
        await forget_requests_of(actor, AMINA)
    assert await network.told() == [(SOFIE, "request.cancelled")]
    async with network.sessions() as session:
        assert await session.get(HelpRequest, draft) is None
        assert list(await session.scalars(select(RequestPrivate.request_id))) == []
    for request_id in (held, own):
        left = await network.read(request_id)
        assert (left.state, left.for_person_id, left.sentence) == (RequestState.CANCELLED, None, None)
