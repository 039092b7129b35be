"""Questions that the bot could not answer, and what the team makes of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.learning import QuestionState
from db.models.learning import OpenQuestion
from db.rows import changed


class Taught(NamedTuple):
    text: str
    topic: str | None
    """OFF_TOPIC for what is not about the desk."""
    language: str


async def add(session: AsyncSession, question: OpenQuestion) -> int:
    session.add(question)
    await session.flush()
    return question.id


async def note_wanted(session: AsyncSession, person_id: int, question_id: int, topic: str) -> None:
    this = (OpenQuestion.id == question_id, OpenQuestion.person_id == person_id)
    await session.execute(update(OpenQuestion).where(*this).values(wanted=topic))


async def waiting_of(session: AsyncSession, person_id: int) -> int:
    theirs = (OpenQuestion.person_id == person_id, OpenQuestion.state == QuestionState.WAITING)
    return await session.scalar(select(func.count()).where(*theirs)) or 0


async def forget_of(session: AsyncSession, person_id: int) -> None:
    """Delete all questions that are still linked to the person: those that no lesson has used (see `take_into`)."""
    await session.execute(delete(OpenQuestion).where(OpenQuestion.person_id == person_id))


async def first_waiting(session: AsyncSession, after: int = 0) -> OpenQuestion | None:
    asked = select(OpenQuestion).where(OpenQuestion.state == QuestionState.WAITING, OpenQuestion.id > after)
    found: OpenQuestion | None = await session.scalar(asked.order_by(OpenQuestion.id).limit(1))
    return found


async def find(session: AsyncSession, question_id: int) -> OpenQuestion | None:
    return await session.get(OpenQuestion, question_id, populate_existing=True)


async def counts(session: AsyncSession) -> dict[str, int]:
    """By state."""
    found = await session.execute(select(OpenQuestion.state, func.count()).group_by(OpenQuestion.state))
    return {str(state): count for state, count in found}


async def move(
    session: AsyncSession,
    question_id: int,
    before: Collection[QuestionState],
    after: QuestionState,
    now: datetime,
    topic: str | None = None,
) -> bool:
    """False if it was in none of the states before: somebody else was faster."""
    this = (OpenQuestion.id == question_id, OpenQuestion.state.in_(before))
    values = {"state": after, "topic": topic, "changed_at": now}
    return await changed(session, update(OpenQuestion).where(*this).values(values)) == 1


async def take_into(session: AsyncSession, lesson_id: int, now: datetime) -> int:
    """Make all filed questions part of the lesson, and cut their link to whoever wrote them; returns how many."""
    values = {"state": QuestionState.TAUGHT, "lesson_id": lesson_id, "person_id": None, "changed_at": now}
    return await changed(session, update(OpenQuestion).where(OpenQuestion.state == QuestionState.FILED).values(values))


async def take_out_of(session: AsyncSession, lesson_id: int, state: QuestionState, now: datetime) -> int:
    """Put the questions that this lesson was the first to use into that state; returns how many."""
    of_it = OpenQuestion.lesson_id == lesson_id
    values: dict[str, object] = {"state": state, "changed_at": now}
    if state != QuestionState.SET_ASIDE:
        values["lesson_id"] = None
    if state == QuestionState.WAITING:
        values["topic"] = None
    return await changed(session, update(OpenQuestion).where(of_it).values(values))


async def taught(session: AsyncSession) -> Sequence[Taught]:
    columns = (OpenQuestion.text, OpenQuestion.topic, OpenQuestion.language)
    rows = await session.execute(
        select(*columns).where(OpenQuestion.state == QuestionState.TAUGHT).order_by(OpenQuestion.id)
    )
    return [Taught(*row) for row in rows]


async def purge(session: AsyncSession, before: datetime, thrown_away_before: datetime) -> int:
    """Delete what was not filed or was set aside, and has not changed since `before`; and what was thrown away before
    `thrown_away_before`. Returns how many."""
    unfiled = OpenQuestion.state.in_((QuestionState.WAITING, QuestionState.SET_ASIDE))
    thrown_away = OpenQuestion.state == QuestionState.THROWN_AWAY
    old = or_(
        unfiled & (OpenQuestion.changed_at < before), thrown_away & (OpenQuestion.changed_at < thrown_away_before)
    )
    return await changed(session, delete(OpenQuestion).where(old))
