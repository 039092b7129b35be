"""What follows when a meeting is another than it was."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.usecases.meetings.changes import MeetingChanges, state_of
from bot.usecases.meetings.rsvp import Meetings
from db.models.notices import Notice
from db.queries import meetings
from tests.support.databases import ON_SQLITE
from tests.support.meetings import add
from tests.support.network import AMINA, CLAIRE, MARC, Network

pytestmark = ON_SQLITE


async def answered(network: Network, *whom: int) -> None:
    for person_id in whom:
        async with network.acts_as(person_id) as actor:
            await Meetings(actor).answer("coffee", "going")


async def test_only_what_concerns_people_is_told_to_those_who_answered(network: Network) -> None:
    await add(network.sessions)
    await answered(network, AMINA)
    for name, by, told in (
        ("title", {"fr": "Goûter"}, []),
        ("starts_at", timedelta(hours=1), [(AMINA, "meeting.moved")]),
        ("starts_at", timedelta(), []),
    ):
        async with network.acts_as(CLAIRE) as actor:
            one = await meetings.find_to_change(actor.session, "coffee")
            assert one
            before = state_of(one)
            setattr(one, name, one.starts_at + by if isinstance(by, timedelta) else by)
            await MeetingChanges(actor.session, actor.notices).follow(one, before)
        assert await network.told() == told
    async with network.sessions() as session:
        changed = await meetings.find_to_change(session, "coffee")
    assert changed
    assert changed.sequence == 2, "what is the same is no change"


async def test_more_places_let_those_who_wait_come(network: Network) -> None:
    await add(network.sessions, capacity=1)
    await answered(network, AMINA, MARC)
    async with network.acts_as(CLAIRE) as actor:
        one = await meetings.find_to_change(actor.session, "coffee")
        assert one
        before = state_of(one)
        one.capacity = 2
        await MeetingChanges(actor.session, actor.notices).follow(one, before)
    assert await network.told() == [(MARC, "meeting.place")]


async def test_called_off_it_is_told_and_a_place_that_was_offered_is_taken_back(network: Network) -> None:
    await add(network.sessions, capacity=1)
    await answered(network, AMINA, MARC)
    async with network.acts_as(AMINA) as actor:
        await Meetings(actor).answer("coffee", "not_going")
    async with network.acts_as(CLAIRE) as actor:
        one = await meetings.find_to_change(actor.session, "coffee")
        assert one
        await MeetingChanges(actor.session, actor.notices).call_off(one)
        rows = await actor.session.scalars(select(Notice).order_by(Notice.id))
        assert [(row.chat_id, row.kind, row.state) for row in rows] == [
            (MARC, "meeting.place", "cancelled"),
            (AMINA, "meeting.cancelled", "pending"),
            (MARC, "meeting.cancelled", "pending"),
        ]
