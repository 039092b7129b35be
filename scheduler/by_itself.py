"""What the clockwork does, it does as nobody: one transaction, one actor, and delivery woken afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.domain.clock import Clock
from bot.domain.roles import ADMINISTRATOR
from bot.policy import Policy
from bot.usecases.actor import NOBODY, Actor
from bot.usecases.desk import DeskCache
from bot.vault import Vault
from db.session import Sessions


@dataclass(frozen=True)
class ByItself:
    sessions: Sessions
    clock: Clock
    vault: Vault
    policy: Policy
    administrators: Collection[int]
    due: asyncio.Event
    """Set when notices were written."""
    desks: DeskCache = field(default_factory=DeskCache)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Actor]:
        async with self.sessions.begin() as session:
            desk = await self.desks.read(session)
            actor = Actor(
                session, self.clock.now(), self.vault, self.policy, desk, NOBODY, ADMINISTRATOR, self.administrators
            )
            yield actor
        if actor.notices.written:
            self.due.set()
