"""What people are told about meetings: each thing once, and a reminder only to who comes."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from bot.domain.meetings.rules import DAY
from bot.usecases.desk import DeskCache
from bot.usecases.meetings.notices import MeetingNotices, due_now, remind
from bot.usecases.meetings.rsvp import Meetings
from db.queries import meetings
from tests.support.databases import ON_SQLITE
from tests.support.meetings import STARTS, add
from tests.support.network import AMINA, CLAIRE, MARC, SOFIE, Network

pytestmark = ON_SQLITE


async def test_a_change_is_told_once_until_the_next_change(network: Network) -> None:
    await add(network.sessions)
    async with network.acts_as(CLAIRE) as actor:
        one = await meetings.find_to_change(actor.session, "coffee")
        assert one
        for sequence in (1, 1, 2):
            one.sequence = sequence
            await MeetingNotices(actor.notices).tell_of_change(one, [AMINA], {})
    assert await network.told() == [(AMINA, "meeting.moved")] * 2


async def test_who_comes_or_perhaps_is_reminded_once_of_what_is_due(network: Network) -> None:
    await add(network.sessions, reminders=[DAY])
    answers: tuple[tuple[int, Literal["going", "maybe", "not_going"]], ...]
    answers = (AMINA, "going"), (MARC, "maybe"), (SOFIE, "not_going")
    for person_id, said in answers:
        async with network.acts_as(person_id) as actor:
            await Meetings(actor).answer("coffee", said)
    async with network.sessions() as session:
        desk = await DeskCache().read(session)
    assert [due_now(desk, STARTS - timedelta(days=1, seconds=early)) for early in (1, -86400)] == [[], []]
    ((one, reminder),) = due_now(desk, STARTS - timedelta(days=1))
    for _ in range(2):
        async with network.acts_as(CLAIRE) as actor:
            await remind(actor, one, reminder)
    assert await network.told() == [(AMINA, "meeting.reminder"), (MARC, "meeting.reminder")]


async def test_nothing_reminds_of_a_time_that_was_set_after_the_reminder_was_due(network: Network) -> None:
    await add(network.sessions, reminders=[DAY], stands_since=STARTS - timedelta(hours=3))
    async with network.acts_as(AMINA) as actor:
        await Meetings(actor).answer("coffee", "going")
    async with network.acts_as(CLAIRE) as actor:
        ((one, reminder),) = due_now(actor.desk, STARTS - timedelta(hours=2))
        await remind(actor, one, reminder)
    assert await network.told() == []
