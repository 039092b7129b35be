"""Dated appointments on a request."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.errors import NotAllowed, NotPossibleNow, TimePassed
from bot.domain.requests import ASKED_AFTER
from bot.usecases.requests.appointments import Appointments
from tests.support.databases import ON_SQLITE
from tests.support.network import AMINA, MARC, NOW, SOFIE, Network

pytestmark = ON_SQLITE
PLACE = "Square Imaginaire 33"


async def claimed(network: Network) -> int:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    await network.told()
    return request_id


async def test_who_holds_the_request_makes_it_and_the_two_read_where_it_is(network: Network) -> None:
    request_id = await claimed(network)
    for person_id, at, error in ((SOFIE, NOW + timedelta(days=2), NotAllowed), (MARC, NOW, TimePassed)):
        async with network.acts_as(person_id) as actor:
            with pytest.raises(error):
                await Appointments(actor).make(request_id, at, PLACE)
    async with network.acts_as(MARC) as actor:
        made = await Appointments(actor).make(request_id, NOW + timedelta(days=2), PLACE)
    assert made.place
    assert PLACE.encode() not in made.place
    assert await network.told() == [(AMINA, "request.appointed")]
    async with network.acts_as(AMINA) as actor:
        assert await Appointments(actor).place(made.id) == PLACE
    async with network.acts_as(SOFIE) as actor:
        with pytest.raises(NotAllowed):
            await Appointments(actor).place(made.id)


async def test_the_resident_calls_it_off_once_and_the_volunteer_is_told(network: Network) -> None:
    request_id = await claimed(network)
    async with network.acts_as(MARC) as actor:
        made = await Appointments(actor).make(request_id, NOW + timedelta(days=2), "")
    await network.told()
    async with network.acts_as(AMINA) as actor:
        cancelled = await Appointments(actor).cancel(made.id)
        assert (cancelled.remind_at, cancelled.ask_at) == (None, None)
        assert await Appointments(actor).coming(request_id) == []
        with pytest.raises(NotPossibleNow):
            await Appointments(actor).cancel(made.id)
    assert await network.told() == [(MARC, "request.unappointed")]


async def test_afterwards_the_volunteer_says_whether_it_took_place(network: Network) -> None:
    request_id = await claimed(network)
    async with network.acts_as(MARC) as actor:
        made = await Appointments(actor).make(request_id, NOW + timedelta(hours=1), "")
        with pytest.raises(NotPossibleNow):
            await Appointments(actor).answer(made.id, happened=True)
    await network.told()
    network.clock.move(ASKED_AFTER)
    for _ in range(2):
        async with network.acts_as(MARC) as actor:
            await Appointments(actor).answer(made.id, happened=False)
    assert await network.told() == [(AMINA, "request.missed")], "the resident is asked once"
