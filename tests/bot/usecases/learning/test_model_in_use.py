"""The model in use: the taught one while its file is what the lesson made, or else the delivered one."""

from __future__ import annotations

from pathlib import Path

from bot.domain.learning import LessonState
from bot.understanding import model as models
from bot.understanding.reading import Understanding
from bot.usecases.learning.model_in_use import Learned, digest
from db.models.learning import Lesson
from db.session import Sessions
from tests.support.databases import ON_SQLITE
from tests.support.network import NOW


@ON_SQLITE
async def test_a_taught_model_counts_only_while_its_file_is_whole(sessions: Sessions, tmp_path: Path) -> None:
    delivered = Understanding(models.load(), [], None, "fr")
    learned = Learned(tmp_path)
    models.save(models.load(), learned.file(1))
    async with sessions.begin() as session:
        assert await learned.read(session, delivered) is delivered
        lesson = Lesson(state=LessonState.ADOPTED, wanted_at=NOW, digest=digest(learned.file(1)))
        session.add(lesson)
        await session.flush()
        taught = await learned.read(session, delivered)
        assert taught is not delivered
        assert await learned.read(session, delivered) is taught, "opened once"
        assert not await learned.is_outdated(session, delivered)
        lesson.digest = "of another file"
        await session.flush()
        elsewhere = Learned(tmp_path)
        assert await elsewhere.read(session, delivered) is delivered
        assert await elsewhere.is_outdated(session, delivered)
        lesson.state = LessonState.UNDONE
        await session.flush()
        assert await learned.read(session, delivered) is delivered
