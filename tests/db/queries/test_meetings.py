"""Meetings and the answers to them, on both databases."""

from __future__ import annotations

from datetime import timedelta

from db.models.meetings import RSVP
from db.queries import meetings
from tests.support.meetings import STARTS, add
from tests.support.network import AMINA, MARC, NOW, SOFIE, Network


async def answered(network: Network) -> None:
    """Amina comes with two others, Marc waits, Sofie does not come."""
    await add(network.sessions)
    async with network.sessions.begin() as session:
        for number, (person_id, answer, people) in enumerate(
            ((AMINA, "going", 3), (MARC, "waitlisted", 1), (SOFIE, "not_going", 1))
        ):
            at = NOW + timedelta(minutes=number)
            row = RSVP(meeting_id="coffee", person_id=person_id, people=people, answered_at=at, name="x")
            row.answer, row.coming_since = answer, at if answer == "going" else None  # type: ignore[assignment]
            session.add(row)


async def test_people_are_counted_and_wait_in_their_order(network: Network) -> None:
    await answered(network)
    async with network.sessions() as session:
        assert await meetings.people_going(session, "coffee") == 3
        assert await meetings.people_going(session, "tea") == 0
        assert [row.person_id for row in await meetings.answers(session, "coffee")] == [AMINA, MARC, SOFIE]
        assert await meetings.answered(session) == {"coffee"}


async def test_who_answered_before_a_reminder_was_due_gets_it(network: Network) -> None:
    await answered(network)
    async with network.sessions() as session:
        assert list(await meetings.to_remind(session, "coffee", NOW)) == []
        assert list(await meetings.to_remind(session, "coffee", NOW + timedelta(seconds=1))) == [AMINA]
        assert [one.id for one in await meetings.with_place_of(session, AMINA, NOW)] == ["coffee"]
        assert await meetings.with_place_of(session, MARC, NOW) == []


async def test_figures_count_people_and_names_are_forgotten(network: Network) -> None:
    await answered(network)
    over = STARTS + timedelta(days=40)
    async with network.sessions.begin() as session:
        (held,) = await meetings.held(session, NOW, over)
        assert (held.answers, held.came, held.stayed_away) == (3, 0, 3), (
            "who says that nobody has ticked is not the query"
        )
        assert await meetings.forget_names(session, STARTS) == 0
        assert await meetings.forget_names(session, over) == 3
        assert [row.name for row in await meetings.answers(session, "coffee")] == [None] * 3
