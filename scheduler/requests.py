"""Help requests as time passes: asked about, back on the board, reminded of, given up, forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from typing import TypeVar

import structlog

from bot.domain.clock import Clock
from bot.policy import Policy
from bot.usecases.desk import DeskCache
from bot.usecases.requests.upkeep import RequestUpkeep
from db.queries.notices import notices
from db.session import Sessions

log = structlog.get_logger()

Result = TypeVar("Result")

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

    def __init__(
        self, sessions: Sessions, clock: Clock, policy: Policy, administrators: Collection[int], due: asyncio.Event
    ) -> None:
        """`due` is set when notices were written."""
        self._sessions = sessions
        self._clock = clock
        self._policy = policy
        self._administrators = administrators
        self._due = due
        self._desks = DeskCache()

    async def look_after(self) -> None:
        """Each step in a transaction of its own."""
        for step in STEPS:
            await self._do(step)

    async def digest(self) -> None:
        async with self._sessions.begin() as session:
            organization = (await self._desks.read(session)).directory.organization
        await self._do(lambda upkeep: upkeep.digest(organization))

    async def forget(self) -> None:
        """Batch after batch."""
        forgotten = 0
        while count := await self._do(RequestUpkeep.forget):
            forgotten += count
        if forgotten:
            log.info("requests forgotten", count=forgotten)

    async def _do(self, step: Callable[[RequestUpkeep], Awaitable[Result]]) -> Result:
        async with self._sessions.begin() as session:
            result = await step(RequestUpkeep(session, self._clock, self._policy, self._administrators))
        if notices.WRITTEN in session.info:
            self._due.set()
        return result
