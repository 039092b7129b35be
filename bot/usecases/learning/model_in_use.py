"""The model in use: the one that the team taught last, or the one that was delivered with the code."""

from __future__ import annotations

import asyncio
import hashlib
from pathlib import Path

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.learning import LessonState
from bot.understanding import model as models
from bot.understanding.reading import Understanding
from bot.usecases.desk import Desk
from db.models.learning import Lesson
from db.queries.learning import lessons

log = structlog.get_logger()

KEPT = 5
"""Files of adopted lessons: so many times "undo" leads back."""


class Learned:
    """Asks the database at each use, and opens a file only when another lesson stands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lesson: int | None = None
        self._in_use: Understanding | None = None
        """Made by that lesson; None: as delivered."""

    async def read(self, session: AsyncSession, delivered: Understanding) -> Understanding:
        """As the database has it in this transaction. A file that is not whole, or was made for an older delivered
        model, is left alone."""
        lesson = await lessons.newest(session, LessonState.ADOPTED)
        if lesson is None:
            self._lesson = self._in_use = None
        elif lesson.id != self._lesson:
            self._in_use = await asyncio.to_thread(self._open, lesson, delivered)
            self._lesson = lesson.id
        return self._in_use or delivered

    async def at_desk(self, session: AsyncSession, delivered: Understanding, desk: Desk) -> Understanding:
        """The same, for the services of that desk."""
        directory = desk.directory
        in_use = await self.read(session, delivered)
        return in_use.at_desk([service.id for service in directory.services], directory.organization.default_language)

    async def is_outdated(self, session: AsyncSession, delivered: Understanding) -> bool:
        """A lesson stands, and its model cannot be used."""
        in_use = await self.read(session, delivered)
        return self._lesson is not None and in_use is delivered

    def file(self, lesson_id: int) -> Path:
        return self.folder / f"{lesson_id}.npz"

    def _open(self, lesson: Lesson, delivered: Understanding) -> Understanding | None:
        try:
            if digest(self.file(lesson.id)) != lesson.digest:
                raise ValueError("its content has changed")
            model = models.load(self.file(lesson.id))
        except (OSError, ValueError, KeyError) as error:
            log.error("the taught model cannot be used", lesson=lesson.id, why=str(error))
            return None
        if model.fingerprint != delivered.fingerprint:
            log.warning("the taught model is older than the delivered one; the next lesson makes it anew")
            return None
        return delivered.with_model(model)


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
