"""What coordinators count of the meetings that are over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from db.models.meetings import RSVP
from db.queries import people
from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.meetings import STARTS, add

NOW = datetime(2027, 1, 20, 11, 0, tzinfo=UTC)


@pytest.fixture
async def claire(desk: Desk, sessions: Sessions) -> Talk:
    """A coordinator in January, after two meetings in December, of which one was ticked."""
    for id, days in (("coffee", 0), ("tea", 2), ("soup", 30)):
        at = STARTS + timedelta(days=days)
        await add(sessions, id=id, starts_at=at, ends_at=at + timedelta(hours=1), welcome_at=None)
    await add(sessions, id="off", cancelled_at=STARTS - timedelta(days=1))
    await add(sessions, id="coming", starts_at=NOW + timedelta(days=1), ends_at=NOW + timedelta(days=2))
    await answered(sessions, "coffee", going=9, came=6)
    await answered(sessions, "tea", going=7)
    await answered(sessions, "soup", going=12, came=7)
    await answered(sessions, "off", going=20)
    await answered(sessions, "coming", going=20)
    desk.world.clock.set(NOW)
    return await desk.administrator("Claire", "en").starts("en")


async def answered(sessions: Sessions, meeting_id: str, going: int, came: int = 0) -> None:
    """The first of those who come brings somebody, and one more has said no."""
    async with sessions.begin() as session:
        for person_id in range(1, going + 2):
            await people.arrive(session, person_id, NOW)
            answer = RSVP(meeting_id=meeting_id, person_id=person_id, name=f"Guest {person_id}", answer="going")
            answer.people = 2 if person_id == 1 else 1
            answer.answer = "going" if person_id <= going else "not_going"
            answer.attended = True if person_id <= came else None
            session.add(answer)


async def test_figures_by_month_without_names_and_without_small_numbers(claire: Talk) -> None:
    await claire.says("/meetings").taps("📊 Figures").sees_edit()
    await claire.sees(
        "January 2027 · 1 meeting\n✍️ Answers: 13\n✅ Came: 8\n▫️ Said yes, but did not come: 5",
        "December 2026 · 2 meetings\n✍️ Answers: 18\n✅ Came: 7\n▫️ Said yes, but did not come: fewer than 5",
    ).sees_no("Guest")


async def test_before_the_first_meeting_and_where_nobody_ticked(desk: Desk, sessions: Sessions) -> None:
    claire = await desk.administrator("Claire", "en").starts("en")
    desk.world.clock.set(datetime(2028, 6, 1, 11, 0, tzinfo=UTC))  # the pack's own are long over
    await claire.says("/meetings").taps("📊 Figures").sees("No meeting is over yet")
    at = desk.world.clock.now() - timedelta(days=1)
    await add(sessions, starts_at=at, ends_at=at + timedelta(hours=1))
    await claire.says("/meetings").taps("📊 Figures").sees("Answers: 0", "Nobody has noted who came").sees_no("Came:")


@pytest.mark.parametrize(
    ("code", "button", "words"),
    [
        ("fr", "📊 Chiffres", "décembre 2026 · 2 rencontres"),
        ("nl", "📊 Cijfers", "december 2026 · 2 bijeenkomsten"),
        ("ar", "📊 أرقام", "دجنبر 2026"),
        ("ro", "📊 Cifre", "decembrie 2026 · 2 întâlniri"),
    ],
)
async def test_in_each_language(claire: Talk, code: str, button: str, words: str) -> None:
    await claire.forges(f"s1:language:{code}").says("/meetings").taps(button).sees(words)


async def test_residents_see_no_figures(desk: Desk) -> None:
    amina = await desk.person("Amina", "en").starts("en")
    await amina.says("/meetings").forges("s1:meeting.figures:").sees("old")
