"""Lessons: a child process trains a model with what the team has filed; it is used only if no gate falls."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TypeVar

import structlog

from bot.domain.learning import LONGEST_LESSON, THROWN_AWAY_KEPT
from bot.understanding import model as models
from bot.understanding.phrases import ROOT
from bot.understanding.reading import Understanding
from bot.usecases.learning.lessons import Lessons
from bot.usecases.learning.model_in_use import KEPT, Learned, digest
from db.queries.learning import lessons, open_questions
from db.queries.learning.open_questions import Taught
from scheduler.by_itself import ByItself

log = structlog.get_logger()
Result = TypeVar("Result")

TRAIN = (sys.executable, "-m", "bot.understanding.train")
GATE_FELL = 3
NICENESS = 10
LIMIT = LONGEST_LESSON.total_seconds() - 60
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class Teaching:
    """Several processes may run it side by side: one of them gets each lesson."""

    def __init__(
        self,
        by_itself: ByItself,
        learned: Learned,
        delivered: Understanding,
        train: Sequence[str] = TRAIN,
        beside: Path = models.FILE,
    ) -> None:
        """`train`: the command; `beside`: the model that it may not be worse than, always the delivered one: many small
        steps down would be a long way."""
        self._by_itself = by_itself
        self._learned, self._delivered = learned, delivered
        self._train, self._beside = train, beside
        self._work: asyncio.Task[None] | None = None
        self._kept: list[int] = []
        """The lessons whose files may still be needed."""

    async def look(self) -> None:
        """The beat: takes up what was adopted meanwhile, and begins the lesson that is wanted."""
        if self._work and not self._work.done():
            return
        async with self._by_itself.transaction() as actor:
            await self._learned.read(actor.session, self._delivered)
            wanted = await lessons.newest(actor.session, *lessons.RUNNING)
        if wanted and (begun := await self._do(Lessons.begin)):
            lesson, taught = begun
            self._work = asyncio.create_task(self._learn(lesson.id, taught))

    async def done(self) -> None:
        """Returns when the lesson that is under way here has ended."""
        if self._work:
            await asyncio.wait({self._work})

    async def close(self) -> None:
        """A lesson under way is stopped, and begins anew at the next start."""
        if self._work:
            self._work.cancel()
        await self.done()

    async def at_night(self) -> None:
        async with self._by_itself.transaction() as actor:
            outdated = await self._learned.is_outdated(actor.session, self._delivered)
            await Lessons(actor).want_at_night(outdated)

    async def forget(self) -> None:
        """What nobody filed in time, and what was thrown away."""
        async with self._by_itself.transaction() as actor:
            unfiled, thrown_away = actor.now - actor.policy.keep_questions, actor.now - THROWN_AWAY_KEPT
            count = await open_questions.purge(actor.session, unfiled, thrown_away)
        if count:
            log.info("unfiled questions forgotten", count=count)

    async def _learn(self, lesson: int, taught: Sequence[Taught]) -> None:
        try:
            await self._lesson(lesson, taught)
        except asyncio.CancelledError:
            await self._do(lambda school: school.put_off(lesson))
            raise
        except Exception as error:  # a disk that is full, say
            log.error("lesson failed", lesson=lesson, exc_info=error)
            await self._do(lambda school: school.fail(lesson))
        finally:
            self._tidy(lesson)

    async def _lesson(self, lesson: int, taught: Sequence[Taught]) -> None:
        code, figures, fallen = await self._trained(lesson, taught)
        gates = fallen if code == GATE_FELL else []
        log.info("lesson ended", lesson=lesson, phrases=len(taught), code=code, gates=gates)
        if code == GATE_FELL:
            await self._do(lambda school: school.refuse(lesson, fallen))
        elif code:
            await self._do(lambda school: school.fail(lesson))
        else:
            made = self._new(lesson)
            await asyncio.to_thread(models.load, made)  # raises if it is not whole
            _to_disk(made)
            made.replace(self._learned.file(lesson))
            proof = digest(self._learned.file(lesson))
            await self._do(lambda school: school.adopt(lesson, proof, json.loads(figures)))
            async with self._by_itself.transaction() as actor:
                await self._learned.read(actor.session, self._delivered)

    async def _trained(self, lesson: int, taught: Sequence[Taught]) -> tuple[int, str, list[str]]:
        """The exit code, standard output, and the lines of standard error."""
        self._learned.folder.mkdir(parents=True, exist_ok=True)
        phrases = self._phrases(lesson)
        phrases.write_text("".join(json.dumps(one._asdict()) + "\n" for one in taught), encoding="utf-8")
        files = ("--taught", phrases, "--beside", self._beside.absolute(), "--to", self._new(lesson))
        secrets = {name for name in os.environ if name.startswith("RELAIS_")}
        given = {name: value for name, value in os.environ.items() if name not in secrets}
        process = await asyncio.create_subprocess_exec(
            *(*self._train, *map(str, files)),
            cwd=ROOT,
            env={**given, **ONE_THREAD, "PYTHONPATH": str(ROOT)},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
            async with asyncio.timeout(LIMIT):
                said, complained = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        assert process.returncode is not None
        return process.returncode, said.decode(), complained.decode().splitlines()

    async def _do(self, step: Callable[[Lessons], Awaitable[Result]]) -> Result:
        async with self._by_itself.transaction() as actor:
            result = await step(Lessons(actor))
            self._kept = await lessons.adopted(actor.session, KEPT)
        return result

    def _new(self, lesson: int) -> Path:
        return self._learned.folder.absolute() / f"{lesson}.npz.new"

    def _phrases(self, lesson: int) -> Path:
        return self._learned.folder.absolute() / f"{lesson}.jsonl"

    def _tidy(self, lesson: int) -> None:
        """What is left of a lesson, and models so old that no "undo" leads to them."""
        for left in (self._new(lesson), self._phrases(lesson)):
            left.unlink(missing_ok=True)
        for file in self._learned.folder.glob("*.npz"):
            if file.stem.isdecimal() and int(file.stem) not in self._kept:
                file.unlink(missing_ok=True)


def _to_disk(file: Path) -> None:
    with file.open("rb+") as written:
        os.fsync(written.fileno())
