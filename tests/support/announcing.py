"""What several tests about broadcasts begin with."""

from __future__ import annotations

from bot.usecases.actor import Actor
from bot.usecases.broadcasts.drafts import Broadcasts
from bot.usecases.broadcasts.running import RunningBroadcasts
from tests.support.conversation import Desk, Talk
from tests.support.network import CLAIRE, Network


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


async def confirmed(actor: Actor) -> int:
    """A broadcast that starts at once, with a text in each language; below the chat."""
    drafts = Broadcasts(actor)
    draft = await drafts.begin()
    for code in actor.desk.directory.organization.languages:
        await drafts.write(draft.id, code, "Fête")
    await drafts.confirm(draft.id, None)
    return draft.id


async def announced(network: Network) -> int:
    async with network.acts_as(CLAIRE) as actor:
        return await confirmed(actor)


async def started(network: Network) -> None:
    """What is due."""
    async with network.by_itself().transaction() as actor:
        await RunningBroadcasts(actor).start_due()
