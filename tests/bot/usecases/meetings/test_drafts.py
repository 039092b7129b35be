"""A coordinator writes a meeting: what is taken, and what is asked again."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.errors import EndsTooEarly, NotAnAddress, NotOffered, TimePassed, TooLong
from bot.usecases.meetings.drafts import TITLE_LIMIT, MeetingDrafts, lacking, occurrences
from db.models.meetings import MeetingDraft
from tests.support.databases import ON_SQLITE
from tests.support.network import CLAIRE, Network

BRUSSELS = ZoneInfo("Europe/Brussels")


@ON_SQLITE
async def test_what_it_still_lacks_is_asked_in_order(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        drafts = MeetingDrafts(actor)
        draft = await drafts.begin()
        for step, asked in (
            (None, "title"),
            (drafts.name(draft.id, "fr", " Goûter "), "day"),
            (drafts.set_dates(draft.id, [date(2026, 12, 15)]), "hours"),
            (drafts.begin_at(draft.id, time(13, 30), None), "ends"),
            (drafts.end_at(draft.id, time(15)), None),
        ):
            if step:
                await step
            assert lacking(draft) == asked
        assert draft.title == {"fr": "Goûter"}


@ON_SQLITE
async def test_what_cannot_be_changes_nothing(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        drafts = MeetingDrafts(actor)
        draft = await drafts.begin()
        await drafts.begin_at(draft.id, time(13), time(15))
        before = {name: getattr(draft, name) for name in ("title", "days", "starts_at", "ends_at", "online_url")}
        for refused, error in (
            (drafts.name(draft.id, "fr", "x" * (TITLE_LIMIT + 1)), TooLong),
            (drafts.name(draft.id, "xx", "Goûter"), NotOffered),
            (drafts.set_dates(draft.id, [date(2026, 11, 20)]), TimePassed),
            (drafts.repeat(draft.id, 2, 3), NotOffered),
            (drafts.end_at(draft.id, time(13)), EndsTooEarly),
            (drafts.welcome_at(draft.id, time(14)), EndsTooEarly),
            (drafts.meet_online(draft.id, "http://meet.example"), NotAnAddress),
            (drafts.limit(draft.id, 0), NotOffered),
        ):
            with pytest.raises(error):
                await refused
        assert {name: getattr(draft, name) for name in before} == before


@ON_SQLITE
async def test_a_reminder_is_added_and_taken_out_again(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        drafts = MeetingDrafts(actor)
        draft = await drafts.begin()
        usual = list(draft.reminders)
        assert (await drafts.remind(draft.id, usual[0])).reminders == usual[1:]
        assert (await drafts.remind(draft.id, usual[0])).reminders == usual, "the earliest first again"


def test_each_day_has_its_own_instants_also_where_clocks_change() -> None:
    draft = MeetingDraft(days=["2027-03-27", "2027-03-28"], starts_at=time(13), ends_at=time(14), answer_before=1440)
    winter, summer = occurrences(draft, BRUSSELS)
    assert winter["starts_at"] == datetime(2027, 3, 27, 12, tzinfo=UTC)
    assert summer["starts_at"] == datetime(2027, 3, 28, 11, tzinfo=UTC)
    assert summer["answer_until"] == winter["starts_at"], "a day before is the same time of day"
    assert winter["answer_until"] == datetime(2027, 3, 27, 12, tzinfo=UTC) - timedelta(days=1)
