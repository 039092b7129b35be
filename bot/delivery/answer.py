"""The answer to an update: what was tapped changes in place, everything else is a new message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.types import CallbackQuery, Message, Update

from bot.delivery.client import call, note
from bot.delivery.pacing import Pacer
from bot.delivery.screens import command_list, editing, sending
from bot.views.screen import Screen

Remember = Callable[[int, int, Screen], Awaitable[None]]
"""Chat and message where something private stands now. Never raises."""


class Answer:
    """Sends screens to the chat that an update came from. Failures are logged; they never raise."""

    def __init__(self, bot: Bot, pacer: Pacer, remember: Remember) -> None:
        self._bot = bot
        self._pacer = pacer
        self._remember = remember

    async def __call__(self, update: Update, screens: list[Screen]) -> None:
        if update.callback_query:
            await self._to_tap(update.callback_query, screens)
        elif update.message:
            for screen in screens:
                await self._send(update.message.chat.id, screen)

    async def _to_tap(self, tap: CallbackQuery, screens: list[Screen]) -> None:
        # The phone shows a spinning wheel until this arrives.
        await self._do(AnswerCallbackQuery(callback_query_id=tap.id))
        first, *more = screens
        if _editable(first) and isinstance(tap.message, Message):
            await self._edit(tap.message, first)
        else:
            more = screens
        for screen in more:
            await self._send(tap.from_user.id, screen)

    async def _edit(self, message: Message, screen: Screen) -> None:
        await self._pacer.answering(message.chat.id)
        failure = await call(self._bot, editing(message.chat.id, message.message_id, screen))
        if isinstance(failure, TelegramBadRequest):
            if "message is not modified" not in failure.message:
                await self._send(message.chat.id, screen)  # deleted meanwhile, or too old to change
        elif isinstance(failure, TelegramAPIError):
            note(failure)

    async def _send(self, chat_id: int, screen: Screen) -> None:
        await self._pacer.answering(chat_id)
        sent = await self._do(sending(chat_id, screen))
        if screen.shows and isinstance(sent, Message):
            await self._remember(chat_id, sent.message_id, screen)
        if screen.commands:
            await self._do(command_list(chat_id, screen))

    async def _do(self, method: TelegramMethod[Any]) -> Any:
        result = await call(self._bot, method)
        if isinstance(result, TelegramAPIError):
            note(result)
        return result


def _editable(screen: Screen) -> bool:
    return not (screen.keyboard or screen.pin or screen.media or screen.file or screen.anew)
