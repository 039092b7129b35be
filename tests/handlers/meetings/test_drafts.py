"""Coordinators and meetings: written, repeated, changed, called off, announced; who comes, and who came."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.domain.errors import NotAllowed
from bot.usecases.meetings.drafts import MeetingDrafts
from bot.usecases.meetings.planning import MeetingPlans
from db.models.directory import Closure
from db.queries import directory
from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.meetings import BUTTON, all_of, at, opened, saved, told, written
from tests.support.network import MARC, Network


async def test_a_meeting_in_a_few_words(desk: Desk, sessions: Sessions, claire: Talk, amina: Talk) -> None:
    await saved(claire)
    (meeting,) = await all_of(sessions)
    assert meeting.starts_at == datetime(2026, 12, 15, 12, 30, tzinfo=UTC)
    assert meeting.ends_at == datetime(2026, 12, 15, 14, 30, tzinfo=UTC)
    await amina.says("/meetings").sees("Coffee", "Tuesday, 15 December 2026").sees_no("New meeting")


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


async def test_volunteers_cannot(network: Network) -> None:
    async with network.acts_as(MARC) as actor:
        for use_case in (MeetingDrafts, MeetingPlans):
            with pytest.raises(NotAllowed):
                use_case(actor)


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
