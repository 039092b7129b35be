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


class FormInProgress(BaseMiddleware):
    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        expects: str | None = data["expects"]
        if not expects:
            return await handler(event, data)
        topic, _, item = expects.partition(":")
        if isinstance(event, Message) and data["topic"] == UNKNOWN and data["item"] != "command":
            data["topic"], data["item"] = topic, item
            return await handler(event, data)
        user: User = data["event_from_user"]
        await people.expect(data["session"], user.id, None)
        screens = await handler(event, data)
        if isinstance(screens, list) and not data["topic"].startswith(topic.partition(".")[0]):
            return [*screens, forms.kept(data["speech"], expects)]
        return screens


async def expect(session: AsyncSession, user: User | None, topic: str, item: str) -> None:
    """What this person writes next goes to that topic."""
    assert user is not None
    await people.expect(session, user.id, f"{topic}:{item}")


async def expect_nothing(session: AsyncSession, user: User | None) -> None:
    """The question is answered."""
    assert user is not None
    await people.expect(session, user.id, None)
