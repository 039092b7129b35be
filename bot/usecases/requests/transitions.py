"""Requests change their state: noted in their history, and what nobody need see any more goes from their chats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement

from bot.domain.errors import NotOffered
from bot.domain.requests import Action
from bot.usecases.actor import Actor
from bot.usecases.requests import removals
from db.models.requests import HelpRequest
from db.queries.requests import events, requests

ENDS_A_VIEW = frozenset(
    {Action.RELEASE, Action.TAKE_BACK, Action.HAND_OVER, Action.CLOSE, Action.CANCEL, Action.EXPIRE}
)
"""After these somebody need not see the private part any more."""


async def find(actor: Actor, request_id: int) -> HelpRequest:
    """Raises NotOffered where there is none."""
    found = await requests.find(actor.session, request_id)
    if found is None:
        raise NotOffered
    return found


async def move(
    actor: Actor,
    request_id: int,
    action: Action,
    *conditions: ColumnElement[bool],
    detail: Mapping[str, Any] | None = None,
    **values: Any,
) -> HelpRequest | None:
    """The request in its new state; None if it was not in a state, or had not the conditions, for that."""
    moved = await _move(actor, action, HelpRequest.id == request_id, *conditions, **values)
    _note(actor, moved, actor.person_id, action, detail or {})
    return moved[0] if moved else None


async def move_all(
    actor: Actor, action: Action, which: ColumnElement[bool], detail: Mapping[str, Any] | None = None
) -> Sequence[HelpRequest]:
    """All of these that can be moved, in their new state. In their history the bot itself has done it."""
    moved = await _move(actor, action, which)
    _note(actor, moved, None, action, detail or {})
    return moved


async def _move(actor: Actor, action: Action, *which: ColumnElement[bool], **values: Any) -> Sequence[HelpRequest]:
    moved = await requests.move(actor.session, actor.now, action, *which, **values)
    if action in ENDS_A_VIEW:
        await removals.from_requests(actor, moved)
    return moved


def _note(
    actor: Actor, moved: Sequence[HelpRequest], who: int | None, action: Action, detail: Mapping[str, Any]
) -> None:
    for request in moved:
        events.note(actor.session, request.id, actor.now, who, action, dict(detail))
