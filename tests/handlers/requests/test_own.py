"""A request as it is opened by its code."""

from __future__ import annotations

from tests.support.conversation import Desk, Talk
from tests.support.requesting import ask


async def test_a_link_from_the_group_opens_it(desk: Desk, amina: Talk, marc: Talk) -> None:
    code = await ask(amina)
    await marc.starts(code).sees(code, "town hall").sees_buttons("🤝 I take it on")
    stranger = await desk.person("Luc", "en").starts("en").starts(code)
    await stranger.sees_no("town hall")
