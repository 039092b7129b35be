"""One's own data: all of it to read, and gone when one wants that."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from functools import partial
from typing import Any

from bot.domain.roles import RESIDENT
from bot.usecases.actor import Actor
from bot.usecases.meetings.rsvp import give_up_places
from bot.usecases.requests import removals
from bot.usecases.requests.upkeep import forget_requests_of, take_back_from
from bot.usecases.team.profiles import check_may_leave
from bot.vault import Vault, WrongKey
from db.queries import privacy


class Privacy:
    def __init__(self, actor: Actor) -> None:
        self._actor = actor

    async def export(self) -> bytes:
        """All that the database holds about this person, as a JSON document: table → rows.

        Decrypted is what they wrote for themselves; what they hold of others is not theirs to carry away.
        """
        actor = self._actor
        rows = await privacy.everything_about(actor.session, actor.person_id)
        for request in rows.get("help_request", ()):
            if request["for_person_id"] is None:
                request["debrief"] = None
        rows |= await privacy.about_own_requests(actor.session, actor.person_id)
        document = {"exported_at": actor.now, **rows}
        return json.dumps(document, ensure_ascii=False, indent=2, default=partial(_readable, actor.vault)).encode()

    async def erase(self) -> None:
        """Nothing is left that says who they were. LastAdministrator: first somebody else must be one."""
        actor = self._actor
        if actor.role != RESIDENT:
            if actor.person_id not in actor.administrators:
                await check_may_leave(actor)
            await take_back_from(actor, actor.person_id)
        await forget_requests_of(actor, actor.person_id)
        await removals.written_by(actor, actor.person_id)
        await give_up_places(actor)
        await privacy.erase(actor.session, actor.person_id)


def _readable(vault: Vault, value: Any) -> Any:
    if isinstance(value, bytes):
        try:
            return vault.decrypt(value)
        except WrongKey:  # lost by the operator: the rest is theirs all the same
            return "(encrypted)"
    return value.isoformat() if isinstance(value, datetime | date | time) else str(value)
