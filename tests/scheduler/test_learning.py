"""Lessons, with real training on a few phrases in a child process."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiogram import Dispatcher
from sqlalchemy import select, update

from bot.domain.learning import LONGEST_LESSON, LessonState, QuestionState
from bot.understanding import model as models
from bot.understanding.embedding import load_embedder
from bot.understanding.phrases import LISTS, ROOT, read_phrases
from bot.understanding.reading import Understanding
from bot.usecases.learning.lessons import Lessons
from bot.usecases.learning.model_in_use import Learned, digest
from db.models.learning import Lesson, OpenQuestion
from db.session import Sessions
from scheduler.learning import TRAIN, Teaching
from simulator.world import World
from tests.support import forks
from tests.support.conversation import Desk, Talk
from tests.support.team_at_work import coordinator
from tests.support.train_once import once

TOPICS = ("hours", "location", "none", "contact", "cost", "emergency")
COUNTS = {"fr": 25, "nl": 8, "ar": 8}
WANTED = "vous pretez un velo cargo bleu electrique"
GATE_THAT_FALLS = (sys.executable, "-c", "import sys; sys.stderr.write('gate 0.5 → 0.4\\n'); sys.exit(3)")
NEVER_ENDS = (sys.executable, "-c", "import time; print(flush=True); time.sleep(600)")
BROKEN = (sys.executable, "-c", "import sys; sys.exit(1)")


@pytest.fixture(scope="session")
def phrases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with some of the phrases of some topics."""
    root = tmp_path_factory.mktemp("phrases")
    written = [phrase for phrase in read_phrases(ROOT) if phrase.writing == LISTS[0]]
    for language, count in COUNTS.items():
        file = root / "locales" / language / "phrases.toml"
        file.parent.mkdir(parents=True)
        for topic in TOPICS:
            texts = [one.text for one in written if (one.language, one.topic) == (language, topic)][:count]
            with file.open("a", encoding="utf-8") as table:
                table.write(f"[{topic}]\nphrases = {json.dumps(texts, ensure_ascii=False)}\n")
    return root


@pytest.fixture(scope="session")
def train(phrases: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> tuple[str, ...]:
    folder = tmp_path_factory.getbasetemp()
    kept = (folder if worker_id == "master" else folder.parent) / "trained"
    kept.mkdir(exist_ok=True)
    return once((*TRAIN, "--phrases", str(phrases)), kept)


@pytest.fixture(scope="session")
def delivered(train: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model as the code would bring it."""
    if load_embedder() is None:
        pytest.skip("training needs the embeddings")
    file = tmp_path_factory.mktemp("delivered") / "model.npz"
    subprocess.run([*train, "--to", str(file)], cwd=ROOT, check=True, capture_output=True)
    return file


@pytest.fixture
def small(delivered: Path, dispatcher: Dispatcher) -> Iterator[Understanding]:
    """That model at work in the bot."""
    whole = dispatcher.workflow_data["understanding"]
    dispatcher.workflow_data["understanding"] = Understanding.load(file=delivered)
    yield dispatcher.workflow_data["understanding"]
    dispatcher.workflow_data["understanding"] = whole


class School:
    def __init__(self, desk: Desk, sessions: Sessions, delivered: Path, small: Understanding, train: tuple[str, ...]):
        self.desk, self.sessions, self.small, self.train, self.delivered = desk, sessions, small, train, delivered
        self.teaching = self.with_command(train)

    def with_command(self, train: tuple[str, ...]) -> Teaching:
        self.teaching = Teaching(self.desk.by_itself, self.desk.learned, self.small, train, self.delivered)
        return self.teaching

    async def lesson(self) -> None:
        """From the beat to its end, and word to the coordinators."""
        await self.teaching.look()
        await self.teaching.done()
        await self.desk.beat()

    async def file(self, text: str, topic: str, times: int = 1) -> None:
        now = self.desk.world.clock.now()
        async with self.sessions.begin() as session:
            for _ in range(times):
                filed = {"state": QuestionState.FILED, "asked_at": now, "changed_at": now}
                session.add(OpenQuestion(text=text, language="fr", topic=topic, **filed))

    async def states(self) -> list[str]:
        async with self.sessions() as session:
            return [str(one) for one in await session.scalars(select(Lesson.state).order_by(Lesson.id))]

    async def questions(self) -> list[OpenQuestion]:
        async with self.sessions() as session:
            return list(await session.scalars(select(OpenQuestion).order_by(OpenQuestion.id)))

    async def reads(self, text: str) -> str:
        """The likeliest topic, by another process that has just started."""
        async with self.sessions() as session:
            reader = await Learned(self.desk.learned.folder).read(session, self.small)
        return reader.likeliest(text)


@pytest.fixture
async def school(
    desk: Desk, sessions: Sessions, delivered: Path, small: Understanding, train: tuple[str, ...], tmp_path: Path
) -> AsyncIterator[School]:
    desk.learned.folder = tmp_path / "models"
    school = School(desk, sessions, delivered, small, train)
    yield school
    await school.teaching.close()


@pytest.fixture
async def claire(desk: Desk) -> Talk:
    return await coordinator(desk, "Claire")


async def test_what_is_taught_is_answered_and_undo_takes_it_back(school: School, claire: Talk, desk: Desk) -> None:
    before = await school.reads(WANTED)
    assert before != "location"
    await school.file(WANTED, "location", times=3)
    await claire.says("/inbox").sees("3 messages are filed").taps("🎓 Learn now").sees("I am learning")
    await school.lesson()
    assert await school.states() == ["adopted"]
    assert await school.reads(WANTED) == "location"
    assert "🎓 I have learnt 3 new messages." in claire.chat.visible[-1].text
    assert [one.person_id for one in await school.questions()] == [None] * 3
    assert [file.name for file in desk.learned.folder.iterdir()] == ["1.npz"]
    amina = await desk.person("Amina", "fr").starts("fr").says(WANTED)
    await amina.sees("Chaussée de Mons")
    await claire.taps("↩️ Undo the last lesson").sees("I answer as I did before", "3 messages are set aside")
    assert await school.states() == ["undone"]
    assert await school.reads(WANTED) == before
    await amina.says(WANTED).sees_no("Chaussée de Mons")
    await claire.taps("🔍 Look at them again").sees("3 messages wait", WANTED)
    await claire.forges("s1:inbox.unlearn:1").sees("button is old")


async def test_poison_falls_at_the_gate_and_the_old_model_stays(school: School, claire: Talk) -> None:
    poison = "quels sont les horaires de la poste"
    before = await school.reads(poison)
    await school.file(poison, "hours", times=50)
    await claire.says("/inbox").taps("🎓 Learn now")
    await school.lesson()
    assert await school.states() == ["refused"]
    assert await school.reads(poison) == before == "none"
    assert "I did not adopt 50 new messages" in claire.chat.visible[-1].text
    assert {one.state for one in await school.questions()} == {QuestionState.SET_ASIDE}
    await claire.taps("🔍 Look at them again").sees("50 messages wait")


async def test_a_lesson_under_way_when_the_process_stops_begins_anew(school: School, claire: Talk) -> None:
    await school.file(WANTED, "cost")
    await claire.says("/inbox").taps("🎓 Learn now")
    stopping = school.with_command(NEVER_ENDS)
    await stopping.look()
    assert await school.states() == ["under way"]
    await stopping.close()
    assert await school.states() == ["wanted"]
    assert [one.state for one in await school.questions()] == [QuestionState.FILED]
    assert list(school.desk.learned.folder.glob("*")) == []


async def test_a_lesson_cut_off_by_a_crash_is_given_up_after_a_while(school: School, claire: Talk) -> None:
    await school.file(WANTED, "cost")
    async with school.sessions.begin() as session:
        session.add(Lesson(state=LessonState.WANTED, wanted_at=school.desk.world.clock.now()))
    async with school.desk.by_itself.transaction() as actor:
        await Lessons(actor).begin()
    await school.teaching.look()  # somebody else may be at it
    assert await school.states() == ["under way"]
    school.desk.world.clock.move(LONGEST_LESSON + timedelta(minutes=1))
    await school.lesson()
    assert await school.states() == ["failed"]
    assert [one.state for one in await school.questions()] == [QuestionState.FILED]
    assert "I could not learn this time" in claire.chat.visible[-1].text


@pytest.mark.parametrize(("command", "ends"), [(BROKEN, "failed"), (GATE_THAT_FALLS, "refused")])
async def test_however_it_ends_the_old_model_stays(
    school: School, claire: Talk, command: tuple[str, ...], ends: str
) -> None:
    await school.file(WANTED, "cost")
    await claire.says("/inbox").taps("🎓 Learn now")
    school.with_command(command)
    await school.lesson()
    assert await school.states() == [ends]
    assert not list(school.desk.learned.folder.glob("*"))
    async with school.sessions() as session:
        assert await school.desk.learned.read(session, school.small) is school.small


async def test_a_file_that_changed_or_an_older_model_is_left_alone(school: School, delivered: Path) -> None:
    learned, now = school.desk.learned, school.desk.world.clock.now()
    learned.folder.mkdir()
    shutil.copy(delivered, learned.file(1))
    async with school.sessions.begin() as session:
        session.add(Lesson(state=LessonState.ADOPTED, wanted_at=now, digest="0" * 64))
    async with school.sessions.begin() as session:
        assert await learned.read(session, school.small) is school.small
        await session.execute(update(Lesson).values(digest=digest(learned.file(1))))
    async with school.sessions() as session:
        fresh = Learned(learned.folder)
        assert await fresh.read(session, school.small) is not school.small
        whole = Understanding.load(file=models.FILE)
        newer = Learned(learned.folder)
        assert await newer.read(session, whole) is whole
        assert await newer.is_outdated(session, whole)


async def test_at_night_it_learns_by_itself_once(school: School, world: World) -> None:
    await school.file(WANTED, "cost")
    await school.teaching.at_night()
    assert await school.states() == []  # it is noon
    world.clock.set(datetime(2026, 11, 22, 2, 0, tzinfo=UTC))
    await asyncio.gather(school.teaching.at_night(), school.teaching.at_night())
    await school.teaching.at_night()
    assert "wanted" in await school.states()


async def test_what_nobody_files_is_forgotten(school: School, world: World) -> None:
    await school.file(WANTED, "cost")
    now = world.clock.now()
    async with school.sessions.begin() as session:
        for state in (QuestionState.WAITING, QuestionState.THROWN_AWAY, QuestionState.TAUGHT):
            session.add(OpenQuestion(text="x", language="fr", state=state, asked_at=now, changed_at=now))
    world.clock.move(timedelta(days=2))
    await school.teaching.forget()
    assert [one.state for one in await school.questions()] == ["filed", "waiting", "taught"]
    world.clock.move(timedelta(days=89))
    await school.teaching.forget()
    assert [one.state for one in await school.questions()] == ["filed", "taught"]


def say_what_is_loaded() -> None:
    sys.stdout.write(" ".join(sys.modules))


def test_the_process_that_serves_does_not_load_what_training_needs(tmp_path: Path) -> None:
    with (tmp_path / "loaded").open("w") as out:
        assert forks.start(say_what_is_loaded, out=out.fileno()).join() == 0
    loaded = (tmp_path / "loaded").read_text().split()
    assert {"bot.app", "numpy"} <= set(loaded)
    assert {"sklearn", "scipy", "joblib"}.isdisjoint(loaded)
