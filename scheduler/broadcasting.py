"""Broadcasts start when they are due, and one message tells the coordinator how far each is."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import Message

from bot.delivery.client import call, note
from bot.delivery.pacing import Pacer
from bot.delivery.screens import editing, sending
from bot.i18n import Speech, spoken
from bot.usecases.broadcasts.progress import Progress
from bot.usecases.broadcasts.running import RunningBroadcasts
from bot.views.broadcasts import sending as views
from db.queries import people
from scheduler.by_itself import ByItself


class Broadcasting:
    """Two jobs; several processes may run them side by side."""

    def __init__(self, bot: Bot, by_itself: ByItself, speeches: Mapping[str, Speech], pacer: Pacer) -> None:
        self._bot = bot
        self._by_itself = by_itself
        self._speeches = speeches
        self._pacer = pacer

    async def start(self) -> None:
        """Writes the copies of the broadcasts that are due; in quiet hours they wait for the morning."""
        more = True
        while more:
            async with self._by_itself.transaction() as actor:
                await RunningBroadcasts(actor).start_due()
                more = await RunningBroadcasts(actor).rest_at_night()

    async def show_progress(self) -> None:
        """Brings each progress message up to date, at most every three seconds."""
        await self._clear()
        async with self._by_itself.transaction() as actor:
            waiting = await RunningBroadcasts(actor).to_report()
        for broadcast_id in waiting:
            await self._show(broadcast_id)

    async def _clear(self) -> None:
        """What stopped broadcasts left: a transaction after the other, between which others get their turn."""
        more = True
        while more:
            async with self._by_itself.transaction() as actor:
                more = await RunningBroadcasts(actor).clear()
            await asyncio.sleep(0)

    async def _show(self, broadcast_id: int) -> None:
        async with self._by_itself.transaction() as actor:
            seen = await RunningBroadcasts(actor).next_report(broadcast_id)
            if seen is None:
                return  # another process does
            language = await people.language(actor.session, seen.broadcast.author_id)
        default = self._speeches[actor.desk.directory.organization.default_language]
        speech = spoken(self._speeches, language) or default
        outcome = await self._say(seen, speech)
        if isinstance(outcome, TelegramAPIError):
            note(outcome)
        async with self._by_itself.transaction() as actor:
            await RunningBroadcasts(actor).reported(seen, *_remembered(seen, outcome))

    async def _say(self, seen: Progress, speech: Speech) -> Any:
        screen = views.report(speech, seen) if seen.over else views.progress(speech, seen)
        chat_id, message_id = seen.broadcast.author_id, seen.broadcast.progress_message_id
        await self._pacer.answering(chat_id)
        method = editing(chat_id, message_id, screen) if message_id else sending(chat_id, screen)
        return await call(self._bot, method)


def _remembered(seen: Progress, outcome: Any) -> tuple[int | None, bool]:
    """The message to change the next time (None: a new one), and whether the coordinator has what was to be said."""
    message_id = seen.broadcast.progress_message_id
    if isinstance(outcome, TelegramBadRequest) and "message is not modified" not in outcome.message:
        return None, False  # deleted meanwhile
    if isinstance(outcome, TelegramForbiddenError):
        return message_id, True  # nobody to tell it to
    told = not isinstance(outcome, TelegramAPIError) or isinstance(outcome, TelegramBadRequest)
    return outcome.message_id if isinstance(outcome, Message) else message_id, told
