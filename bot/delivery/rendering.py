"""Taken notices become letters: each in the language of its reader as it is at this moment."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram.methods import DeleteMessage, SetMyCommands, TelegramMethod
from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery.removal import taking_away
from bot.delivery.screens import command_list, editing, sending
from bot.delivery.still_open import still_news
from bot.domain.notices import TAKEN_AWAY, Failure, State
from bot.i18n import Speech, spoken
from bot.usecases.desk import Desk, DeskCache
from bot.views.notices import Renderer
from db.models.notices import Notice
from db.queries.notices import deliveries
from db.queries.notices.deliveries import Result, over

log = structlog.get_logger()

ReadBroadcast = Callable[[AsyncSession, int], Awaitable[Any]]
"""What the renderers of a broadcast's notices need of it, by its id."""


@dataclass(frozen=True)
class Letter:
    notice: Notice
    method: TelegramMethod[Any]
    commands: SetMyCommands | None = None
    """Sent after it: a new role has other commands."""

    @property
    def counts(self) -> bool:
        """Against what Telegram allows in one chat: a deletion does not."""
        return not isinstance(self.method, DeleteMessage)


class Writer:
    def __init__(
        self,
        speeches: Mapping[str, Speech],
        renderers: Mapping[str, Renderer],
        read_broadcast: ReadBroadcast,
        paid: bool,
    ) -> None:
        """`paid`: bulk goes faster than Telegram allows for free."""
        self._speeches = speeches
        self._renderers = renderers
        self._read_broadcast = read_broadcast
        self._paid = paid
        self._desks = DeskCache()

    async def write(self, session: AsyncSession, taken: Sequence[Notice]) -> tuple[list[Letter], list[Result]]:
        """The letters in the same order, and what became of the notices that make none."""
        desk = await self._desks.read(session)
        taken, results = await still_news(session, taken)
        readers = await deliveries.readers(session, {notice.chat_id for notice in taken})
        numbers = {notice.broadcast_id for notice in taken if notice.broadcast_id is not None}
        broadcasts = {number: await self._read_broadcast(session, number) for number in numbers}
        letters: list[Letter] = []
        for notice in taken:
            reader = readers.get(notice.chat_id)
            if reader and reader.unreachable_at:
                results.append(over(notice, State.UNREACHABLE))
                continue
            speech = self._speech(desk, reader.language if reader else None)
            broadcast = broadcasts.get(notice.broadcast_id) if notice.broadcast_id is not None else None
            made = self._letter(notice, speech, desk, broadcast)
            if isinstance(made, Letter):
                letters.append(made)
            else:
                results.append(made)
        return letters, results

    def _letter(self, notice: Notice, speech: Speech, desk: Desk, broadcast: Any) -> Letter | Result:
        try:
            screen = self._renderers[notice.kind](speech, desk, notice, broadcast)
        except Exception as error:  # one that cannot be written must not hold up all the others
            log.error("notice cannot be rendered", kind=notice.kind, exc_info=error)
            return over(notice, State.FAILED, failure=Failure.RENDERING)
        if screen is None:
            return over(notice, State.CANCELLED)
        if notice.kind == TAKEN_AWAY:
            return Letter(notice, taking_away(notice, screen))
        if notice.message_id is not None:
            return Letter(notice, editing(notice.chat_id, notice.message_id, screen))
        message: TelegramMethod[Any] = sending(notice.chat_id, screen)
        if self._paid and notice.bulk:
            message = message.model_copy(update={"allow_paid_broadcast": True})
        return Letter(notice, message, command_list(notice.chat_id, screen) if screen.commands else None)

    def _speech(self, desk: Desk, chosen: str | None) -> Speech:
        organization = desk.directory.organization
        offered = {code: self._speeches[code] for code in organization.languages}
        return spoken(offered, chosen) or self._speeches[organization.default_language]
