"""The questions about a meeting, answered by taps and in words."""

from __future__ import annotations

from datetime import UTC, datetime

from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.meetings import all_of, written


async def test_all_by_buttons(desk: Desk, sessions: Sessions, claire: Talk) -> None:
    await claire.says("/meetings").taps("➕ New meeting").says("Coffee").taps("December 2026 ▶️").taps("15")
    await claire.taps("13:00").sees("When does it end").taps("14:30").sees("From 13:00 to 14:30")
    await claire.taps("☕ Welcome").taps("12:30").sees("Welcome from 12:30")
    await claire.taps("👥 Places").taps("20").sees("👥 20 places")
    await claire.taps("✍️ Answer before").taps("2 days before").sees("Answer until: 2 days before")
    await (
        claire.taps("⏰ Reminders").taps("✅ 7 days before").taps("⬅️ Back").sees("Reminders: 1 day before and 2 hours")
    )
    await claire.taps("💻 Online link").says("ftp://x").sees("It begins with https://")
    await claire.says("https://meet.example/1").sees("https://meet.example/1")
    await claire.taps("✏️ French").says("Café").sees("✅ French: Café")
    await claire.taps("📝 French").says("On parle du quartier.").taps("💾 Save").sees("Saved")
    (meeting,) = await all_of(sessions)
    assert (meeting.capacity, meeting.reminders, meeting.online_url) == (20, [1440, 120], "https://meet.example/1")
    assert meeting.answer_until == datetime(2026, 12, 13, 12, 0, tzinfo=UTC)
    assert meeting.description == {"fr": "On parle du quartier."}


async def test_several_dates_in_one_message(desk: Desk, sessions: Sessions, claire: Talk) -> None:
    await claire.says("/meetings").taps("➕ New meeting").says("Coffee").says("15/12, 19/1 et 16/2").says("13:30-15:30")
    await claire.sees("15 December 2026", "19 January 2027", "16 February 2027").taps("💾 Save")
    assert len(await all_of(sessions)) == 3


async def test_what_cannot_be_is_said_kindly(desk: Desk, claire: Talk) -> None:
    await claire.says("/meetings").taps("➕ New meeting").says("x" * 65).sees("too long")
    await claire.says("Coffee").says("2026-11-03").sees("already over").says("soon").sees("do not understand this day")
    await claire.says("volgende donderdag").sees("Which of these days").taps("Thursday, 3 December 2026")
    await claire.says("15:30-13:30").sees("wrong order").says("late").sees("do not understand")
    await claire.says("13:30-15:30").taps("☕ Welcome").says("14:00").sees("wrong order")
    await claire.says("/help").sees("What you began to write is kept").taps("▶️ Continue").sees("From when are people")
    await claire.taps("⬅️ Back").sees("Thursday, 3 December 2026").taps("📅 Day").says("25/12")
    await claire.sees("Friday, 25 December 2026", "⚠️ That day is a public holiday")


async def test_forged_taps_of_a_coordinator(desk: Desk, sessions: Sessions, claire: Talk) -> None:
    await written(claire)
    for data in (
        "plan:99", "plan.ask:1.nothing", "plan.calendar:1.2026-13-01", "plan.day:1.never", "plan.set:1.hours.9999",
        "plan.set:1.nothing.1000", "plan.place:1.nowhere", "plan.number:1.deadline.7", "plan.number:1.limit.0",
        "plan.repeat:1.3.99", "plan.repeat:1.4.3", "plan.remind:1.7", "plan.clear:1.hours", "plan.change:none",
        "meeting.tick:none.x", "meeting.tick:none.1", "meeting.cancel:none",
    ):  # fmt: skip
        await claire.says("/help").forges(f"s1:{data}").sees("old")
