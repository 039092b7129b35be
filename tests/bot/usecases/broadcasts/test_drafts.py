"""Writing an announcement, up to the moment when it may start."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.broadcasts import CAPTION_LIMIT, SKIP, TEXT_LIMIT, BroadcastState
from bot.domain.errors import NotADraft, NotOffered, TextMissing, TimePassed, TooLong
from bot.usecases.broadcasts.drafts import Broadcasts
from tests.support.announcing import confirmed
from tests.support.databases import ON_SQLITE
from tests.support.network import CLAIRE, NOW, Network

pytestmark = ON_SQLITE


async def test_a_text_fits_into_a_message_or_under_the_photo(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        drafts = Broadcasts(actor)
        draft = await drafts.begin()
        with pytest.raises(TooLong):
            await drafts.write(draft.id, "fr", "x" * (TEXT_LIMIT + 1))
        await drafts.write(draft.id, "fr", "x" * TEXT_LIMIT)
        with pytest.raises(TooLong) as refused:
            await drafts.attach(draft.id, {"kind": "photo", "file_id": "door"})
        assert (refused.value.length, refused.value.limit) == (TEXT_LIMIT, CAPTION_LIMIT)
        assert draft.media is None


async def test_a_choice_that_is_made_twice_is_taken_back(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        drafts = Broadcasts(actor)
        draft = await drafts.begin()
        for value, chosen in (("fr", ["fr"]), ("ar", ["fr", "ar"]), ("fr", ["ar"])):
            assert (await drafts.narrow(draft.id, "languages", value)).audience["languages"] == chosen
        assert (await drafts.overview(draft, count=False)).lacking == ["ar"]
        await drafts.invite(draft.id, "coffee")
        await drafts.narrow(draft.id, "rsvp", "going")
        await drafts.invite(draft.id, "coffee")
        assert draft.audience == {"languages": ["ar"]}, "with the meeting go the answers to it"


async def test_it_is_confirmed_only_when_somebody_has_decided_about_each_language(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        drafts = Broadcasts(actor)
        draft = await drafts.begin()
        for step in (None, drafts.write(draft.id, "fr", "Portes ouvertes")):
            if step:
                await step
            with pytest.raises(TextMissing):
                await drafts.confirm(draft.id, 5)
        await drafts.decide(draft.id, SKIP)
        confirmed = await drafts.confirm(draft.id, 5)
        assert (confirmed.state, confirmed.due_at, confirmed.progress_message_id) == (BroadcastState.SCHEDULED, NOW, 5)


async def test_what_is_planned_is_no_draft_until_it_is_reopened(network: Network) -> None:
    async with network.acts_as(CLAIRE) as actor:
        drafts, broadcast_id = Broadcasts(actor), await confirmed(actor)
        with pytest.raises(NotADraft):
            await drafts.write(broadcast_id, "fr", "Autre chose")
        await drafts.reopen(broadcast_id)
        with pytest.raises(TimePassed):
            await drafts.plan(broadcast_id, NOW - timedelta(minutes=1))
        with pytest.raises(NotOffered):
            await drafts.read(broadcast_id + 1)
