"""Lessons: one after the other, each moved once."""

from __future__ import annotations

from bot.domain.learning import LessonState
from db.models.learning import Lesson
from db.queries.learning import lessons
from db.session import Sessions
from tests.support.network import NOW


async def test_one_process_gets_the_lesson(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        lessons.want(session, NOW)
        await session.flush()
        wanted = await lessons.newest(session, *lessons.RUNNING)
        assert wanted
        move = (wanted.id, LessonState.WANTED, LessonState.UNDER_WAY)
        assert [await lessons.move(session, *move, began_at=NOW) for _ in range(2)] == [True, False]
        found = await lessons.find(session, wanted.id)
        assert found
        assert (found.state, found.began_at) == (LessonState.UNDER_WAY, NOW)
        await lessons.drop(session, found.id)
        assert await lessons.newest(session) is None


async def test_the_newest_that_were_adopted(sessions: Sessions) -> None:
    states = (LessonState.ADOPTED, LessonState.UNDONE, LessonState.ADOPTED, LessonState.ADOPTED)
    async with sessions.begin() as session:
        session.add_all(Lesson(id=number, state=state, wanted_at=NOW) for number, state in enumerate(states, 1))
        await session.flush()
        assert await lessons.adopted(session, 2) == [4, 3]
