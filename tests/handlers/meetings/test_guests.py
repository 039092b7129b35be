"""What coordinators do with a meeting that stands: called off, announced, who comes and who came."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.meetings import BUTTON, all_of, at, opened, saved, told


async def test_a_cancellation_is_told_and_nothing_reminds_of_it(
    desk: Desk, sessions: Sessions, claire: Talk, amina: Talk
) -> None:
    await saved(claire)
    await amina.says("/meetings").taps(BUTTON).taps("🤔 Perhaps")
    await claire.says("/meetings").taps(BUTTON).taps("🗑 Call off").taps("🗑 Yes, call it off")
    await desk.beat()
    assert told(amina, "This meeting is called off") == 1
    assert opened(desk, amina)["status"] == "CANCELLED"
    await at(desk, datetime(2026, 12, 14, 12, 30, tzinfo=UTC))
    assert told(amina, "Are you still coming?") == 0
    (meeting,) = await all_of(sessions)
    await amina.forges(f"s1:meeting:{meeting.id}").sees("called off").forges(f"s1:meeting.answer:{meeting.id}.going")
    await amina.sees("over, or it was called off")


async def test_the_announcement_carries_the_buttons(desk: Desk, claire: Talk, amina: Talk) -> None:
    await saved(claire)
    await claire.taps("📣 Announce").sees("📣 Announcement", "✅ English").taps("➡️ Send").taps("🌐 The text in English")
    await claire.taps("✅ Yes, send")
    await desk.beat()
    assert told(amina, "You are invited:") == 1
    await amina.taps("✅ I come").sees("You come")
    assert told(amina, "You are invited:") == 1, "the announcement stays readable"


@pytest.mark.parametrize("change", ["moves", "calls off"])
async def test_a_planned_announcement_of_what_was_does_not_go_out(
    desk: Desk, sessions: Sessions, claire: Talk, amina: Talk, change: str
) -> None:
    await saved(claire)
    await claire.taps("📣 Announce").taps("🕒 When").taps("23").taps("08:00").taps("➡️ Send")
    await claire.taps("🌐 The text in English").taps("✅ Yes, send").sees("It is planned")
    await claire.says("/meetings").taps(BUTTON)
    if change == "moves":
        await claire.taps("✏️ Change").taps("📅 Day").says("17/12").taps("💾 Save")
    else:
        await claire.taps("🗑 Call off").taps("🗑 Yes, call it off")
    await claire.sees("It is a draft again")
    desk.world.clock.set(datetime(2026, 12, 1, 12, 0, tzinfo=UTC))
    await desk.beat()
    assert told(amina, "You are invited:") == 0


async def test_the_team_sees_who_comes_and_ticks_who_came(desk: Desk, claire: Talk, amina: Talk) -> None:
    await saved(claire)
    marc = await desk.person("Marc", "fr").starts("fr")
    await amina.says("/meetings").taps(BUTTON).taps("✅ I come").taps("👥 How many people?").taps("2")
    await amina.taps("🗣 I need an interpreter").taps("Arabic")
    await marc.forges(
        next(b["callback_data"] for row in amina.answer[-1].buttons for b in row).replace("going", "maybe")
    )
    await claire.says("/meetings").taps(BUTTON).taps("👥 Who comes").sees("2 people", "Amina (2)", "Marc", "French 1")
    await claire.sees("Interpreters needed: Arabic 1").sees_no("Tap who came")
    desk.world.clock.set(datetime(2026, 12, 15, 13, 0, tzinfo=UTC))
    await claire.says("/meetings").taps(BUTTON).taps("👥 Who comes").sees("Tap who came").taps("Amina (2)")
    await claire.sees_buttons("✅ Amina (2)", "Marc").taps("✅ Amina (2)").sees_buttons("Amina (2)")
