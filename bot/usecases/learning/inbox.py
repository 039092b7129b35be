"""What coordinators do to teach the bot: file questions, begin a lesson, take one back."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.errors import NotOffered
from bot.domain.learning import LessonState, QuestionState
from bot.usecases.actor import Actor
from db.models.learning import Lesson, OpenQuestion
from db.queries.learning import lessons, open_questions

UNDONE_BY_HAND = (QuestionState.FILED, QuestionState.THROWN_AWAY)


@dataclass(frozen=True)
class InboxOverview:
    """What a coordinator sees of it."""

    question: OpenQuestion | None
    """The next one; None where nothing waits."""
    waiting: int
    filed: int
    """For the next lesson."""
    running: Lesson | None
    """A lesson that is wanted or under way."""
    adopted: Lesson | None
    """The last one that was, and stands."""


class Inbox:
    """For coordinators: NotAllowed for anybody else. NotOffered for what is not there, or has moved on."""

    def __init__(self, actor: Actor) -> None:
        actor.as_coordinator()
        self._session = actor.session
        self._now = actor.now

    async def overview(self, after: int = 0) -> InboxOverview:
        """`after`: the question that is left for later; behind the last one comes the first again."""
        session = self._session
        question = await open_questions.first_waiting(session, after) or await open_questions.first_waiting(session)
        counts = await open_questions.counts(session)
        return InboxOverview(
            question=question,
            waiting=counts.get(QuestionState.WAITING, 0),
            filed=counts.get(QuestionState.FILED, 0),
            running=await lessons.newest(session, *lessons.RUNNING),
            adopted=await lessons.newest(session, LessonState.ADOPTED),
        )

    async def read(self, question_id: int) -> OpenQuestion:
        """One that waits."""
        found = await open_questions.find(self._session, question_id)
        if found is None or found.state != QuestionState.WAITING:
            raise NotOffered
        return found

    async def file(self, question_id: int, topic: str) -> None:
        await self._move(question_id, (QuestionState.WAITING,), QuestionState.FILED, topic)

    async def throw_away(self, question_id: int) -> None:
        await self._move(question_id, (QuestionState.WAITING,), QuestionState.THROWN_AWAY)

    async def undo(self, question_id: int) -> None:
        """Until a lesson has taken it."""
        await self._move(question_id, UNDONE_BY_HAND, QuestionState.WAITING)

    async def learn_now(self) -> None:
        """The next beat begins the lesson. Twice is once."""
        overview = await self.overview()
        if not overview.filed:
            raise NotOffered
        if not overview.running:
            lessons.want(self._session, self._now)
            await self._session.flush()

    async def undo_lesson(self, lesson_id: int) -> int:
        """Back to the model before it, if it is the last one. Its phrases are set aside; returns how many."""
        last = await lessons.newest(self._session, LessonState.ADOPTED)
        if last is None or last.id != lesson_id:
            raise NotOffered
        if not await lessons.move(self._session, lesson_id, LessonState.ADOPTED, LessonState.UNDONE):
            raise NotOffered
        return await open_questions.take_out_of(self._session, lesson_id, QuestionState.SET_ASIDE, self._now)

    async def look_again(self, lesson_id: int) -> None:
        """What was set aside with that lesson waits in the inbox again."""
        found = await lessons.find(self._session, lesson_id)
        if found is None or found.state not in (LessonState.REFUSED, LessonState.UNDONE):
            raise NotOffered
        await open_questions.take_out_of(self._session, lesson_id, QuestionState.WAITING, self._now)

    async def _move(
        self, question_id: int, before: tuple[QuestionState, ...], after: QuestionState, topic: str | None = None
    ) -> None:
        if not await open_questions.move(self._session, question_id, before, after, self._now, topic):
            raise NotOffered
