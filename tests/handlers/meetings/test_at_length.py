"""Meetings with as many people and as many words as there may be: Telegram takes each message all the same."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from db.models.directory import Location
from db.models.meetings import RSVP
from db.queries import directory, people
from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.meetings import STARTS, add, opened, told

LONG = {"title": {"en": "T" * 64}, "description": {"en": "d" * 500}, "online_url": "https://meet.example/abc"}


@pytest.fixture
async def claire(desk: Desk, sessions: Sessions) -> Talk:
    async with sessions.begin() as session:
        line = "x" * 100
        address = {"street": line, "postal_code": line, "city": line}
        await session.execute(update(Location).values(name={"en": "N" * 64}, address=address))
        await directory.changed(session)
    return await desk.administrator("Claire", "en").starts("en")


async def test_five_long_meetings_fit_into_one_list(sessions: Sessions, claire: Talk) -> None:
    for number in range(5):
        await add(sessions, id=f"long{number}", **LONG)
    await claire.says("/meetings").sees("T" * 64).sees_no("ddd")
    await claire.forges("s1:meeting:long1").sees("d" * 500)


async def test_a_long_meeting_that_moves_fits_under_its_calendar_file(
    desk: Desk, sessions: Sessions, claire: Talk
) -> None:
    await add(sessions, **LONG)
    amina = await desk.person("Amina", "en").starts("en")
    await amina.forges("s1:meeting.answer:coffee.going").taps("📅 Into my calendar")
    assert opened(desk, amina)["description"] == "d" * 500
    await claire.forges("s1:plan.change:coffee").taps("📅 Day").says("17/12").taps("📍 Place").taps("💻 Only online")
    await claire.taps("💾 Save").sees("Saved")
    await desk.beat()
    assert told(amina, "This meeting has changed") == 1


async def test_from_one_long_address_to_another_is_told_if_need_be_without_the_file(
    desk: Desk, sessions: Sessions, claire: Talk
) -> None:
    async with sessions.begin() as session:
        main = (await directory.load(session)).main_location
        hall = Location(id="hall", organization_id=main.organization_id, position=2, name={"en": "H" * 64})
        hall.address = main.address
        session.add(hall)
        await directory.changed(session)
    await add(sessions, **LONG)
    amina = await desk.person("Amina", "en").starts("en")
    await amina.forges("s1:meeting.answer:coffee.going")
    await claire.forges("s1:plan.change:coffee").taps("📅 Day").says("17/12").taps("📍 Place").taps("📍 " + "H" * 64)
    await claire.taps("💾 Save").sees("Saved")
    await desk.beat()
    assert told(amina, "This meeting has changed") == 1
    assert "document" not in amina.chat.visible[-1].body


async def test_two_hundred_guests_fit_into_one_list_and_each_can_be_ticked(
    desk: Desk, sessions: Sessions, claire: Talk
) -> None:
    await add(sessions)
    async with sessions.begin() as session:
        for number in range(1, 201):
            await people.arrive(session, number, desk.world.clock.now())
            answer = "going" if number % 2 else "maybe"
            name = f"{number} " + "n" * 60
            session.add(RSVP(meeting_id="coffee", person_id=number, name=name, answer=answer, people=1))
    await claire.forges("s1:meeting.guests:coffee").sees("100 people", "…")
    desk.world.clock.set(STARTS + timedelta(minutes=5))
    await claire.forges("s1:meeting.guests:coffee")
    seen = set()
    for _ in range(60):
        first = claire.answer[-1].buttons[0][0]
        seen.add(first["text"])
        await claire.forges(first["callback_data"])
    assert len(seen) == 60
