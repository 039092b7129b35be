"""Coordinators: what waits, who looks after it, who did and saw what."""

from __future__ import annotations

import pytest

from db.queries import directory
from db.queries.team import members as team
from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.requesting import ADDRESS, NAME, ask, button_with, settle, volunteer


@pytest.fixture
async def claire(desk: Desk, sessions: Sessions) -> Talk:
    """A coordinator with a profile."""
    talk = await desk.administrator("Claire", "en").starts("en")
    async with sessions.begin() as session:
        organization = (await directory.load(session)).organization
        await team.accept_charter(session, desk.world.clock.now(), talk.person.id, "Claire", organization)
    return talk


@pytest.fixture
async def code(desk: Desk) -> str:
    """A resident's request."""
    return await ask(await desk.person("Amina", "en").starts("en"))


async def test_a_referent_looks_after_it(claire: Talk, code: str) -> None:
    await claire.says("🗂 Requests").sees("We are looking for somebody")
    await claire.taps(button_with(claire, code)).sees("town hall").sees_no(NAME)
    await claire.taps("🧭 Who looks after it").taps("🙂 Claire").sees("🧭 Looking after it: Claire")
    await (
        claire.taps("🧭 Who looks after it").sees_buttons("✅ 🙂 Claire").taps("🚫 Nobody").sees_no("Looking after it:")
    )


async def test_who_did_and_saw_what(desk: Desk, sessions: Sessions, claire: Talk, code: str) -> None:
    marc = await volunteer(desk, sessions, "Marc")
    await marc.says("/board")
    await marc.taps(button_with(marc, code)).taps("🤝 I take it on").taps("🔒 Name, phone, address")
    await claire.says("/requests").taps("🤝 Somebody is helping")
    await (
        claire.taps(button_with(claire, code))
        .sees("🤝 Helping: Marc")
        .taps("🔒 Name, phone, address")
        .sees(NAME, ADDRESS)
    )
    await claire.says("/requests").taps("🤝 Somebody is helping")
    await claire.taps(button_with(claire, code)).taps("👁 Who did and saw what")
    await claire.sees("logged · a resident", "taken on · Marc", "Saw the private part:", "Claire", "21/11 12:00")
    await claire.taps("⬅️ To the request").taps("✖️ Cancel it").taps("✅ Yes, cancel it").sees("is cancelled")
    await settle(desk)
    assert any(f"{code} is cancelled" in message.text for message in marc.chat.visible)


async def test_a_volunteer_sees_none_of_it(desk: Desk, sessions: Sessions, code: str) -> None:
    marc = await volunteer(desk, sessions, "Marc")
    for data in ("desk:", "desk.one:1", "desk.approve:1", "desk.assign:1", "desk.look:1", "desk.audit:1"):
        await marc.says("/help").forges(f"s1:{data}").sees("button is old")
    await marc.forges("s1:claim.look:1").sees("Only the team can do this")


async def test_an_administrator_of_the_settings_is_called_what_they_are(desk: Desk, claire: Talk, code: str) -> None:
    """They have no name here before they accept the charter."""
    luc = await desk.administrator("Luc", "en").starts("en")
    await luc.forges("s1:desk.look:1")
    await claire.says("/requests")
    await claire.taps(button_with(claire, code)).taps("🧭 Who looks after it")
    await claire.sees_buttons("🙂 Claire", "🙂 administrator").taps("🙂 administrator")
    await claire.sees("🧭 Looking after it: administrator").taps("👁 Who did and saw what").sees("· administrator")
    await claire.says("/team").sees_buttons("administrator")
