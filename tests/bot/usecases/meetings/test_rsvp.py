"""Answers to a meeting: places, the waiting list, and until when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.errors import AnswersClosed, MeetingFull, MeetingOver, NotOffered
from bot.usecases.meetings.rsvp import Meetings, give
from db.models.meetings import RSVP
from tests.support.databases import ON_SQLITE
from tests.support.meetings import STARTS, add
from tests.support.network import AMINA, MARC, NOW, SOFIE, Network


@ON_SQLITE
async def test_when_it_is_full_one_waits_and_moves_up(network: Network) -> None:
    await add(network.sessions, capacity=2)
    for person_id, given in ((AMINA, "going"), (MARC, "going"), (SOFIE, "waitlisted")):
        async with network.acts_as(person_id) as actor:
            seen = await Meetings(actor).answer("coffee", "going")
            assert seen.own
            assert seen.own.answer == given
    async with network.acts_as(MARC) as actor:
        assert (await Meetings(actor).answer("coffee", "not_going")).free == 0
    assert await network.told() == [(SOFIE, "meeting.place")]


@ON_SQLITE
async def test_one_brings_as_many_as_there_are_places(network: Network) -> None:
    await add(network.sessions, capacity=2)
    async with network.acts_as(AMINA) as actor:
        with pytest.raises(NotOffered):
            await Meetings(actor).bring("coffee", 2)
        await Meetings(actor).answer("coffee", "going")
        with pytest.raises(MeetingFull) as refused:
            await Meetings(actor).bring("coffee", 3)
        assert refused.value.free == 2
        assert (await Meetings(actor).bring("coffee", 2)).free == 0


@ON_SQLITE
async def test_after_the_deadline_only_a_no_is_taken_and_after_the_end_nothing(network: Network) -> None:
    await add(network.sessions, answer_until=NOW)
    async with network.acts_as(AMINA) as actor:
        with pytest.raises(AnswersClosed):
            await Meetings(actor).answer("coffee", "going")
        assert (await Meetings(actor).answer("coffee", "not_going")).closed
    network.clock.time = STARTS + timedelta(hours=2)
    async with network.acts_as(AMINA) as actor:
        with pytest.raises(MeetingOver):
            await Meetings(actor).answer("coffee", "not_going")


def test_the_same_answer_once_more_keeps_the_turn() -> None:
    own = RSVP(answer="not_going")
    give(own, "waitlisted", NOW)
    give(own, "waitlisted", NOW + timedelta(hours=1))
    assert (own.answered_at, own.coming_since) == (NOW, None)
    give(own, "maybe", NOW + timedelta(hours=2))
    give(own, "going", NOW + timedelta(hours=3))
    assert own.coming_since == NOW + timedelta(hours=2), "who comes perhaps is reminded too"
