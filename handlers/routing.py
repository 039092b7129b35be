"""What is asked: a command, a button of the keyboard, or a tap, each looked up once and not by fifty filters."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram import BaseMiddleware
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.delivery.buttons import Show
from bot.i18n import Speech
from bot.views.menu import ALL_COMMANDS, ALL_KEYBOARDS
from bot.views.screen import label

OLD, UNKNOWN = "old", "unknown"
STOP = "stop"  # also as a word: so people end messages everywhere


class Topic(Filter):
    """Passes what is asked on to the handler of that topic."""

    def __init__(self, topic: str) -> None:
        self.topic = topic

    async def __call__(self, event: TelegramObject, topic: str) -> bool:
        return topic == self.topic


class WhatIsAsked(BaseMiddleware):
    """Gives handlers `topic` and `item`; for what is not understood, `item` is the kind of message."""

    def __init__(self, speeches: Mapping[str, Speech]) -> None:
        # Keyboards in every language work: somebody may still see the one from before they changed language.
        topics = (topic for line in ALL_KEYBOARDS for topic in line)
        self._buttons = {label(speech, topic): topic for topic in topics for speech in speeches.values()}

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if isinstance(event, CallbackQuery):
            data["topic"], data["item"] = _tapped(event.data)
        elif isinstance(event, Message):
            data["topic"], data["item"] = self._said(event)
        return await handler(event, data)

    def _said(self, message: Message) -> tuple[str, str]:
        if message.text is None:
            return UNKNOWN, message.content_type
        if topic := self._buttons.get(message.text):
            return topic, ""
        if message.text.strip(" .!").lower() == STOP:
            return STOP, ""
        if not message.text.startswith("/"):
            return UNKNOWN, "text"
        command, _, item = message.text[1:].partition(" ")
        topic = ALL_COMMANDS.get(command.partition("@")[0].lower())
        return (topic, item.strip()) if topic else (UNKNOWN, "command")


def _tapped(packed: str | None) -> tuple[str, str]:
    try:
        show = Show.unpack(packed or "")
    except (TypeError, ValueError):
        return OLD, ""
    return show.topic, show.item
