"""What is asked: a command, a key of the keyboard or a button, decoded once into a tap by one look into a dict."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram import BaseMiddleware
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.i18n import Speech
from bot.views.broadcasts.taps import StopAnnouncements
from bot.views.labels import label
from bot.views.menu import ALL_COMMANDS, ALL_KEYBOARDS
from bot.views.menu_taps import ShowMenu
from bot.views.taps import Tap, tap_in

STOP = "stop"  # also as a word: so people end messages everywhere
COMMAND, OLD = "command", "old"

# Filters are coroutines throughout: aiogram runs any other in a thread, which costs more than the rest of routing.


class On(Filter):
    """For handlers of one kind of tap, given to them as `tap`: also for the message that answers its question."""

    def __init__(self, kind: type[Tap]) -> None:
        self.kind = kind

    async def __call__(self, event: TelegramObject, tap: Tap | None) -> bool:
        return type(tap) is self.kind


class DecodesTap(BaseMiddleware):
    """Gives handlers the `tap`; and where there is none, the `kind` of message: Telegram's content type, or COMMAND for
    a command that is none of ours, or OLD for a button that is none of today's."""

    def __init__(self, speeches: Mapping[str, Speech]) -> None:
        # Keyboards in every language work: somebody may still see the one from before they changed language.
        ways = {way for line in ALL_KEYBOARDS for way in line}
        self._keys = {label(speech, way): way() for way in ways for speech in speeches.values()}

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if isinstance(event, CallbackQuery):
            data["tap"], data["kind"] = tap_in(event.data), OLD
        elif isinstance(event, Message):
            data["tap"], data["kind"] = self._said(event)
        return await handler(event, data)

    def _said(self, message: Message) -> tuple[Tap | None, str]:
        text = message.text
        if text is None:
            return None, message.content_type
        if key := self._keys.get(text):
            return key, message.content_type
        if text.strip(" .!").lower() == STOP:
            return StopAnnouncements(), message.content_type
        if not text.startswith("/"):
            return None, message.content_type
        command, _, parameter = text[1:].partition(" ")
        way = ALL_COMMANDS.get(command.partition("@")[0].lower())
        if way is ShowMenu:
            return ShowMenu(parameter.strip()), COMMAND
        return way() if way else None, COMMAND
