"""Messages in which something private stands go from chats earlier than in two days."""

from __future__ import annotations

from collections.abc import Sequence

from bot.usecases.actor import Actor
from db.models.requests import HelpRequest
from db.queries.requests import removals


async def from_requests(actor: Actor, requests: Sequence[HelpRequest]) -> None:
    """What was private about them, from every chat: who still may, looks again."""
    if requests:
        actor.notices.written = True
        await removals.from_requests(actor.session, actor.now, requests)


async def from_chat(actor: Actor, person_id: int, request_id: int | None = None) -> None:
    """What this person was shown, of one request or of all."""
    actor.notices.written = True
    await removals.from_chat(actor.session, actor.now, person_id, request_id)


async def written_by(actor: Actor, person_id: int) -> None:
    """What they wrote to the other through the bot; and the notices forget who wrote it."""
    actor.notices.written = True
    await removals.written_by(actor.session, actor.now, person_id)
