"""Help requests as time passes: asked about, back on the board, reminded of, given up, forgotten."""

from __future__ import annotations

import structlog

from bot.usecases.requests.upkeep import RequestUpkeep
from scheduler.by_itself import ByItself

log = structlog.get_logger()

STEPS = (
    RequestUpkeep.ask_how_it_goes,
    RequestUpkeep.take_back_silent,
    RequestUpkeep.warn_of_unclaimed,
    RequestUpkeep.expire,
    RequestUpkeep.remind_of_appointments,
    RequestUpkeep.ask_whether_it_happened,
)


class RequestJobs:
    """Several processes may run them side by side."""

    def __init__(self, by_itself: ByItself) -> None:
        self._by_itself = by_itself

    async def look_after(self) -> None:
        """Each step in a transaction of its own."""
        for step in STEPS:
            async with self._by_itself.transaction() as actor:
                await step(RequestUpkeep(actor))

    async def digest(self) -> None:
        async with self._by_itself.transaction() as actor:
            await RequestUpkeep(actor).digest()

    async def forget(self) -> None:
        """Batch after batch."""
        forgotten = 0
        while count := await self._forget_some():
            forgotten += count
        if forgotten:
            log.info("requests forgotten", count=forgotten)

    async def _forget_some(self) -> int:
        async with self._by_itself.transaction() as actor:
            return await RequestUpkeep(actor).forget()
