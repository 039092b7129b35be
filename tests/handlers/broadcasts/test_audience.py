"""Whom an announcement goes to."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, update

from db.models.meetings import RSVP, Meeting
from db.models.people import Person
from db.session import Sessions
from tests.support.announcing import begun, received
from tests.support.conversation import Desk, Talk

TWO_PLACES = Path(__file__).parents[2] / "packs" / "two_places"


@pytest.fixture
def pack() -> Path:
    return TWO_PLACES


async def test_whoever_wants_no_announcements_gets_none_and_coordinators_see_how_many(
    desk: Desk, claire: Talk, residents: dict[str, Talk]
) -> None:
    await residents["fr"].says("/stop").sees("C’est d’accord. Vous ne recevez plus d’annonces")
    await residents["nl"].says("STOP").sees("U krijgt geen berichten meer van het team")
    await residents["ar"].says("/announcements").taps("🔕 إيقاف الإعلانات").sees("متوقفة").sees_edit()
    await residents["nl"].taps("🔔 Weer aanzetten").sees("Ze staan aan")
    residents["ro"].person.deactivates()
    await begun(claire)
    await claire.taps("👥 For whom").sees("Goes to 3 people", "2 more people want no announcements")
    await claire.taps("⬅️ Back").taps("➡️ Send").taps("🌐 The text in English").taps("✅ Yes, send")
    await desk.beat()
    assert [code for code, person in residents.items() if received(person)] == ["nl"]
    await claire.says("/broadcasts").taps("✅ Open day on Saturday")
    await claire.sees("✅ Sent: 2", "🚪 Not reachable any more: 1")
    await begun(claire, "Another one")
    await claire.taps("👥 For whom").sees("Goes to 2 people")  # whoever cannot be reached is not counted


async def test_the_audience_by_role_language_area_and_meeting(
    desk: Desk, claire: Talk, residents: dict[str, Talk], sessions: Sessions
) -> None:
    async with sessions.begin() as session:
        fr, nl = residents["fr"].person.id, residents["nl"].person.id
        await session.execute(update(Person).where(Person.id == fr).values(role="volunteer", area="Cureghem"))
        await session.execute(update(Person).where(Person.id == nl).values(area="Cureghem"))
        meeting = (await session.scalars(select(Meeting.id))).first()
        session.add(RSVP(meeting_id=meeting, person_id=nl, answer="going"))
        session.add(RSVP(meeting_id=meeting, person_id=fr, answer="maybe"))
    await begun(claire)
    await claire.taps("👥 For whom").taps("🙂 By role").taps("volunteers")
    await claire.sees("For: volunteers", "Goes to 1 person (French 1)").taps("residents").sees("Goes to 5 people")
    await claire.taps("✅ residents").taps("✅ volunteers").sees("For everybody")
    await claire.taps("⬅️ Back").taps("🌐 By language").taps("Arabic").sees("For: Arabic", "Goes to 1 person (Arabic 1)")
    await claire.taps("✅ Arabic").taps("⬅️ Back").taps("🏘 By area").taps("Cureghem").sees("Goes to 2 people")
    await claire.taps("✅ Cureghem").taps("⬅️ Back").taps("☕ By meeting")
    await claire.does(lambda: claire.person.taps(claire.answer[0], claire.answer[0].buttons[0][0]["text"]))
    await claire.sees("Goes to 2 people").taps("coming").sees("(coming)", "Goes to 1 person (Dutch 1)")
    await claire.taps("⬅️ Back").taps("⬅️ Back").taps("➡️ Send").taps("🌐 The text in English").taps("✅ Yes, send")
    await desk.beat()
    assert [code for code, person in residents.items() if received(person)] == ["nl"]


async def test_the_audience_is_a_living_query(desk: Desk, claire: Talk, residents: dict[str, Talk]) -> None:
    await begun(claire)
    await claire.taps("🕒 When").says("tomorrow 9:30").sees("Sunday, 22 November 2026, 09:30")
    await claire.taps("➡️ Send").taps("🌐 The text in English").sees("Goes to 5 people").taps("✅ Yes, send")
    newcomer = await desk.person("Luc", "fr").starts("fr")
    await residents["ar"].says("/stop")
    await desk.beat()
    assert received(newcomer) == []
    desk.world.clock.set(datetime(2026, 11, 22, 8, 30, tzinfo=UTC))
    await desk.beat()
    assert received(newcomer) == ["Open day on Saturday"]
    assert received(residents["ar"]) == []
    assert "Everything is sent" in claire.chat.visible[-1].text


async def test_who_has_not_chosen_a_language_counts_with_the_organizations_first(
    desk: Desk, claire: Talk, residents: dict[str, Talk]
) -> None:
    strangers = [await desk.person("Luc", "es").says("/hours"), await desk.person("Pia", "nl").says("/hours")]
    await begun(claire)
    await claire.taps("👥 For whom").sees("Goes to 7 people", "French 3", "Dutch 1")
    await claire.taps("🌐 By language").taps("French").sees("Goes to 3 people (French 3)")
    await claire.taps("⬅️ Back").taps("⬅️ Back").taps("✏️ French").says("Portes ouvertes").taps("➡️ Send")
    await claire.sees("Goes to 3 people").taps("✅ Yes, send")
    await desk.beat()
    assert [received(person) for person in (*strangers, residents["fr"])] == [["Portes ouvertes"]] * 3
    await claire.says("/broadcasts").taps("✅ Open day on Saturday").sees("✅ Sent: 3")
