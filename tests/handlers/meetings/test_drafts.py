"""Coordinators and meetings: written, repeated, changed, called off, announced; who comes, and who came."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.domain.errors import NotAllowed
from bot.usecases.meetings.drafts import MeetingDrafts
from bot.usecases.meetings.planning import MeetingPlans
from db.models.directory import Closure
from db.models.meetings import Meeting
from db.queries import directory
from db.session import Sessions
from tests.handlers.meetings.test_rsvp import at, opened, told
from tests.support.conversation import Desk, Talk
from tests.support.network import MARC, Network

BUTTON = "☕ Tue 15 Dec · Coffee"


@pytest.fixture
async def claire(desk: Desk) -> Talk:
    return await desk.administrator("Claire", "en").starts("en")


@pytest.fixture
async def amina(desk: Desk) -> Talk:
    return await desk.person("Amina", "en").starts("en")


async def written(claire: Talk) -> Talk:
    await claire.says("/meetings").taps("➕ New meeting").sees("What is the meeting called").says("Coffee")
    await claire.sees("December 2026"[9:], "on which day").says("mardi 15 décembre").sees("When does it begin")
    return await claire.says("13:30-15:30").sees("📅 Tuesday, 15 December 2026", "From 13:30 to 15:30", "✅ English")


async def saved(claire: Talk) -> Talk:
    await written(claire)
    return await claire.taps("💾 Save").sees("Saved", "Tuesday, 15 December 2026")


async def all_of(sessions: Sessions) -> list[Meeting]:
    async with sessions() as session:
        asked = select(Meeting).where(Meeting.source == "team").order_by(Meeting.starts_at)
        return list(await session.scalars(asked))


async def test_a_meeting_in_a_few_words(desk: Desk, sessions: Sessions, claire: Talk, amina: Talk) -> None:
    await saved(claire)
    (meeting,) = await all_of(sessions)
    assert meeting.starts_at == datetime(2026, 12, 15, 12, 30, tzinfo=UTC)
    assert meeting.ends_at == datetime(2026, 12, 15, 14, 30, tzinfo=UTC)
    await amina.says("/meetings").sees("Coffee", "Tuesday, 15 December 2026").sees_no("New meeting")


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


async def test_recurring_each_can_be_called_off_by_itself(desk: Desk, sessions: Sessions, claire: Talk) -> None:
    await written(claire)
    await (
        claire.taps("🔁 Repeat")
        .taps("Each month: 3rd Tuesday × 3")
        .sees("15 December 2026", "19 January 2027", "16 February 2027")
    )
    await claire.taps("💾 Save").says("/meetings").taps("☕ Tue 19 Jan · Coffee").taps("🗑 Call off")
    await claire.sees("Tuesday, 19 January 2027").taps("🗑 Yes, call it off").sees("called off")
    await claire.says("/meetings").sees("15 December 2026", "16 February 2027").sees_no("19 January")
    winter, _, spring = [meeting.starts_at for meeting in await all_of(sessions)]
    assert spring - winter == timedelta(weeks=9)


async def monthly_with_christmas(claire: Talk) -> Talk:
    await claire.says("/meetings").taps("➕ New meeting").says("Coffee").says("27/11").says("13:30-15:30")
    await claire.taps("🔁 Repeat").taps("Each month: 4th Friday × 3").sees("⚠️ That day is a public holiday")
    return (
        await claire.taps("💾 Save").sees("small question", "Friday, 25 December 2026", "public holiday").sees_no("27")
    )


async def test_days_in_the_way_are_left_out_by_one_tap(desk: Desk, sessions: Sessions, claire: Talk) -> None:
    await monthly_with_christmas(claire)
    await claire.taps("🗓 Leave these days out").sees("Saved", "27 November 2026", "22 January 2027").sees_no("December")
    assert [meeting.starts_at.month for meeting in await all_of(sessions)] == [11, 1]


async def test_days_in_the_way_are_kept_all_the_same(desk: Desk, sessions: Sessions, claire: Talk) -> None:
    await monthly_with_christmas(claire)
    await claire.taps("⬅️ Back").sees("22 January 2027", "public holiday").taps("💾 Save").taps("💾 Save all the same")
    await claire.sees("Saved", "25 December 2026")
    assert [meeting.starts_at.month for meeting in await all_of(sessions)] == [11, 12, 1]


async def test_where_every_day_is_in_the_way_none_can_be_left_out(desk: Desk, sessions: Sessions, claire: Talk) -> None:
    async with sessions.begin() as session:
        day = date(2026, 12, 15)
        session.add(Closure(id="stock", starts_on=day, ends_on=day, reason={"en": "We count the chairs"}))
        await directory.changed(session)
    await written(claire)
    await claire.taps("💾 Save").sees("That day we are closed: We count the chairs")
    labels = [button["text"] for row in claire.answer[-1].buttons for button in row]
    assert labels == ["💾 Save all the same", "⬅️ Back"]
    await claire.forges("s1:plan.save:1.without").sees("old")
    await claire.forges("s1:plan.save:1.all").sees("Saved")


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


async def test_a_move_is_told_and_asked_again(desk: Desk, sessions: Sessions, claire: Talk, amina: Talk) -> None:
    await saved(claire)
    await amina.says("/meetings").taps(BUTTON).taps("✅ I come")
    await claire.says("/meetings").taps(BUTTON).taps("✏️ Change").sees("Change the meeting").taps("📅 Day").says("17/12")
    await claire.sees("Thursday, 17 December 2026").taps("💾 Save").sees("Thursday, 17 December 2026")
    await desk.beat()
    notice = amina.chat.visible[-1]
    assert "Before: Tuesday, 15 December 2026\n🕒 From 13:30 to 15:30" in notice.text
    assert "Thursday, 17 December 2026" in notice.text
    assert "Please answer once more" in notice.text
    event = opened(desk, amina)
    assert (event["sequence"], event.decoded("dtstart")) == (1, datetime(2026, 12, 17, 12, 30, tzinfo=UTC))
    await at(desk, datetime(2026, 12, 14, 12, 30, tzinfo=UTC))
    assert told(amina, "Are you still coming?") == 0, "the old day counts no more"
    await at(desk, datetime(2026, 12, 16, 12, 30, tzinfo=UTC))
    assert told(amina, "Are you still coming?") == 1


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


async def test_volunteers_cannot(network: Network) -> None:
    async with network.acts_as(MARC) as actor:
        for use_case in (MeetingDrafts, MeetingPlans):
            with pytest.raises(NotAllowed):
                use_case(actor)


async def test_forged_taps_of_a_coordinator(desk: Desk, sessions: Sessions, claire: Talk) -> None:
    await written(claire)
    for data in (
        "plan:99", "plan.ask:1.nothing", "plan.calendar:1.2026-13-01", "plan.day:1.never", "plan.set:1.hours.9999",
        "plan.set:1.nothing.1000", "plan.place:1.nowhere", "plan.number:1.deadline.7", "plan.number:1.limit.0",
        "plan.repeat:1.3.99", "plan.repeat:1.4.3", "plan.remind:1.7", "plan.clear:1.hours", "plan.change:none",
        "meeting.tick:none.x", "meeting.tick:none.1", "meeting.cancel:none",
    ):  # fmt: skip
        await claire.says("/help").forges(f"s1:{data}").sees("old")


async def test_an_import_leaves_alone_what_the_team_made(
    desk: Desk, sessions: Sessions, claire: Talk, pack: Any
) -> None:
    from bot.content.importing import import_pack
    from bot.content.pack import read_pack

    await saved(claire)
    async with sessions.begin() as session:
        assert await import_pack(session, read_pack(pack), desk.world.clock.now()) == []
    async with sessions() as session:
        assert "Coffee" in [meeting.title.get("en") for meeting in (await directory.load(session)).meetings]
