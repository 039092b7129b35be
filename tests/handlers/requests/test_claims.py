"""Volunteers: the board, taking a request on, and all that they do with it."""

from __future__ import annotations

from tests.support.conversation import Desk, Talk
from tests.support.requesting import ask, button_with, claimed, settle


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


async def test_nobody_is_told_to_call_who_does_not_hear(desk: Desk, amina: Talk, marc: Talk) -> None:
    code = await ask(amina, reach="🧏 Only in sign language")
    await marc.says("/board")
    await marc.taps(button_with(marc, code)).sees("🧏 Only in sign language").taps("🤝 I take it on")
    await marc.sees("Please never use the phone to speak").taps("🔒 Name, phone, address").sees("never use the phone")
