"""Resident and volunteer talk through the bot, until one of them ends it or the request is over."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.requesting import ask, settle, volunteer

OVER = "This conversation has ended. What you write is not passed on any more."


@pytest.fixture
async def amina(desk: Desk) -> Talk:
    return await desk.person("Amina", "en").starts("en")


@pytest.fixture
async def marc(desk: Desk, sessions: Sessions, amina: Talk) -> Talk:
    """He helps Amina, and both are writing."""
    talk = await volunteer(desk, sessions, "Marc")
    await ask(amina)
    await talk.says("/board").forges("s1:board.claim:1").sees("is yours now").forges("s1:talk:1")
    await amina.says("/ask").forges("s1:talk:1").says("Hello").sees("✓ Passed on")
    await settle(desk)
    assert has(talk, "Hello")
    return talk


def has(talk: Talk, words: str) -> bool:
    return any(words in message.text for message in talk.chat.visible if message.by_bot)


async def ended_by_resident(amina: Talk, marc: Talk) -> tuple[Talk, str]:
    await amina.forges("s1:talk.end:1").sees("has ended")
    return marc, "the other person has ended the conversation"


async def ended_by_volunteer(amina: Talk, marc: Talk) -> tuple[Talk, str]:
    await marc.forges("s1:talk.end:1").sees("has ended")
    return amina, "the other person has ended the conversation"


async def closed(amina: Talk, marc: Talk) -> tuple[Talk, str]:
    await marc.forges("s1:claim.done:1.done").sees("is closed")
    return amina, OVER


async def cancelled(amina: Talk, marc: Talk) -> tuple[Talk, str]:
    await amina.forges("s1:ask.cancel:1.yes").sees("is cancelled")
    return marc, OVER


@pytest.mark.parametrize("happens", [ended_by_resident, ended_by_volunteer, closed, cancelled])
async def test_the_end_is_told_and_nothing_is_passed_on_after_it(
    desk: Desk, amina: Talk, marc: Talk, happens: Callable[[Talk, Talk], Awaitable[tuple[Talk, str]]]
) -> None:
    other, words = await happens(amina, marc)
    await settle(desk)
    assert has(other, words)
    await other.says("Are you still there?").sees(OVER).says("/hours").sees("open")
    for talk in (amina, marc):
        await talk.forges("s1:talk:1").sees_no("goes to the other person")
        await talk.does(talk.person.sends_voice).sees_no("Passed on")
    await settle(desk)
    assert not has(amina, "Are you still there?")
    assert not has(marc, "Are you still there?")
    assert not any("voice" in message.body for talk in (amina, marc) for message in talk.chat.visible if message.by_bot)


async def test_it_is_said_once_and_then_the_bot_listens_again(desk: Desk, amina: Talk, marc: Talk) -> None:
    await cancelled(amina, marc)
    await marc.says("/mine").forges("s1:talk:1").sees(OVER)
    await amina.says("When are you open?").sees_no(OVER)


async def test_what_waits_is_not_passed_on_any_more(desk: Desk, amina: Talk, marc: Talk) -> None:
    """Telegram was away when she wrote, and he gives the request back."""
    await amina.says("My name is Zohra").sees("✓ Passed on")
    await marc.says("/mine").forges("s1:claim.release:1.no_time").sees("on the board again")
    await settle(desk)
    assert not has(marc, "My name is Zohra")
