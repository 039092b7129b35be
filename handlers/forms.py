"""A form in progress: what somebody writes next answers the question that they were asked.

`person.expects` holds the button that asks the question, as topic:item. A message then goes to the message handler of
that topic with that item; any other button or command leaves the form, and its draft is kept.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Message, TelegramObject, User
from sqlalchemy.ext.asyncio import AsyncSession

from bot.views import forms
from db.queries import people
from handlers.asked import UNKNOWN

NEXT = "expects"  # in the session's info: what stands in the row is changed once, when the handler is done


class FormInProgress(BaseMiddleware):
    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        session: AsyncSession = data["session"]
        expects: str | None = data["expects"]
        topic, _, item = (expects or "").partition(":")
        answers = bool(expects) and isinstance(event, Message) and _is_free(data)
        if answers:
            data["topic"], data["item"] = topic, item
        session.info[NEXT] = expects if answers else None
        screens = await handler(event, data)
        if (asked := session.info.pop(NEXT)) != expects:
            user: User = data["event_from_user"]
            await people.expect(session, user.id, asked)
        elsewhere = not answers and not data["topic"].startswith(topic.partition(".")[0])
        if expects and elsewhere and asked is None and isinstance(screens, list):
            return [*screens, forms.kept(data["speech"], expects)]
        return screens


def _is_free(data: dict[str, Any]) -> bool:
    """Neither a button of the keyboard nor a command."""
    return bool(data["topic"] == UNKNOWN and data["item"] != "command")


def expect(session: AsyncSession, topic: str, item: str) -> None:
    """What this person writes next goes to that topic."""
    session.info[NEXT] = f"{topic}:{item}"


def expect_nothing(session: AsyncSession) -> None:
    """The question is answered."""
    session.info[NEXT] = None
