"""A lesson: the training of a model with all phrases that the team has filed. Coordinators are told how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.domain.learning import LESSON_EVERY, LESSON_HOURS, LONGEST_LESSON, LessonState, QuestionState
from bot.domain.notices import NoticeKind
from bot.usecases.actor import Actor
from db.models.learning import Lesson
from db.queries.learning import lessons, open_questions
from db.queries.learning.open_questions import Taught
from db.queries.team import members as team

TOLD = {
    LessonState.ADOPTED: NoticeKind.LESSON_ADOPTED,
    LessonState.REFUSED: NoticeKind.LESSON_REFUSED,
    LessonState.FAILED: NoticeKind.LESSON_FAILED,
}
"""What coordinators are told when a lesson ends so."""


class Lessons:
    """For the clockwork. Several processes may run it side by side: one of them gets the lesson."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._session = actor.session
        self._now = actor.now

    async def want_at_night(self, outdated: bool) -> None:
        """Ask for a lesson, once a night, if something was filed; or if the taught model is `outdated`: made for an
        older delivered one."""
        last = await lessons.newest(self._session)
        at_night = self._now.astimezone(self._actor.desk.directory.zone()).hour in LESSON_HOURS
        if not at_night or (last and last.wanted_at > self._now - LESSON_EVERY):
            return
        refused = last is not None and last.state == LessonState.REFUSED
        counts = await open_questions.counts(self._session)
        if counts.get(QuestionState.FILED) or (outdated and not refused and counts.get(QuestionState.TAUGHT)):
            lessons.want(self._session, self._now)

    async def begin(self) -> tuple[Lesson, Sequence[Taught]] | None:
        """The lesson that is wanted, with all that it teaches; None if there is none, or another is under way."""
        running = await lessons.newest(self._session, LessonState.UNDER_WAY)
        if running and running.began_at and running.began_at > self._now - LONGEST_LESSON:
            return None
        if running:
            await self.fail(running.id)
        wanted = await lessons.newest(self._session, LessonState.WANTED)
        if not wanted or not await lessons.move(
            self._session, wanted.id, LessonState.WANTED, LessonState.UNDER_WAY, began_at=self._now
        ):
            return None
        fresh = await open_questions.take_into(self._session, wanted.id, self._now)
        taught = await open_questions.taught(self._session)
        last = await lessons.newest(self._session, LessonState.ADOPTED)
        done_meanwhile = last is not None and last.ended_at is not None and last.ended_at >= wanted.wanted_at
        if not taught or (done_meanwhile and not fresh):  # two processes wanted it at once
            await lessons.drop(self._session, wanted.id)
            return None
        wanted = await lessons.find(self._session, wanted.id)
        assert wanted
        wanted.phrases, wanted.fresh = len(taught), fresh
        return wanted, taught

    async def adopt(self, lesson_id: int, digest: str, figures: dict[str, Any]) -> bool:
        """The gates held: once this is committed, every process uses the new model. False if the lesson was given up
        meanwhile."""
        values = {"digest": digest, "figures": figures}
        return await self._end(lesson_id, LessonState.ADOPTED, **values)

    async def refuse(self, lesson_id: int, fallen: list[str]) -> bool:
        """A gate fell: the phrases that were new in this lesson are set aside, and the old model stays."""
        if not await self._end(lesson_id, LessonState.REFUSED, fallen=fallen):
            return False
        await open_questions.take_out_of(self._session, lesson_id, QuestionState.SET_ASIDE, self._now)
        return True

    async def fail(self, lesson_id: int) -> bool:
        """It could not be finished: the phrases that were new in it are filed again, for the next one."""
        if not await self._end(lesson_id, LessonState.FAILED):
            return False
        await open_questions.take_out_of(self._session, lesson_id, QuestionState.FILED, self._now)
        return True

    async def put_off(self, lesson_id: int) -> None:
        """The process stops: the lesson is wanted again, and begins anew at the next start."""
        if await lessons.move(self._session, lesson_id, LessonState.UNDER_WAY, LessonState.WANTED, began_at=None):
            await open_questions.take_out_of(self._session, lesson_id, QuestionState.FILED, self._now)

    async def _end(self, lesson_id: int, state: LessonState, **values: Any) -> bool:
        if not await lessons.move(self._session, lesson_id, LessonState.UNDER_WAY, state, ended_at=self._now, **values):
            return False
        lesson = await lessons.find(self._session, lesson_id)
        assert lesson
        if state == LessonState.ADOPTED and not lesson.fresh:  # made anew, for a newer delivered model
            return True
        everybody = await team.coordinators(self._session) | {*self._actor.administrators}
        told = {"lesson": lesson_id, "fresh": lesson.fresh, "phrases": lesson.phrases}
        await self._actor.notices.tell_all(everybody, TOLD[state], told)
        return True
