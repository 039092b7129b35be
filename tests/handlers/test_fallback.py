"""No dead ends: everything gets a helpful answer in the person's language."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.conversation import Desk

ACTS = {
    "voice": ("sends_voice", "Sorry, ik kan niet naar spraakberichten luisteren"),
    "sticker": ("sends_sticker", "Dank u voor de sticker"),
    "photo": ("sends_photo", "ik kan geen foto’s of bestanden bekijken"),
}


@pytest.mark.parametrize("kind", ACTS)
async def test_what_is_not_text_gets_a_kind_answer_with_the_way_on(desk: Desk, kind: str) -> None:
    sofie = desk.person("Sofie", "nl")
    act, answer = ACTS[kind]
    await sofie.does(getattr(sofie.person, act)).sees(answer).sees_buttons("📞 Contact", "🚨 Nood")


async def test_documents_places_and_contacts_too(desk: Desk) -> None:
    sofie = desk.person("Sofie", "nl")
    await sofie.does(lambda: sofie.person.sends_document(b"%PDF", "brief.pdf")).sees("foto’s of bestanden")
    await sofie.does(lambda: sofie.person.sends_location(50.8, 4.3)).sees("ik kan niets doen met dit bericht")
    await sofie.does(lambda: sofie.person.sends_contact("+32470000000")).sees("ik kan niets doen met dit bericht")


async def test_a_tap_on_a_message_that_is_deleted_meanwhile_is_answered_anew(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").says("/help")
    message = marc.answer[0]
    message.deleted = True
    await marc.does(lambda: marc.person.forges_tap(message, "s1:contact:")).sees("+32 470 32 22 24")


async def test_the_same_tap_twice_changes_nothing_and_fails_nothing(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").says("/contact")
    message = marc.answer[0]
    marc.does(lambda: marc.person.forges_tap(message, "s1:contact:"))
    marc.does(lambda: marc.person.forges_tap(message, "s1:contact:"))
    await marc
    assert marc.answer == []
    assert len(marc.chat.answers) == 2  # both spinning wheels were stopped


async def test_a_tap_answered_too_late_still_shows_its_screen(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").says("/help")
    marc.person.forges_tap(marc.answer[0], "s1:contact:")
    [update] = await desk.account.inbox.poll(0, 10, 0)
    desk.account.inbox.confirm(update["update_id"])
    desk.world.clock.move(timedelta(minutes=10))
    await desk.receiver.take(update)
    assert "+32 470" in marc.answer[0].text


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=300).filter(lambda text: text.strip()))
async def test_any_text_gets_an_answer(desk: Desk, text: str) -> None:
    await desk.person("Marc", "fr").says(text).sees("")
