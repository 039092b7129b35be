"""Lessons: wanted, under way, and what became of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.learning import LessonState
from db.models.learning import Lesson
from db.rows import changed

RUNNING = (LessonState.WANTED, LessonState.UNDER_WAY)


async def newest(session: AsyncSession, *states: LessonState) -> Lesson | None:
    """Of those in one of these states, or of all."""
    asked = select(Lesson).order_by(Lesson.id.desc()).limit(1).execution_options(populate_existing=True)
    found: Lesson | None = await session.scalar(asked.where(Lesson.state.in_(states)) if states else asked)
    return found


async def find(session: AsyncSession, lesson_id: int) -> Lesson | None:
    return await session.get(Lesson, lesson_id, populate_existing=True)


def want(session: AsyncSession, now: datetime) -> None:
    session.add(Lesson(state=LessonState.WANTED, wanted_at=now))


async def move(session: AsyncSession, lesson_id: int, before: LessonState, after: LessonState, **values: Any) -> bool:
    """False if it was in another state: somebody else was faster."""
    this = (Lesson.id == lesson_id, Lesson.state == before)
    return await changed(session, update(Lesson).where(*this).values(state=after, **values)) == 1


async def drop(session: AsyncSession, lesson_id: int) -> None:
    await session.execute(delete(Lesson).where(Lesson.id == lesson_id))


async def adopted(session: AsyncSession, count: int) -> list[int]:
    """The ids of the newest that were adopted, the newest first."""
    asked = select(Lesson.id).where(Lesson.state == LessonState.ADOPTED).order_by(Lesson.id.desc()).limit(count)
    return list(await session.scalars(asked))
