"""Leaving a form is told, whatever the names of form and button have in common."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.views.taps import TAPS
from db.queries.requests import upkeep
from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.requesting import ask, volunteer

KEPT = "What you began to write is kept"
IN_FORM = {
    "ask": "ask.at ask.drop ask.fine ask.new ask.pick ask.send ask.skip ask.sum",
    "debrief": "claim claim.close claim.done",
    "appointment": "claim claim.day claim.hour claim.meet claim.met",
    "talk": "talk talk.end talk.pause",
}
"""Each form, and what is shown in it. Those of announcements and of meetings are read from the screens, in
tests/handlers/broadcasts/test_walk.py and tests/bot/views/meetings/test_form.py."""


@pytest.mark.parametrize(("form", "shown"), IN_FORM.items())
def test_each_form_and_its_buttons(form: str, shown: str) -> None:
    assert {name for name, kind in TAPS.items() if form in kind.forms} == set(shown.split())


@pytest.fixture
async def marc(desk: Desk, sessions: Sessions) -> Talk:
    """Holds a request of Amina's."""
    await ask(await desk.person("Amina", "en").starts("en"))
    marc = await volunteer(desk, sessions, "Marc")
    return await marc.forges("s1:board.claim:1").sees("is yours now")


@pytest.mark.parametrize("elsewhere", ["/mine", "/board", "/hours"])
async def test_a_debrief_that_is_left_is_kept(marc: Talk, elsewhere: str) -> None:
    await marc.taps("✅ Close it").taps("✅ Done").sees("A word about it").says(elsewhere).sees(KEPT)
    await marc.taps("▶️ Continue").sees("A word about it").says("All went well").sees("is closed")


async def test_an_appointment_that_is_left_is_asked_for_again_and_not_made(marc: Talk) -> None:
    await marc.taps("📅 Appointment").says("23/11 9:30").sees("Where do you meet?").says("/mine").sees(KEPT)
    await marc.taps("▶️ Continue").sees("Where do you meet?").says("Metro Clemenceau").sees("Noted", "09:30")


@pytest.mark.parametrize("elsewhere", ["/broadcasts", "/team", "/hours"])
async def test_an_announcement_that_is_left_is_kept(desk: Desk, claire: Talk, elsewhere: str) -> None:
    await claire.says("/broadcast").taps("English").says("Open day").taps("✏️ Dutch").says(elsewhere).sees(KEPT)


async def test_the_same_button_about_another_one_leaves_the_form(desk: Desk, claire: Talk) -> None:
    await claire.says("/broadcast").taps("English").says("First").says("/broadcast").taps("➕ Write another one")
    await claire.taps("English").says("Second").taps("✏️ Dutch").forges("s1:broadcast:1").sees(KEPT)
    await claire.taps("▶️ Continue").says("Tweede").sees("✅ Dutch").taps("👁 See how it looks").sees("Second", "Tweede")


async def test_going_back_inside_the_form_is_not_leaving_it(desk: Desk, claire: Talk) -> None:
    await claire.says("/broadcast").taps("English").says("Open day").taps("🕒 When").taps("⬅️ Back").sees_no(KEPT)


async def test_a_question_about_a_draft_that_is_gone_is_asked_no_longer(desk: Desk, sessions: Sessions) -> None:
    amina = await desk.person("Amina", "en").starts("en").says("/ask").taps("➕ Ask for something").taps("🏠 Housing")
    async with sessions.begin() as session:
        await upkeep.forget_drafts(session, desk.world.clock.now() + timedelta(days=1))
    await amina.says("Are you open now?").sees("This has changed meanwhile").sees_no("button is old")
    await amina.says("Are you open now?").sees("Opening hours")


async def test_a_question_about_what_another_coordinator_sent_is_asked_no_longer(desk: Desk, claire: Talk) -> None:
    await claire.says("/broadcast").taps("English").says("Open day").taps("✏️ Dutch")
    await desk.administrator("Sofie", "en").starts("en").forges("s1:broadcast.cancel:1")
    await claire.says("Opendeurdag").sees("It cannot be changed here").says("/help").sees_no(KEPT)


async def test_a_time_that_is_not_understood_is_asked_for_again(claire: Talk) -> None:
    await claire.says("/broadcast").taps("English").says("Open day").taps("🕒 When")
    await claire.says("soon").sees("do not understand").says("23/11 9:30").sees("23 November 2026, 09:30")


@pytest.mark.parametrize("many", ["0", "5000"])
async def test_a_number_of_places_that_cannot_be_is_asked_for_again(claire: Talk, many: str) -> None:
    await claire.says("/meetings").taps("➕ New meeting").says("Coffee").says("15/12").says("10:00-11:00")
    question = (await claire.taps("👥 Places")).answer[-1].text
    await claire.says(many).sees_exactly(question).says("12").sees("12")
