"""When a volunteer is told of new requests, as they say in their profile."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.i18n import Speech
from db.models.team import Volunteer
from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.requesting import ask, settle, volunteer

NEW = "A new request that fits you"


@pytest.fixture
async def marc(desk: Desk, sessions: Sessions) -> Talk:
    return await volunteer(desk, sessions, "Marc", spoken=["ar"])


@pytest.fixture
async def amina(desk: Desk) -> Talk:
    return await desk.person("Amina", "en").starts("en")


async def told(desk: Desk, talk: Talk) -> bool:
    """Whether they have heard of a new request by now."""
    await settle(desk)
    return any(NEW in message.text for message in talk.chat.visible)


async def row(sessions: Sessions, talk: Talk) -> Volunteer:
    async with sessions() as session:
        return await session.get_one(Volunteer, talk.person.id)


@pytest.mark.parametrize("language", ["fr", "nl", "ar", "ro", "en"])
async def test_chosen_and_taken_back_in_each_language(
    desk: Desk, sessions: Sessions, speeches: dict[str, Speech], language: str
) -> None:
    speech = speeches[language]
    say, ten, seven, six = speech.plain, *(speech.time(time(hour)) for hour in (22, 7, 6))
    marc = await volunteer(desk, sessions, "Marc", language)
    await marc.says("/profile").sees(say("⚡ At once"), say("none")).taps(say("📬 New requests"))
    await marc.sees_buttons("✅ " + say("⚡ At once")).taps(say("🔕 Never")).sees_buttons("✅ " + say("🔕 Never"))
    await marc.taps(say("☀️ Once a day, in the morning")).taps(say("✔️ Done")).sees(say("☀️ Once a day, in the morning"))
    await marc.taps(say("🌙 Quiet hours")).taps(ten).taps(say("⬅️ Back")).taps(ten).taps(seven)
    await marc.sees(say("from {start} to {end}").format(start=ten, end=seven)).taps(say("✔️ Done")).sees(ten, seven)
    await marc.taps(say("🌙 Quiet hours")).taps(ten).taps(six).taps(say("↩️ As it was before")).sees(seven).sees_no(six)
    known = await row(sessions, marc)
    assert (known.notify, known.quiet_from, known.quiet_to) == ("daily", time(22), time(7))
    await marc.taps(say("✔️ Done")).taps(say("🌙 Quiet hours")).taps(say("No quiet hours")).sees(say("none"))
    await marc.taps(say("↩️ As it was before")).sees(ten, seven)


async def test_at_once_but_after_the_quiet_hours(desk: Desk, amina: Talk, marc: Talk) -> None:
    await marc.says("/profile").taps("🌙 Quiet hours").taps("11:00").taps("14:00")
    await ask(amina)  # at noon
    assert not await told(desk, marc)
    desk.world.clock.set(datetime(2026, 11, 21, 12, 59, 30, tzinfo=UTC))
    assert not await told(desk, marc)
    desk.world.clock.move(timedelta(minutes=1))
    assert await told(desk, marc)


async def test_no_quiet_hours_any_more(desk: Desk, amina: Talk, marc: Talk) -> None:
    await marc.says("/profile").taps("🌙 Quiet hours").taps("11:00").taps("14:00").taps("↩️ As it was before")
    await ask(amina)
    assert await told(desk, marc)


async def test_never(desk: Desk, amina: Talk, marc: Talk) -> None:
    await marc.says("/profile").taps("📬 New requests").taps("🔕 Never")
    await ask(amina)
    assert not await told(desk, marc)
    await in_the_morning(desk, hour=9)
    assert "1 new request" not in received(marc)


async def test_once_a_day_after_the_quiet_hours(desk: Desk, amina: Talk, marc: Talk) -> None:
    await marc.says("/profile").taps("📬 New requests").taps("☀️ Once a day, in the morning").taps("✔️ Done")
    await marc.taps("🌙 Quiet hours").taps("21:00").taps("10:00")
    await ask(amina)
    await ask(amina)
    assert not await told(desk, marc)
    await in_the_morning(desk, hour=9)
    assert "2 new requests" not in received(marc)
    await in_the_morning(desk, hour=10)
    assert "2 new requests fit you" in received(marc)


async def in_the_morning(desk: Desk, hour: int) -> None:
    """Of the next day, in Brussels."""
    desk.world.clock.set(datetime(2026, 11, 22, hour - 1, 0, 30, tzinfo=UTC))
    await desk.requests.digest()
    await settle(desk)


def received(talk: Talk) -> str:
    return "\n".join(message.text for message in talk.chat.visible if message.by_bot)


async def test_what_no_button_says_changes_nothing(desk: Desk, sessions: Sessions, marc: Talk) -> None:
    for data in (
        "notify:often",
        "quiet:2400",
        "quiet:7",
        "quiet:22",
        "hours:2200",
        "hours:2200.2500",
        "hours:x.0700",
        "quiet:off",
    ):
        await marc.says("/help").forges(f"s1:profile.{data}").sees("This button is old")
    known = await row(sessions, marc)
    assert (known.notify, known.quiet_from, known.quiet_to) == ("now", None, None)
