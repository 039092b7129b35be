"""One's own data: all of it to read, and gone when one wants that."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date, datetime, time
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.clock import Clock
from bot.domain.roles import RESIDENT
from bot.usecases.request_upkeep import forget_requests_of, take_back_from
from bot.usecases.volunteers import may_go
from db.queries import privacy


class Privacy:
    def __init__(self, session: AsyncSession, clock: Clock, person_id: int) -> None:
        self._session = session
        self._clock = clock
        self._person_id = person_id

    async def export(self) -> bytes:
        """All that the database holds about this person, as a JSON document: table → rows."""
        rows = await privacy.everything_about(self._session, self._person_id)
        document = {"exported_at": self._clock.now(), **rows}
        return json.dumps(document, ensure_ascii=False, indent=2, default=_readable).encode()

    async def erase(self, role: str, administrators: Collection[int]) -> None:
        """Nothing is left that says who they were. LastAdministrator: first somebody else must be one."""
        if role != RESIDENT:
            if self._person_id not in administrators:
                await may_go(self._session, self._person_id, administrators)
            await take_back_from(self._session, self._clock, self._person_id)
        await forget_requests_of(self._session, self._clock, self._person_id)
        await privacy.erase(self._session, self._person_id)


def _readable(value: Any) -> str:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return "(encrypted)" if isinstance(value, bytes) else str(value)
