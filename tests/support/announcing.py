"""What several tests about broadcasts begin with."""

from __future__ import annotations

from tests.support.conversation import Desk, Talk


async def begun(claire: Talk, text: str = "Open day on Saturday", language: str = "English") -> Talk:
    """A draft with a text in one language."""
    await claire.says("/broadcast")
    if any("Write another one" in button["text"] for row in claire.answer[-1].buttons for button in row):
        claire.taps("➕ Write another one")
    return await claire.taps(language).says(text)


async def sent(desk: Desk, claire: Talk, text: str = "Open day on Saturday") -> Talk:
    """A broadcast in English, sent to everybody."""
    await begun(claire, text)
    await claire.taps("➡️ Send").taps("🌐 The text in English").taps("✅ Yes, send")
    await desk.beat()
    return claire


def received(person: Talk) -> list[str]:
    """What the bot sent by itself."""
    return [m.text for m in person.chat.visible if m.by_bot and m.button("s1:announcements:copy")]
