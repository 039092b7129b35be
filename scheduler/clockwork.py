"""What happens by itself: a few interval jobs in every process, and no job store.

APScheduler only beats; what is due stands in the database. A job that fails is logged and runs again at the next beat.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.delivery.notices import Delivery
from bot.domain.clock import Clock
from db.session import Sessions
from scheduler.broadcasting import Broadcasting
from scheduler.deliver import delivering, look_for_due_notices
from scheduler.learning import Teaching
from scheduler.meetings import Reminding
from scheduler.purge import purge_taken_updates
from scheduler.requests import RequestJobs


@asynccontextmanager
async def clockwork(
    sessions: Sessions,
    clock: Clock,
    delivery: Delivery,
    broadcasting: Broadcasting,
    requests: RequestJobs,
    reminding: Reminding,
    teaching: Teaching,
) -> AsyncIterator[None]:
    """Runs the jobs, and delivers, meanwhile."""
    # A beat that was missed is made up for once; two of one job never run side by side.
    scheduler = AsyncIOScheduler(
        timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    scheduler.add_job(purge_taken_updates, "interval", (sessions, clock), seconds=timedelta(hours=1).total_seconds())
    scheduler.add_job(look_for_due_notices, "interval", (delivery,), seconds=1)
    scheduler.add_job(broadcasting.start, "interval", seconds=1)
    scheduler.add_job(broadcasting.show_progress, "interval", seconds=1)
    scheduler.add_job(requests.look_after, "interval", seconds=timedelta(minutes=1).total_seconds())
    scheduler.add_job(requests.digest, "interval", seconds=timedelta(minutes=10).total_seconds())
    scheduler.add_job(requests.forget, "interval", seconds=timedelta(hours=1).total_seconds())
    scheduler.add_job(reminding.remind, "interval", seconds=1)
    scheduler.add_job(reminding.forget, "interval", seconds=timedelta(hours=1).total_seconds())
    scheduler.add_job(teaching.look, "interval", seconds=5)
    scheduler.add_job(teaching.at_night, "interval", seconds=timedelta(minutes=10).total_seconds())
    scheduler.add_job(teaching.forget, "interval", seconds=timedelta(hours=1).total_seconds())
    scheduler.start()
    try:
        async with delivering(delivery):
            yield
    finally:
        scheduler.shutdown(wait=False)
        await teaching.close()
