"""Sends what is due: each beat, and at once when something was written that is due now."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from bot.delivery.notices import Delivery

log = structlog.get_logger()


async def look_for_due_notices(delivery: Delivery) -> None:
    """The beat: a pass that still runs goes on, and one more follows it."""
    delivery.due.set()


@asynccontextmanager
async def delivering(delivery: Delivery) -> AsyncIterator[None]:
    """Passes one after the other meanwhile, never two at once; what is on its way at the end is marked."""
    working = asyncio.create_task(_pass_after_pass(delivery))
    try:
        yield
    finally:
        delivery.stop()
        await working
        await delivery.close()


async def _pass_after_pass(delivery: Delivery) -> None:
    while not delivery.stopping:
        await delivery.due.wait()
        delivery.due.clear()
        try:
            await delivery.run_due()
        except Exception as error:  # the database is away, say: the next beat tries again
            log.error("delivery failed", exc_info=error)
