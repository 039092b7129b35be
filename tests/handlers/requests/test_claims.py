"""Volunteers: the board, taking a request on, and all that they do with it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.requesting import ADDRESS, NAME, ask, button_with, settle, volunteer


@pytest.fixture
async def amina(desk: Desk) -> Talk:
    return await desk.person("Amina", "en").starts("en")


@pytest.fixture
async def marc(desk: Desk, sessions: Sessions) -> Talk:
    return await volunteer(desk, sessions, "Marc", spoken=["ar", "fr"])


@pytest.fixture
async def sofie(desk: Desk, sessions: Sessions) -> Talk:
    return await volunteer(desk, sessions, "Sofie", spoken=["nl"])


async def claimed(amina: Talk, marc: Talk) -> str:
    """Amina's request, taken on by Marc; returns its code."""
    code = await ask(amina)
    await marc.says("/board").sees("1 request")
    await marc.taps(button_with(marc, code)).sees("town hall", "🟠 This week").taps("🤝 I take it on").sees("Thank you")
    return code


async def test_one_takes_it_on_and_the_second_gets_a_kind_no(desk: Desk, amina: Talk, marc: Talk, sofie: Talk) -> None:
    code = await ask(amina)
    await sofie.says("/board")
    await sofie.taps(button_with(sofie, code)).sees_no(NAME, ADDRESS)
    await marc.says("/board")
    await marc.taps(button_with(marc, code)).taps("🤝 I take it on").sees(f"{code} is yours now")
    await sofie.taps("🤝 I take it on").sees("Somebody was quicker")
    await settle(desk)
    assert any(code in message.text for message in amina.chat.visible if message.by_bot)
    await marc.taps("🔒 Name, phone, address").sees(NAME, ADDRESS, "Each look at this is written down")


async def test_release(desk: Desk, amina: Talk, marc: Talk) -> None:
    code = await claimed(amina, marc)
    await marc.taps("↩️ Give it back").sees("Why?").taps("⏳ No time").sees(f"{code} is on the board again")
    await marc.says("/mine").sees("You hold none")


async def test_hand_over(desk: Desk, amina: Talk, marc: Talk, sofie: Talk) -> None:
    code = await claimed(amina, marc)
    await marc.taps("👋 Hand it over").taps("🙂 Sofie").sees("stays yours until they say yes")
    await settle(desk)
    offer = sofie.chat.visible[-1]
    assert code in offer.text
    await sofie.forges("s1:claim.accept:1").sees("is yours now")
    await marc.says("/mine").sees("You hold none")


async def test_close(desk: Desk, amina: Talk, marc: Talk) -> None:
    code = await claimed(amina, marc)
    await marc.taps("✅ Close it").taps("✅ Done").sees("A word about it").says("All went well")
    await marc.sees(f"{code} is closed")
    await settle(desk)
    assert any("closed" in message.text.lower() for message in amina.chat.visible if message.by_bot)


async def test_appointment(desk: Desk, amina: Talk, marc: Talk) -> None:
    code = await claimed(amina, marc)
    await marc.taps("📅 Appointment").says("23/11 9:30").sees("Where do you meet?").says("Metro Clemenceau")
    await marc.sees("Noted", "23 November", "09:30", "Metro Clemenceau").taps("⬅️ To the request")
    await marc.sees("23 November 2026, 09:30", "Where you meet: tap 🔒").sees_no("Metro Clemenceau")
    await marc.taps("🔒 Name, phone, address").sees("23 November 2026, 09:30", "Metro Clemenceau")
    await marc.says("/mine").sees(f"{code} · 📅", "23 November 2026, 09:30").sees_no("Metro Clemenceau")
    await marc.taps(button_with(marc, code)).taps("📅 Appointment")
    await amina.says("/ask")
    await amina.taps(button_with(amina, code)).sees("23 November", "09:30", "Metro Clemenceau")
    await marc.taps("24").taps("14:00").taps("⏭ Skip").sees("14:00")


async def test_both_talk(desk: Desk, amina: Talk, marc: Talk) -> None:
    code = await claimed(amina, marc)
    await marc.taps("💬 Write to the person").sees("goes to the other person").says("Hello, when shall we meet?")
    await marc.sees("✓ Passed on")
    await settle(desk)
    assert amina.chat.visible[-1].text == "Hello, when shall we meet?"
    await amina.taps(f"💬 Answer · {code}").does(amina.person.sends_voice).sees("✓").does(amina.person.sends_sticker)
    await amina.sees("words, voice messages, photos, documents and places")
    await settle(desk)
    assert "voice" in marc.chat.visible[-1].body
    await amina.does(lambda: amina.person.sends_document(b"%PDF", "letter.pdf", "This letter")).sees("✓ Passed on")
    await settle(desk)
    letter = marc.chat.visible[-1]
    assert (letter.body["document"]["file_name"], letter.text) == ("letter.pdf", "This letter")
    await marc.does(lambda: marc.person.sends_document(b"%PDF", "form.pdf")).sees("✓ Passed on")
    await settle(desk)
    assert amina.chat.visible[-1].body["document"]["file_name"] == "form.pdf"
    await marc.does(lambda: marc.person.sends({"text": "A reply", "reply_to_message": letter.body}))
    await marc.sees("✓ Passed on")
    await settle(desk)
    assert amina.chat.visible[-1].text == "A reply"
    await amina.taps("⏹ End the conversation").sees("has ended")
    await marc.says("Are you there?").sees("has ended")


async def test_the_board_narrows_and_turns(desk: Desk, amina: Talk, marc: Talk) -> None:
    luc = await desk.person("Luc", "en").starts("en")
    for talk in (amina, luc):
        for _ in range(3):
            await ask(talk)
    await marc.says("/board").sees("6 requests").sees_buttons("1/2", "▶️").taps("▶️").sees_buttons("2/2", "◀️")
    await marc.taps("🔎 Choose").taps("🏠 Housing").sees("Only: 🏠 Housing", "Nobody is waiting here")
    await marc.taps("🔎 Choose").taps("📍 Cureghem").sees("Only: Cureghem", "6 requests").taps("📋 Everything")
    await marc.taps("🔎 Choose").taps("🗣 Dutch").sees("Nobody is waiting here")
    await marc.taps("🔎 Choose").taps("⭐ What fits me").sees("Only: what fits me", "6 requests")
    await marc.forges("s1:board:0.x.y").sees("button is old")


async def test_nobody_is_told_to_call_who_does_not_hear(desk: Desk, amina: Talk, marc: Talk) -> None:
    code = await ask(amina, reach="🧏 Only in sign language")
    await marc.says("/board")
    await marc.taps(button_with(marc, code)).sees("🧏 Only in sign language").taps("🤝 I take it on")
    await marc.sees("Please never use the phone to speak").taps("🔒 Name, phone, address").sees("never use the phone")


async def test_a_link_from_the_group_opens_it(desk: Desk, amina: Talk, marc: Talk) -> None:
    code = await ask(amina)
    await marc.starts(code).sees(code, "town hall").sees_buttons("🤝 I take it on")
    stranger = await desk.person("Luc", "en").starts("en").starts(code)
    await stranger.sees_no("town hall")


async def test_a_resident_gets_nothing_of_the_board(desk: Desk, amina: Talk, marc: Talk) -> None:
    await claimed(amina, marc)
    luc = await desk.person("Luc", "en").starts("en")
    for data in ("board:", "board.one:1", "board.claim:1", "claim:1", "claim.look:1", "claim.close:1.done", "desk:"):
        await luc.says("/help").forges(f"s1:{data}").sees("button is old")
    for data in ("talk:1", "ask.cancel:1.yes", "talk.end:1"):
        await luc.says("/help").forges(f"s1:{data}").sees("Only the team can do this")


async def test_whether_an_appointment_took_place(desk: Desk, amina: Talk, marc: Talk) -> None:
    await claimed(amina, marc)
    await marc.taps("📅 Appointment").says("yesterday").sees("I do not understand this date")
    await marc.says("20/11 9:30").taps("⏭ Skip").sees("already over")
    await marc.says("/mine").taps("🙌 My requests")
    await marc.forges("s1:claim.meet:1").says("21/11 18:00").taps("⏭ Skip").taps("⬅️ To the request")
    await marc.taps("📅 Appointment").sees("18:00").forges("s1:claim.went:1.yes").sees("changed meanwhile")
    await marc.forges("s1:claim.unmeet:1").sees("This appointment is cancelled")


async def test_the_place_is_read_by_who_holds_it_and_goes_with_the_private_part(
    desk: Desk, amina: Talk, marc: Talk, sofie: Talk
) -> None:
    """An appointment stays when the request is handed over; where it is stands in nobody else's chat."""
    code = await claimed(amina, marc)
    await marc.taps("📅 Appointment").says("23/11 9:30").says("Metro Clemenceau").taps("⬅️ To the request")
    await marc.taps("🔒 Name, phone, address").sees("Metro Clemenceau")
    looked = marc.answer[0]
    await marc.says("/mine").forges(f"s1:claim.hand:1.{sofie.person.id}").sees("until they say yes")
    await sofie.says("/board").forges("s1:claim.accept:1").sees("23 November 2026, 09:30").sees_no("Metro Clemenceau")
    await settle(desk)
    assert looked.deleted
    await sofie.taps("🔒 Name, phone, address").sees("Metro Clemenceau", NAME)
    desk.world.clock.move(timedelta(days=1))
    await desk.requests.look_after()
    await settle(desk)
    await sofie.taps("👁 Show it").sees(f"helping with {code}", "23 November 2026, 09:30")
    await amina.taps("👁 Show it").sees("Metro Clemenceau")
    desk.world.clock.move(timedelta(days=2))
    await sofie.says("/mine").sees_no("23 November")
