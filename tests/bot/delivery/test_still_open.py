"""Volunteers hear of new requests when they want to, and of none that somebody has taken on by then."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, time, timedelta
from typing import Literal

import pytest

from db.models.team import Volunteer
from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.requesting import ask, settle, volunteer

Notify = Literal["now", "daily", "never"]
EVENING, MORNING = datetime(2026, 11, 21, 21, 0, tzinfo=UTC), datetime(2026, 11, 22, 7, 30, tzinfo=UTC)
"""Ten in Brussels, and half past eight."""


async def wants(sessions: Sessions, talk: Talk, notify: Notify, quiet_from: time, quiet_to: time) -> Talk:
    async with sessions.begin() as session:
        profile = await session.get_one(Volunteer, talk.person.id)
        profile.notify, profile.quiet_from, profile.quiet_to = notify, quiet_from, quiet_to
    return talk


@pytest.fixture
async def sofie(desk: Desk, sessions: Sessions) -> Talk:
    """Quiet from nine to eight."""
    return await wants(sessions, await volunteer(desk, sessions, "Sofie"), "now", time(21), time(8))


@pytest.fixture
async def marc(desk: Desk, sessions: Sessions) -> Talk:
    return await wants(sessions, await volunteer(desk, sessions, "Marc"), "never", time(21), time(8))


@pytest.fixture
async def amina(desk: Desk) -> Talk:
    return await desk.person("Amina", "en").starts("en")


def announced(talk: Talk) -> list[str]:
    return [message.text for message in talk.chat.visible if "📬" in message.text]


async def taken(amina: Talk, marc: Talk) -> None:
    await marc.says("/board").forges("s1:board.claim:1").sees("is yours now")


async def cancelled(amina: Talk, marc: Talk) -> None:
    await amina.says("/ask").forges("s1:ask.cancel:1.yes").sees("is cancelled")


async def taken_and_given_back(amina: Talk, marc: Talk) -> None:
    await taken(amina, marc)
    await marc.forges("s1:claim.release:1.no_time").sees("on the board again")


@pytest.mark.parametrize(("happens", "told"), [(taken, 0), (cancelled, 0), (taken_and_given_back, 1)])
async def test_what_is_taken_at_night_is_no_news_in_the_morning(
    desk: Desk, amina: Talk, marc: Talk, sofie: Talk, happens: Callable[[Talk, Talk], Awaitable[None]], told: int
) -> None:
    desk.world.clock.set(EVENING)
    await ask(amina)
    await settle(desk)
    await happens(amina, marc)
    assert announced(sofie) == []
    desk.world.clock.set(MORNING)
    await settle(desk)
    assert len(announced(sofie)) == told


async def test_a_digest_counts_what_is_still_there(
    desk: Desk, sessions: Sessions, amina: Talk, marc: Talk, sofie: Talk
) -> None:
    """She wants it once a day, and sleeps until eleven."""
    await wants(sessions, sofie, "daily", time(21), time(11))
    for _ in range(2):
        await ask(amina)
    desk.world.clock.set(MORNING + timedelta(hours=1))
    await desk.requests.digest()
    await settle(desk)
    assert announced(sofie) == []
    await taken(amina, marc)
    desk.world.clock.set(MORNING + timedelta(hours=3))
    await settle(desk)
    assert announced(sofie) == ["📬 1 new request fits you."]
