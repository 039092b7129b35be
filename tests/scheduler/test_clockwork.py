"""What happens by itself."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime

import pytest
from apscheduler.events import EVENT_SCHEDULER_SHUTDOWN
from apscheduler.job import Job
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.understanding.reading import Understanding
from db.session import Sessions
from scheduler import clockwork as module
from scheduler.clockwork import clockwork
from scheduler.learning import Teaching
from scheduler.meetings import Reminding
from tests.support.conversation import Desk


class Beats:
    """The schedulers that were made, so that a test can let the hour strike."""

    def __init__(self) -> None:
        self.made: list[AsyncIOScheduler] = []

    def jobs(self) -> list[Job]:
        return [job for scheduler in self.made for job in scheduler.get_jobs()]

    def strike(self) -> None:
        for job in self.jobs():
            job.modify(next_run_time=datetime.now(UTC))


@pytest.fixture
def beats(monkeypatch: pytest.MonkeyPatch) -> Beats:
    beats = Beats()

    def make(**options: object) -> AsyncIOScheduler:
        beats.made.append(AsyncIOScheduler(**options))
        return beats.made[-1]

    monkeypatch.setattr(module, "AsyncIOScheduler", make)
    return beats


@pytest.fixture
def teaching(desk: Desk) -> Teaching:
    return Teaching(desk.by_itself, desk.learned, Understanding.load())


async def test_the_clockwork_runs_meanwhile_and_not_longer(desk: Desk, teaching: Teaching, beats: Beats) -> None:
    ended = asyncio.Event()
    reminding = Reminding(desk.by_itself)
    async with clockwork(desk.by_itself, desk.delivery, desk.broadcasting, desk.requests, reminding, teaching):
        (scheduler,) = beats.made
        scheduler.add_listener(lambda _: ended.set(), EVENT_SCHEDULER_SHUTDOWN)
        assert scheduler.running
        names = {job.name for job in beats.jobs()}
        assert names == {
            "purge_taken_updates",
            "look_for_due_notices",
            "Broadcasting.start",
            "Broadcasting.show_progress",
            "Reminding.forget",
            "Reminding.remind",
            "RequestJobs.look_after",
            "RequestJobs.digest",
            "RequestJobs.forget",
            "Teaching.at_night",
            "Teaching.forget",
            "Teaching.look",
        }
    async with asyncio.timeout(10):
        await ended.wait()
    assert not scheduler.running


async def test_a_job_that_fails_is_logged_and_runs_again(
    desk: Desk,
    teaching: Teaching,
    beats: Beats,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    runs: asyncio.Queue[int] = asyncio.Queue()
    reminding = Reminding(desk.by_itself)

    async def fail_at_first(_sessions: Sessions, _clock: object) -> None:
        runs.put_nowait(len(beats.jobs()))
        if not caplog.records:
            raise RuntimeError("the database is away")

    monkeypatch.setattr(module, "purge_taken_updates", fail_at_first)
    with caplog.at_level(logging.ERROR):
        async with (
            clockwork(desk.by_itself, desk.delivery, desk.broadcasting, desk.requests, reminding, teaching),
            asyncio.timeout(10),
        ):
            beats.strike()
            await runs.get()
            beats.strike()
            await runs.get()
    (record,) = caplog.records
    assert (record.name, record.levelname) == ("apscheduler.executors.default", "ERROR")
    assert record.exc_info is not None
    assert isinstance(record.exc_info[1], RuntimeError)
