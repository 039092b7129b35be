"""The board: who gets a request, and how it is narrowed."""

from __future__ import annotations

from tests.support.conversation import Desk, Talk
from tests.support.requesting import ADDRESS, NAME, ask, button_with, claimed, settle


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


async def test_a_resident_gets_nothing_of_the_board(desk: Desk, amina: Talk, marc: Talk) -> None:
    await claimed(amina, marc)
    luc = await desk.person("Luc", "en").starts("en")
    for data in ("board:", "board.one:1", "board.claim:1", "claim:1", "claim.look:1", "claim.close:1.done", "desk:"):
        await luc.says("/help").forges(f"s1:{data}").sees("button is old")
    for data in ("talk:1", "ask.cancel:1.yes", "talk.end:1"):
        await luc.says("/help").forges(f"s1:{data}").sees("Only the team can do this")
