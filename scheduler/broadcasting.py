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
from bot.domain.clock import Clock
from bot.i18n import Speech, spoken
from bot.usecases.broadcasts import sending as usecase
from bot.usecases.broadcasts.sending import Progress
from bot.usecases.desk import DeskCache
from bot.views.broadcasts import sending as views
from db.queries import people
from db.session import Sessions


class Broadcasting:
    """Two jobs; several processes may run them side by side."""

    def __init__(
        self,
        bot: Bot,
        sessions: Sessions,
        clock: Clock,
        speeches: Mapping[str, Speech],
        pacer: Pacer,
        due: asyncio.Event,
    ) -> None:
        """`due` is set when copies were written."""
        self._bot = bot
        self._sessions = sessions
        self._clock = clock
        self._speeches = speeches
        self._pacer = pacer
        self._due = due
        self._desks = DeskCache()

    async def start(self) -> None:
        """Writes the copies of the broadcasts that are due; in quiet hours they wait for the morning."""
        started, more = 0, True
        while more:
            async with self._sessions.begin() as session:
                organization = (await self._desks.read(session)).directory.organization
                now = self._clock.now()
                started += await usecase.start_due(session, organization, now)
                more = await usecase.rest_at_night(session, organization, now)
        if started:
            self._due.set()

    async def show_progress(self) -> None:
        """Brings each progress message up to date, at most every three seconds."""
        await self._clear()
        async with self._sessions.begin() as session:
            waiting = await usecase.to_report(session, self._clock.now())
        for broadcast_id in waiting:
            await self._show(broadcast_id)

    async def _clear(self) -> None:
        """What stopped broadcasts left: a transaction after the other, between which others get their turn."""
        more = True
        while more:
            async with self._sessions.begin() as session:
                more = await usecase.clear(session, self._clock.now())
            await asyncio.sleep(0)

    async def _show(self, broadcast_id: int) -> None:
        async with self._sessions.begin() as session:
            organization = (await self._desks.read(session)).directory.organization
            seen = await usecase.next_report(session, broadcast_id, organization, self._clock.now())
            if seen is None:
                return  # another process does
            language = await people.language(session, seen.broadcast.author_id)
        speech = spoken(self._speeches, language) or self._speeches[organization.default_language]
        outcome = await self._say(seen, speech)
        if isinstance(outcome, TelegramAPIError):
            note(outcome)
        async with self._sessions.begin() as session:
            await usecase.reported(session, seen, *_remembered(seen, outcome), self._clock.now())

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
