"""Meetings as the team keeps them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from bot.domain.errors import MeetingOver, NotOffered, TextMissing, TimePassed
from bot.usecases.meetings.drafts import MeetingDrafts
from bot.usecases.meetings.planning import MeetingPlans
from bot.usecases.meetings.rsvp import Meetings
from tests.support.databases import ON_SQLITE
from tests.support.meetings import STARTS, add
from tests.support.network import AMINA, CLAIRE, Network

pytestmark = ON_SQLITE


async def test_it_is_saved_when_everything_is_said_and_still_to_come(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        drafts, plans = MeetingDrafts(actor), MeetingPlans(actor)
        draft = await drafts.begin()
        with pytest.raises(TextMissing):
            await plans.save(draft)
        await drafts.name(draft.id, "fr", "Goûter")
        await drafts.set_dates(draft.id, [date(2026, 11, 21), date(2026, 11, 28)])
        await drafts.begin_at(draft.id, time(11), time(13))
        with pytest.raises(TimePassed):  # it is noon
            await plans.save(draft)
        await drafts.begin_at(draft.id, time(14), time(15))
        saved = await plans.save(draft)
    assert [one.starts_at.hour for one in saved] == [13, 13], "UTC"
    async with network.acts_as(CLAIRE) as actor:
        assert {one.id for one in saved} <= {one.id for one in actor.desk.directory.meetings}
        with pytest.raises(NotOffered):
            await MeetingDrafts(actor).read(draft.id)


async def test_what_is_over_is_neither_called_off_nor_announced(network: Network) -> None:
    await add(network.sessions)
    network.clock.time = STARTS + timedelta(hours=2)
    async with network.acts_as(CLAIRE) as actor:
        plans = MeetingPlans(actor)
        for refused in (plans.cancel("coffee"), plans.announce("coffee", {"fr": "Venez"})):
            with pytest.raises(MeetingOver):
                await refused
        with pytest.raises(NotOffered):
            await plans.cancel("tea")


async def test_who_came_is_ticked_from_the_beginning_on(network: Network) -> None:
    await add(network.sessions)
    async with network.acts_as(AMINA) as actor:
        await Meetings(actor).answer("coffee", "going", "Amina")
    async with network.acts_as(CLAIRE) as actor:
        with pytest.raises(NotOffered):
            await MeetingPlans(actor).tick("coffee", AMINA)
    network.clock.time = STARTS
    async with network.acts_as(CLAIRE) as actor:
        for attended in (True, False):
            (guest,) = await MeetingPlans(actor).tick("coffee", AMINA)
            assert (guest.answer.name, guest.answer.attended) == ("Amina", attended)
