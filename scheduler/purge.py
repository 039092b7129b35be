"""Forgets what is no longer needed."""

from __future__ import annotations

from datetime import timedelta

import structlog

from bot.domain.clock import Clock
from db.queries import updates
from db.session import Sessions

log = structlog.get_logger()

KEPT = timedelta(hours=48)
"""Telegram keeps an update for 24 hours (Bot API, "Getting updates"): after twice that it cannot come again."""


async def purge_taken_updates(sessions: Sessions, clock: Clock) -> None:
    async with sessions.begin() as session:
        count = await updates.purge(session, before=clock.now() - KEPT)
    if count:
        log.info("updates forgotten", count=count)
