"""Who does something, and with what."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import NotAllowed, NotOffered
from bot.domain.requests import Action
from bot.domain.roles import COORDINATOR, VOLUNTEER, at_least
from bot.policy import Policy
from bot.usecases.desk import Desk
from bot.usecases.notices import Notices
from bot.usecases.requests.notices import RequestNotices
from bot.vault import Vault
from db.models.requests import HelpRequest
from db.queries.requests import events as request_events
from db.queries.requests import requests

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
    def request_notices(self) -> RequestNotices:
        return RequestNotices(self.session, self.now, self.administrators)

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

    async def find(self, request_id: int) -> HelpRequest:
        """Raises NotOffered where there is none."""
        found = await requests.find(self.session, request_id)
        if found is None:
            raise NotOffered
        return found

    async def move(
        self,
        request_id: int,
        action: Action,
        *conditions: ColumnElement[bool],
        detail: Mapping[str, Any] | None = None,
        **values: Any,
    ) -> HelpRequest | None:
        """The request in its new state, with the event noted; None if it was not in a state, or had not the
        conditions, for that."""
        this = HelpRequest.id == request_id
        moved = await requests.move(self.session, self.now, action, this, *conditions, **values)
        self._note(moved, action, detail or {})
        return moved[0] if moved else None

    def _note(self, moved: Sequence[HelpRequest], action: Action, detail: Mapping[str, Any]) -> None:
        for request in moved:
            request_events.note(self.session, request.id, self.now, self.person_id, action, dict(detail))
