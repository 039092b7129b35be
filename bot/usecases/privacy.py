"""One's own data: all of it to read, and gone when one wants that."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date, datetime, time
from functools import partial
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.clock import Clock
from bot.domain.roles import RESIDENT
from bot.usecases.meetings.rsvp import give_up_places
from bot.usecases.requests.upkeep import forget_requests_of, take_back_from
from bot.usecases.team.profiles import may_go
from bot.vault import Vault, WrongKey
from db.queries import privacy
from db.queries.requests import removals as taking_away


class Privacy:
    def __init__(self, session: AsyncSession, clock: Clock, person_id: int) -> None:
        self._session = session
        self._clock = clock
        self._person_id = person_id

    async def export(self, vault: Vault) -> bytes:
        """All that the database holds about this person, as a JSON document: table → rows.

        Decrypted is what they wrote for themselves; what they hold of others is not theirs to carry away.
        """
        rows = await privacy.everything_about(self._session, self._person_id)
        for request in rows.get("help_request", ()):
            if request["for_person_id"] is None:
                request["debrief"] = None
        rows |= await privacy.about_own_requests(self._session, self._person_id)
        document = {"exported_at": self._clock.now(), **rows}
        return json.dumps(document, ensure_ascii=False, indent=2, default=partial(_readable, vault)).encode()

    async def erase(self, role: str, administrators: Collection[int]) -> None:
        """Nothing is left that says who they were. LastAdministrator: first somebody else must be one."""
        if role != RESIDENT:
            if self._person_id not in administrators:
                await may_go(self._session, self._person_id, administrators)
            await take_back_from(self._session, self._clock, self._person_id)
        await forget_requests_of(self._session, self._clock, self._person_id)
        await taking_away.written_by(self._session, self._clock.now(), self._person_id)
        await give_up_places(self._session, self._clock.now(), self._person_id)
        await privacy.erase(self._session, self._person_id)


def _readable(vault: Vault, value: Any) -> Any:
    if isinstance(value, bytes):
        try:
            return vault.decrypt(value)
        except WrongKey:  # lost by the operator: the rest is theirs all the same
            return "(encrypted)"
    return value.isoformat() if isinstance(value, datetime | date | time) else str(value)
