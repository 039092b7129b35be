"""Who does something, and with what."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import NotAllowed
from bot.domain.roles import COORDINATOR, VOLUNTEER, at_least
from bot.policy import Policy
from bot.usecases.desk import Desk
from bot.usecases.notices import Notices
from bot.vault import Vault

NOBODY = 0
"""Who acts where only time has passed: the clockwork, with the role of an administrator."""


@dataclass(frozen=True)
class Actor:
    """One person in one transaction. Every use case is given one, and checks the rights itself."""

    session: AsyncSession
    now: datetime
    """That of the whole update, or of the whole beat of the clockwork."""
    vault: Vault
    policy: Policy
    desk: Desk
    person_id: int
    role: str
    administrators: Collection[int] = ()
    """Those whom the settings name."""
    deactivated: bool = False
    """In the team, but switched off: they act as residents, and no invitation is for them."""

    @cached_property
    def notices(self) -> Notices:
        """What the bot will say by itself; `written` tells afterwards whether there is any."""
        return Notices(self.session, self.now)

    @property
    def is_volunteer(self) -> bool:
        return at_least(self.role, VOLUNTEER)

    @property
    def is_coordinator(self) -> bool:
        return at_least(self.role, COORDINATOR)

    def as_volunteer(self) -> None:
        """Raises NotAllowed for residents."""
        if not self.is_volunteer:
            raise NotAllowed

    def as_coordinator(self) -> None:
        if not self.is_coordinator:
            raise NotAllowed
