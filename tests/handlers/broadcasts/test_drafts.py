"""Coordinators write announcements: texts, photo, preview, and the form that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from db.models.people import Person
from db.session import Sessions
from tests.support.announcing import begun, received
from tests.support.conversation import Desk, Talk

TWO_PLACES = Path(__file__).parents[2] / "packs" / "two_places"


@pytest.fixture
def pack() -> Path:
    return TWO_PLACES


async def test_a_broadcast_in_five_languages_reaches_each_in_their_own(
    desk: Desk, claire: Talk, residents: dict[str, Talk]
) -> None:
    await claire.says("📣 Announcements by the team").sees("each in their language").taps("➕ New announcement")
    await claire.sees("Which language do you write in first").taps("French").sees("<b>French</b>"[3:-4])
    await claire.says("Portes ouvertes samedi").sees("✅ French", "✏️ Dutch: no text yet", "👥 For everybody")
    for language, text in (("Dutch", "Open deur"), ("Arabic", "أبواب مفتوحة"), ("Romanian", "Ziua porților")):
        await claire.taps(f"✏️ {language}").says(text)
    await claire.taps("✏️ English").says("Open day")
    await claire.taps("➡️ Send").sees("Send it?", "Goes to 5 people", "French 1", "Arabic 1", "🕒 At once")
    await claire.taps("✅ Yes, send").sees("It starts in a moment").sees_edit()
    await desk.beat()
    assert {code: received(person) for code, person in residents.items()} == {
        "fr": ["Portes ouvertes samedi"],
        "nl": ["Open deur"],
        "ar": ["أبواب مفتوحة"],
        "ro": ["Ziua porților"],
    }
    report = next(m for m in claire.chat.visible if "Everything is sent" in m.text)
    assert "✅ Sent: 5" in report.text
    assert report.edited_count, "the message of the last tap became the report"
    await claire.says("/broadcasts").sees_buttons("✅ Open day").taps("✅ Open day").sees("✅ Sent: 5", "Romanian")


async def test_formatting_is_kept_and_typed_html_is_shown_as_typed(desk: Desk, claire: Talk) -> None:
    bold = {"text": "Come & see <b>us!", "entities": [{"type": "bold", "offset": 0, "length": 4}]}
    await claire.says("/broadcast").taps("English").does(lambda: claire.person.sends(bold)).sees("✅ English")
    await claire.taps("👁 See how it looks").sees("Come & see <b>us!", "This is how people get it: English")
    copy = claire.answer[0]
    assert copy.body["entities"] == [{"type": "bold", "offset": 0, "length": 4}]
    assert copy.buttons[0][0]["text"] == "🔔 Announcements"


async def test_a_photo_goes_with_the_words_under_it(desk: Desk, claire: Talk, residents: dict[str, Talk]) -> None:
    await begun(claire)
    await claire.taps("📎 Photo or file").sees("send a photo or a document").does(claire.person.sends_photo)
    await claire.sees("📎 With a photo or a file").taps("👁 See how it looks")
    assert "photo" in claire.answer[0].body
    await claire.taps("➡️ Send").taps("🌐 The text in English").taps("✅ Yes, send")
    await desk.beat()
    copy = next(m for m in residents["ro"].chat.visible if m.text == "Open day on Saturday")
    assert copy.body["photo"]
    # Its button leaves it as it is.
    await residents["ro"].taps("🔔 Anunțuri").sees("pornite")
    assert "photo" in residents["ro"].chat.message(copy.id).body  # type: ignore[union-attr]


async def test_a_document_may_come_with_its_text_at_once_and_go_again(desk: Desk, claire: Talk) -> None:
    await claire.says("/broadcast").taps("English")
    await claire.does(lambda: claire.person.sends_document(b"%PDF", "poster.pdf", caption="Look")).sees(
        "📎 With a photo"
    )
    await claire.taps("📎 Photo or file").taps("❌ Without photo or file").sees("✅ English").sees_no("📎 With a photo")


async def test_what_is_too_long_is_said_at_once_and_nothing_is_lost(desk: Desk, claire: Talk) -> None:
    await begun(claire, "😀" * 2049)
    await claire.sees("too long: 4098 signs", "Nothing is lost").says("x" * 1025).sees("✅ English")
    await claire.taps("📎 Photo or file").does(claire.person.sends_photo).sees("too long: 1025 signs. At most 1024")
    await claire.says("/broadcasts").taps("✏️ " + "x" * 29 + "…").sees("✅ English").sees_no("📎 With a photo")


@pytest.mark.parametrize("act", ["sends_voice", "sends_sticker"])
async def test_what_is_no_text_is_asked_again(desk: Desk, claire: Talk, act: str) -> None:
    await claire.says("/broadcast").taps("English").does(getattr(claire.person, act)).sees("Please write the text")
    await claire.says("Open day").sees("✅ English")


@pytest.mark.parametrize("elsewhere", ["🕒 Opening hours", "/help", "/nosuch"])
async def test_leaving_the_form_loses_nothing_and_continue_leads_back(desk: Desk, claire: Talk, elsewhere: str) -> None:
    await begun(claire)
    await claire.taps("✏️ Dutch").says(elsewhere).sees("What you began to write is kept")
    await claire.says("is it open?").sees_no("✅ Dutch")  # the form is left
    await claire.taps("▶️ Continue").sees("Dutch").says("Open deur").sees("✅ English\n", "✅ Dutch")
    await claire.says("/broadcast").sees("You have already begun an announcement", "Open day on Saturday")
    await claire.taps("▶️ Continue").sees("✅ Dutch")


async def test_the_form_is_still_there_after_a_restart(desk: Desk, claire: Talk, sessions: Sessions) -> None:
    await claire.says("/broadcast").taps("English")
    async with sessions() as session:  # nothing of it is kept anywhere else
        assert (
            await session.scalar(select(Person.expects).where(Person.id == claire.person.id)) == "broadcast.text:1.en"
        )
    await claire.says("Open day").sees("✅ English")
