"""Neighbours who ask and neighbours who help, for the tests about requests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.roles import VOLUNTEER
from db.queries import directory
from db.queries.team import members as team
from db.session import Sessions
from tests.support.conversation import Desk, Talk

NAME, PHONE, ADDRESS = "Zohra Benkirane", "0470 98 76 54", "Rue du Chimiste 34"
SENTENCE = "Somebody to come with me to the town hall"
PRIVATE = (NAME, PHONE, ADDRESS)


async def volunteer(
    desk: Desk, sessions: Sessions, name: str, language: str = "en", spoken: Sequence[str] = ()
) -> Talk:
    """Somebody who has accepted the charter."""
    talk = await desk.person(name, language).starts(language)
    async with sessions.begin() as session:
        organization = (await directory.load(session)).organization
        profile = await team.accept_charter(session, desk.world.clock.now(), talk.person.id, name, organization)
        profile.languages = list(spoken)
        await team.set_role(session, talk.person.id, VOLUNTEER)
    return await talk.says("/start")


async def ask(talk: Talk, sentence: str = SENTENCE, reach: str = "💬 Here in Telegram") -> str:
    """A request of one's own, in English; returns its code."""
    await talk.says("/ask").taps("➕ Ask for something")
    if any("For me" in button["text"] for row in talk.answer[-1].buttons for button in row):
        talk.taps("🙂 For me")
    talk.taps("📄 Papers and letters").taps("Cureghem").taps("Arabic").taps("➡️ Continue").says(sentence)
    talk.taps("🟠 This week").taps("➡️ Continue").taps(reach)
    await talk.says(NAME)
    if reach == "📞 By phone":
        talk.says(PHONE)
    await talk.says(ADDRESS).taps("✅ Yes").taps("✅ Send").sees("It is sent")
    return code_in(talk.answer[-1].text)


async def claimed(amina: Talk, marc: Talk) -> str:
    """Amina's request, taken on by Marc; returns its code."""
    code = await ask(amina)
    await marc.says("/board").sees("1 request")
    await marc.taps(button_with(marc, code)).sees("town hall", "🟠 This week").taps("🤝 I take it on").sees("Thank you")
    return code


def code_in(text: str) -> str:
    return next(word.strip(".⁩") for word in text.split() if word.startswith("R-"))


async def settle(desk: Desk) -> None:
    """What the bot says by itself has arrived."""
    for _ in range(3):
        desk.world.clock.move(timedelta(seconds=2))
        await desk.delivery.run_due()


def button_with(talk: Talk, part: str) -> str:
    """The whole label of a button of the answer."""
    labels: list[str] = [b["text"] for message in talk.answer for row in message.buttons for b in row]
    return next(label for label in labels if part in label)
