"""The private part of a request: for the volunteer who holds it, and for coordinators. Each view is noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import NotAllowed, NotOffered
from bot.domain.requests import ASKED_AFTER, RequestState
from bot.usecases.actor import Actor
from bot.usecases.requests import removals
from bot.usecases.requests.transitions import find
from db.models.requests import HelpRequest, PrivateView
from db.queries.requests import appointments, private_parts, requests
from db.queries.requests import removals as removal_queries

SHOWN_FOR = timedelta(hours=47)
"""Telegram deletes what is at most 48 hours old. Who still holds the request may look again."""


@dataclass(frozen=True)
class Seen:
    request: HelpRequest
    fields: dict[str, str]
    """Some of bot.domain.requests.PRIVATE_FIELDS; empty once it is purged."""
    debrief: str | None
    appointments: Sequence[tuple[datetime, str]]
    """Those that are not over, with their places; empty where nobody has said."""


class PrivateParts:
    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._session = actor.session

    async def view(self, request_id: int) -> Seen:
        """Noted in the audit log, in the same transaction. NotAllowed for everybody else; NotOffered."""
        request = await find(self._actor, request_id)
        self._may_view(request)
        private_parts.note_view(self._session, request_id, self._actor.person_id, self._actor.now)
        secret = await private_parts.read(self._session, request_id)
        vault = self._actor.vault
        debrief = vault.decrypt(request.debrief)["debrief"] if request.debrief else None
        coming = await appointments.of(self._session, [request_id], self._actor.now - ASKED_AFTER)
        places = [(one.at, vault.decrypt(one.place)["place"] if one.place else "") for one in coming]
        return Seen(request, vault.decrypt(secret) if secret else {}, debrief, places)

    async def take_away(self, request_id: int) -> HelpRequest:
        """From this person's own chat, because they have read it. NotOffered."""
        request = await find(self._actor, request_id)
        if request.state == RequestState.DRAFT:
            raise NotOffered
        await removals.from_chat(self._actor, self._actor.person_id, request_id)
        return request

    async def views(self, request_id: int) -> Sequence[PrivateView]:
        """Who saw it when, the latest first. For coordinators."""
        self._actor.as_coordinator()
        return await private_parts.views(self._session, request_id)

    def _may_view(self, request: HelpRequest) -> None:
        holds = request.state == RequestState.CLAIMED and request.holder_id == self._actor.person_id
        if holds and self._actor.is_volunteer:
            return
        if request.state == RequestState.DRAFT or not self._actor.is_coordinator:
            raise NotAllowed


async def remember_shown(
    session: AsyncSession,
    now: datetime,
    chat_id: int,
    message_id: int,
    request_id: int,
    code: str,
    as_of: datetime,
    media: str | None,
) -> None:
    """This message shows the private part as of that change of state. It goes while Telegram still deletes it, or at
    the next change: if there has been one meanwhile, now."""
    request = await requests.lock(session, request_id)
    unchanged = request is not None and request.changed_at == as_of
    due_at = now + (SHOWN_FOR if unchanged else timedelta())
    about = {"request": request_id, "code": code, "media": media}
    await removal_queries.add(session, chat_id, message_id, about, due_at)
