"""What happens by itself: a few interval jobs in every process, and no job store.

APScheduler only beats; what is due stands in the database. A job that fails is logged and runs again at the next beat.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.delivery.notices import Delivery
from scheduler.broadcasting import Broadcasting
from scheduler.by_itself import ByItself
from scheduler.deliver import delivering, look_for_due_notices
from scheduler.learning import Teaching
from scheduler.meetings import Reminding
from scheduler.purge import purge_taken_updates
from scheduler.requests import RequestJobs


@asynccontextmanager
async def clockwork(
    by_itself: ByItself,
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
    scheduler.add_job(purge_taken_updates, "interval", (by_itself.sessions, by_itself.clock), hours=1)
    scheduler.add_job(look_for_due_notices, "interval", (delivery,), seconds=1)
    scheduler.add_job(broadcasting.start, "interval", seconds=1)
    scheduler.add_job(broadcasting.show_progress, "interval", seconds=1)
    scheduler.add_job(requests.look_after, "interval", minutes=1)
    scheduler.add_job(requests.digest, "interval", minutes=10)
    scheduler.add_job(requests.forget, "interval", hours=1)
    scheduler.add_job(reminding.remind, "interval", seconds=1)
    scheduler.add_job(reminding.forget, "interval", hours=1)
    scheduler.add_job(teaching.look, "interval", seconds=5)
    scheduler.add_job(teaching.at_night, "interval", minutes=10)
    scheduler.add_job(teaching.forget, "interval", hours=1)
    scheduler.start()
    try:
        async with delivering(delivery):
            yield
    finally:
        scheduler.shutdown(wait=False)
        await teaching.close()
