"""What is forgotten of meetings, and when."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from db.models.meetings import RSVP, MeetingDraft
from db.session import Sessions
from scheduler.meetings import Reminding
from tests.support.conversation import Desk
from tests.support.meetings import STARTS, add


async def test_names_on_lists_are_forgotten_thirty_days_after_the_meeting(desk: Desk, sessions: Sessions) -> None:
    await add(sessions)
    amina = await desk.person("Amina", "en").starts("en")
    await amina.forges("s1:meeting.answer:coffee.going")
    reminding = Reminding(desk.by_itself)
    for days, name in ((29, "Amina"), (31, None)):
        desk.world.clock.set(STARTS + timedelta(days=days))
        await reminding.forget()
        async with sessions() as session:
            (answer,) = await session.scalars(select(RSVP))
            assert (answer.name, answer.answer) == (name, "going")


async def test_drafts_that_nobody_saves_are_forgotten_after_two_weeks(desk: Desk, sessions: Sessions) -> None:
    claire = await desk.administrator("Claire", "en").starts("en")
    await claire.says("/meetings").taps("➕ New meeting").says("Coffee").sees("on which day")
    reminding = Reminding(desk.by_itself)
    for days, left in ((13, 1), (2, 0)):
        desk.world.clock.move(timedelta(days=days))
        await reminding.forget()
        async with sessions() as session:
            assert len(list(await session.scalars(select(MeetingDraft)))) == left
    await (
        claire.says("15/12")
        .sees("changed meanwhile")
        .says("/meetings")
        .taps("➕ New meeting")
        .sees("What is the meeting called")
    )
