"""What several tests about meetings begin with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event
from sqlalchemy import select

from db.models.meetings import Meeting
from db.queries import directory
from db.session import Sessions
from scheduler.meetings import Reminding
from tests.support.conversation import Desk, Talk

STARTS = datetime(2026, 12, 15, 12, 30, tzinfo=UTC)  # 13:30 in Brussels, a Tuesday
TITLE = {"fr": "Café des voisins", "nl": "Burencafé", "ar": "مقهى الجيران", "ro": "Cafeaua vecinilor", "en": "Coffee"}
BUTTON = "☕ Tue 15 Dec · Coffee"
"""Of the meeting that `saved` has made."""


async def add(sessions: Sessions, **values: object) -> None:
    """A meeting of the team in a bit more than three weeks."""
    async with sessions.begin() as session:
        found = await directory.load(session)
        usual = {
            "id": "coffee",
            "source": "team",
            "organization_id": found.organization.id,
            "location_id": found.main_location.id,
            "title": TITLE,
            "welcome_at": STARTS - timedelta(minutes=30),
            "starts_at": STARTS,
            "ends_at": STARTS + timedelta(hours=2),
        }
        session.add(Meeting(**usual | values))
        await directory.changed(session)


async def at(desk: Desk, moment: datetime) -> None:
    """The clock stands there, and what is due was sent."""
    desk.world.clock.set(moment)
    await Reminding(desk.by_itself).remind()
    await desk.beat()


def told(person: Talk, words: str) -> int:
    return sum(words in message.text.replace("\u00a0", " ") for message in person.chat.visible if message.by_bot)


def opened(desk: Desk, person: Talk) -> Event:
    """The only event in the last file."""
    file_id = next(m.body["document"]["file_id"] for m in reversed(person.chat.visible) if "document" in m.body)
    calendar = Calendar.from_ical(desk.world.files.by_id[file_id].content)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    (event,) = calendar.events
    assert event["dtstamp"]
    return event


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
