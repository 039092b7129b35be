"""A resident asks for help, in every language."""

from __future__ import annotations

from tests.conversation import Desk


async def test_a_resident_asks_for_help(desk: Desk) -> None:
    amina = await desk.person("Amina", "en").starts("en")
    await amina.says("🙋 Ask for help").sees("Volunteers from the neighbourhood").taps("➕ Ask for something")
    await amina.sees("What is it about?").taps("📄 Papers and letters").sees("neighbourhood").taps("Cureghem")
    await amina.taps("Arabic").sees_buttons("✓ Arabic").taps("➡️ Continue").sees("Write one or two sentences")
    await amina.says("Somebody to come with me to the town hall").sees("How urgent").taps("🟠 This week")
    await amina.taps("Tuesday").taps("➡️ Continue").taps("💬 Here in Telegram").sees("What is the name?")
    await amina.says("Amina").sees("Where is it?").taps("⏭ Skip").sees("Do you agree?").taps("✅ Yes")
    await amina.sees("Is everything right?", "town hall", "Name: Amina", "Tuesday").taps("✅ Send").sees("It is sent")
