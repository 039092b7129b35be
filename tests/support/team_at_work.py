"""People of the team for tests: an administrator, and who joins by her links."""

from __future__ import annotations

import re

from tests.support.conversation import Desk, Talk


async def coordinator(desk: Desk, name: str = "Claire") -> Talk:
    """Named in the settings, so administrator too; reads English."""
    return await desk.administrator(name, "en").starts("en")


async def invitation_link(inviter: Talk, role: str = "volunteer") -> str:
    """The start parameter of a fresh link."""
    await inviter.says("/invite").taps(role).sees("You are invited to the team")
    found = re.search(r"https://t\.me/\w+\?start=([\w-]+)", inviter.answer[-1].text)
    assert found
    return found[1]


async def join(desk: Desk, link: str, name: str, language: str = "en") -> Talk:
    """Somebody who opens the link and accepts the charter."""
    talk = await desk.person(name, language).starts(language).starts(link)
    agree = talk.answer[-1].buttons[0][0]["text"]
    return await talk.taps(agree)


async def volunteer(desk: Desk, name: str = "Marc", language: str = "en") -> Talk:
    return await join(desk, await invitation_link(await coordinator(desk)), name, language)


def button_of(looking: Talk, name: str) -> str:
    """The button with that name in the list that they see."""
    shown: list[str] = [button["text"] for message in looking.answer for row in message.buttons for button in row]
    return next(text for text in shown if f"\u2068{name}\u2069" in text)


async def shows(looking: Talk, name: str) -> Talk:
    await looking.says("/team")
    return await looking.taps(button_of(looking, name))
