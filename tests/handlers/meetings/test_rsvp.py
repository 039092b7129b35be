"""Residents and meetings: answers, places, the waiting list, calendar files, the online link, reminders."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from db.models.directory import Location
from db.models.meetings import RSVP
from db.queries import directory
from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.meetings import STARTS, TITLE, add, at, opened, told


async def test_a_resident_says_that_they_come_with_whom_and_what_they_need(
    desk: Desk, sessions: Sessions, amina: Talk
) -> None:
    await add(sessions)
    await amina.says("/meetings").sees(
        "Coffee", "Tuesday, 15 December 2026", "Welcome from 13:00", "From 13:30 to 15:30"
    )
    await amina.taps("☕ Tue 15 Dec · Coffee").sees("Coffee").sees_edit()
    await amina.taps("✅ I come").sees("You come", "The team sees your first name").sees_edit()
    await amina.taps("👥 How many people?").taps("3").sees("👥 3 people")
    await amina.taps("🗣 I need an interpreter").taps("Arabic").sees("Interpreter: Arabic")
    await amina.taps("❌ I do not come").sees("You do not come", "Thank you for telling us").sees_no("Interpreter")
    await amina.taps("🤔 Perhaps").sees("You come perhaps")


async def test_when_it_is_full_people_wait_and_move_up(desk: Desk, sessions: Sessions, amina: Talk) -> None:
    await add(sessions, capacity=2)
    marc, sofie = [await desk.person(name, "en").starts("en") for name in ("Marc", "Sofie")]
    await marc.says("/meetings").taps("☕ Tue 15 Dec · Coffee").sees("2 places are free").taps("✅ I come")
    await marc.taps("👥 How many people?").taps("3").sees("Only 2 places are free")
    await marc.says("/meetings").taps("☕ Tue 15 Dec · Coffee").taps("👥 How many people?").taps("2").sees("2 people")
    await (
        amina.says("/meetings").taps("☕ Tue 15 Dec · Coffee").sees("It is full").taps("✅ I come").sees("waiting list")
    )
    await sofie.says("/meetings").taps("☕ Tue 15 Dec · Coffee").taps("✅ I come").sees("waiting list")
    await marc.taps("❌ I do not come")
    await desk.beat()
    assert told(amina, "A place is free for you") == told(sofie, "A place is free for you") == 1
    await amina.taps("❌ I do not come").sees("You do not come")
    await amina.says("/meetings").taps("☕ Tue 15 Dec · Coffee").sees("1 place is free")


async def test_nobody_moves_up_who_could_not_come_any_more(desk: Desk, sessions: Sessions, amina: Talk) -> None:
    await add(sessions, capacity=1)
    marc = await desk.person("Marc", "en").starts("en")
    for person in (amina, marc):
        await person.forges("s1:meeting.answer:coffee.going")
    desk.world.clock.set(STARTS - timedelta(minutes=29))
    await amina.forges("s1:meeting.answer:coffee.not_going").sees("You do not come")
    await desk.beat()
    assert told(marc, "A place is free for you") == 0
    await marc.says("/meetings").taps("☕ Tue 15 Dec · Coffee").sees("You are on the waiting list")
    await marc.taps("✅ I come").sees("You come")


async def test_who_erases_their_data_frees_the_place_at_once(desk: Desk, sessions: Sessions, amina: Talk) -> None:
    await add(sessions, capacity=1)
    await add(
        sessions, id="tea", capacity=1, starts_at=STARTS - timedelta(days=30), ends_at=STARTS - timedelta(days=29)
    )
    marc = await desk.person("Marc", "en").starts("en")
    async with sessions.begin() as session:  # what is over: nobody moves up
        session.add_all(
            RSVP(meeting_id="tea", person_id=person.person.id, answer=answer)
            for person, answer in ((amina, "going"), (marc, "waitlisted"))
        )
    for person in (amina, marc):
        await person.forges("s1:meeting.answer:coffee.going")
    await marc.sees("waiting list")
    await amina.says("/privacy").taps("🗑 Delete my data").taps("🗑 Yes, delete everything").sees("deleted")
    await desk.beat()
    assert told(marc, "A place is free for you") == 1
    await marc.says("/meetings").taps("☕ Tue 15 Dec · Coffee").sees("You come")
    async with sessions() as session:
        assert [one.answer for one in await session.scalars(select(RSVP).order_by(RSVP.meeting_id))] == [
            "going",
            "waitlisted",
        ]


async def test_after_the_deadline_people_call_but_no_is_always_taken(
    desk: Desk, sessions: Sessions, amina: Talk
) -> None:
    await add(sessions, answer_until=STARTS - timedelta(days=2))
    marc = await desk.person("Marc", "en").starts("en")
    await (
        amina.says("/meetings")
        .taps("☕ Tue 15 Dec · Coffee")
        .sees("Please answer before Sunday, 13 December 2026, 13:30")
    )
    await amina.taps("✅ I come")
    desk.world.clock.set(STARTS - timedelta(days=1))
    await marc.says("/meetings").taps("☕ Tue 15 Dec · Coffee").sees("The time to answer is over", "Please call us")
    await marc.forges("s1:meeting.answer:coffee.going").sees("The time to answer is over")
    await amina.says("/meetings").taps("☕ Tue 15 Dec · Coffee").taps("❌ I do not come").sees("You do not come")


async def test_the_link_is_for_those_who_come_and_until_it_ends(desk: Desk, sessions: Sessions, amina: Talk) -> None:
    await add(sessions, online_url="https://meet.example/abc")
    await amina.says("/meetings").sees("(time in Brussels)").taps("☕ Tue 15 Dec · Coffee").sees_no("meet.example")
    await amina.forges("s1:meeting.link:coffee").sees_no("This link is for you")
    await amina.taps("✅ I come").taps("💻 Join online").sees("This link is for you")
    buttons = [button for row in amina.answer[0].buttons for button in row]
    assert buttons[0]["url"] == "https://meet.example/abc"
    desk.world.clock.set(STARTS + timedelta(hours=2))
    await amina.forges("s1:meeting.link:coffee").sees("This meeting is over")


async def test_a_place_in_another_zone_has_its_own_time_and_says_so(
    desk: Desk, sessions: Sessions, amina: Talk
) -> None:
    async with sessions.begin() as session:
        found = await directory.load(session)
        organization_id = found.organization.id
        lima = Location(id="lima", organization_id=organization_id, position=9, name=TITLE, timezone="America/Lima")
        session.add(lima)
    await add(sessions, location_id="lima", answer_until=STARTS - timedelta(days=2))
    here = "(time in Lima)"
    await amina.says("/meetings").sees("Tuesday, 15 December 2026", f"From 07:30 to 09:30 {here}", "Welcome from 07:00")
    await amina.forges("s1:meeting.answer:coffee.going").sees(f"before Sunday, 13 December 2026, 07:30. {here}")
    await at(desk, STARTS - timedelta(days=1) + timedelta(minutes=1))
    assert told(amina, "Are you still coming?") == 0, "in Lima it is night"
    await at(desk, datetime(2026, 12, 14, 13, 1, tzinfo=UTC))
    assert told(amina, "Are you still coming?") == 1
    claire = await desk.administrator("Claire", "en").starts("en")
    await claire.forges("s1:plan.change:coffee").sees("From 07:30 to 09:30").taps("🕒 Times").says("8:00-9:00")
    await claire.taps("💾 Save").sees("Saved")
    await desk.beat()
    assert told(amina, f"Before: Tuesday, 15 December 2026\n🕒 From 07:30 to 09:30 {here}") == 1
    assert told(amina, f"🕒 From 08:00 to 09:00 {here}") == 1
    assert opened(desk, amina).decoded("dtstart") == datetime(2026, 12, 15, 13, 0, tzinfo=UTC)


async def test_the_calendar_file(desk: Desk, sessions: Sessions, amina: Talk) -> None:
    await add(sessions, online_url="https://meet.example/abc", sequence=4)
    await amina.says("/meetings").taps("☕ Tue 15 Dec · Coffee").taps("📅 Into my calendar")
    event = opened(desk, amina)
    assert event["summary"] == "Coffee"
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (STARTS, STARTS + timedelta(hours=2))
    assert event["sequence"] == 4
    assert str(event["uid"]).startswith("coffee@")
    assert "url" not in event
    await amina.says("/meetings").taps("☕ Tue 15 Dec · Coffee").taps("✅ I come").taps("📅 Into my calendar")
    assert opened(desk, amina)["url"] == "https://meet.example/abc"


async def test_reminders_a_week_a_day_and_two_hours_before(desk: Desk, sessions: Sessions, amina: Talk) -> None:
    await add(sessions, capacity=1)
    marc, sofie = [await desk.person(name, code).starts(code) for name, code in (("Marc", "fr"), ("Sofie", "en"))]
    for person, answer in ((amina, "going"), (marc, "maybe"), (sofie, "going")):
        await person.forges(f"s1:meeting.answer:coffee.{answer}")
    await at(desk, STARTS - timedelta(days=7, seconds=5))
    assert told(amina, "A reminder") == 0
    for _ in range(3):
        await at(desk, STARTS - timedelta(days=7) + timedelta(seconds=20))
    assert (told(amina, "A reminder"), told(marc, "Café des voisins")) == (1, 2), "one of them was the answer"
    await at(desk, STARTS - timedelta(days=1))
    assert told(amina, "Are you still coming?") == 1
    assert told(sofie, "Are you still coming?") == 0, "she waits"
    await amina.taps("❌ I do not come").sees("You do not come")
    await desk.beat()
    await at(desk, STARTS - timedelta(hours=2))
    assert told(amina, "A reminder") == 1, "who does not come hears no more of it"
    assert told(sofie, "A place is free") == 1
    assert told(sofie, "A reminder") == 1


async def test_who_answers_late_and_who_was_asleep_get_no_old_reminders(
    desk: Desk, sessions: Sessions, amina: Talk
) -> None:
    await add(sessions)
    desk.world.clock.set(STARTS - timedelta(days=3))
    await amina.forges("s1:meeting.answer:coffee.going")
    await at(desk, STARTS - timedelta(days=3) + timedelta(minutes=1))
    assert told(amina, "A reminder") == 0
    await at(desk, STARTS - timedelta(minutes=90))  # the bot was away for days
    assert (told(amina, "Are you still coming?"), told(amina, "A reminder")) == (0, 1)


async def test_forged_answers(desk: Desk, sessions: Sessions, amina: Talk) -> None:
    await add(sessions)
    for data in (
        "meeting:none", "meeting.answer:coffee", "meeting.answer:coffee.waitlisted", "meeting.answer:none.going",
        "meeting.people:coffee.7", "meeting.people:coffee.x", "meeting.people:coffee.2",
        "meeting.interpreter:coffee.xx",
        "meeting.calendar:none", "meeting.guests:coffee", "meeting.cancel:coffee.yes", "plan.new:", "plan:1",
    ):  # fmt: skip
        await amina.says("/help").forges(f"s1:{data}").sees("old")


async def test_each_language_has_its_own_words(desk: Desk, sessions: Sessions) -> None:
    await add(sessions, capacity=1, answer_until=STARTS - timedelta(days=2))
    for code, words in {
        "fr": "mardi 15 décembre 2026",
        "nl": "dinsdag 15 december 2026",
        "ro": "15 decembrie 2026",
    }.items():
        person = await desk.person(code, code).starts(code)
        await person.says("/meetings").sees(TITLE[code], words).forges("s1:meeting:coffee").sees(TITLE[code])
        await person.forges("s1:meeting.answer:coffee.maybe").sees_no("You come")
    person = await desk.person("Fatima", "ar").starts("ar")
    await person.says("/meetings").forges("s1:meeting.answer:coffee.going").sees("مقهى الجيران", "دجنبر")
