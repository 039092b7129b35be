"""Notices that were taken become calls to Telegram, each in the language that its reader has at this moment."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from aiogram.methods import DeleteMessage, SetMyCommands, TelegramMethod
from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery.removal import taking_away
from bot.delivery.screens import command_list, editing, sending
from bot.delivery.still_open import still_news
from bot.domain.notices import Failure, NoticeKind, NoticeState
from bot.domain.roles import RESIDENT, effective_role
from bot.i18n import Speech, spoken
from bot.usecases.desk import Desk, DeskCache
from bot.views.notices import View
from bot.views.reader import Reader
from db.models.notices import Notice
from db.queries.notices import deliveries
from db.queries.notices.deliveries import Recipient, Result, over

log = structlog.get_logger()

ReadBroadcast = Callable[[AsyncSession, int], Awaitable[Any]]
"""What the views of a broadcast's notices need of it, by its id."""


@dataclass(frozen=True)
class OutgoingMessage:
    notice: Notice
    method: TelegramMethod[Any]
    commands: SetMyCommands | None = None
    """Sent after it: a new role has other commands."""

    @property
    def counts(self) -> bool:
        """Against what Telegram allows in one chat: a deletion does not."""
        return not isinstance(self.method, DeleteMessage)


class Renderer:
    def __init__(
        self,
        speeches: Mapping[str, Speech],
        views: Mapping[NoticeKind, View],
        read_broadcast: ReadBroadcast,
        paid: bool,
    ) -> None:
        """`paid`: bulk goes faster than Telegram allows for free."""
        self._speeches = speeches
        self._views = views
        self._read_broadcast = read_broadcast
        self._paid = paid
        self._desks = DeskCache()

    async def render(
        self, session: AsyncSession, taken: Sequence[Notice], now: datetime
    ) -> tuple[list[OutgoingMessage], list[Result]]:
        """The messages in the same order, and what became of the notices of which there is none."""
        desk = await self._desks.read(session)
        taken, results = await still_news(session, taken)
        people = await deliveries.readers(session, {notice.chat_id for notice in taken})
        numbers = {notice.broadcast_id for notice in taken if notice.broadcast_id is not None}
        broadcasts = {number: await self._read_broadcast(session, number) for number in numbers}
        messages: list[OutgoingMessage] = []
        for notice in taken:
            person = people.get(notice.chat_id)
            if person and person.unreachable_at:
                results.append(over(notice, NoticeState.UNREACHABLE))
                continue
            broadcast = broadcasts.get(notice.broadcast_id) if notice.broadcast_id is not None else None
            made = self._message(notice, self._reader(desk, person, now), broadcast)
            if isinstance(made, OutgoingMessage):
                messages.append(made)
            else:
                results.append(made)
        return messages, results

    def _message(self, notice: Notice, reader: Reader, broadcast: Any) -> OutgoingMessage | Result:
        try:
            screen = self._views[NoticeKind(notice.kind)](reader, notice, broadcast)
        except Exception as error:  # one that cannot be written must not hold up all the others
            log.error("notice cannot be rendered", kind=notice.kind, exc_info=error)
            return over(notice, NoticeState.FAILED, failure=Failure.RENDERING)
        if screen is None:
            return over(notice, NoticeState.CANCELLED)
        if notice.kind == NoticeKind.REQUEST_TAKEN_AWAY:
            return OutgoingMessage(notice, taking_away(notice, screen))
        if notice.message_id is not None:
            return OutgoingMessage(notice, editing(notice.chat_id, notice.message_id, screen))
        message: TelegramMethod[Any] = sending(notice.chat_id, screen)
        if self._paid and notice.bulk:
            message = message.model_copy(update={"allow_paid_broadcast": True})
        return OutgoingMessage(notice, message, command_list(notice.chat_id, screen) if screen.commands else None)

    def _reader(self, desk: Desk, person: Recipient | None, now: datetime) -> Reader:
        """A group reads as a resident does, in the organization's language."""
        organization = desk.directory.organization
        offered = {code: self._speeches[code] for code in organization.languages}
        chosen = spoken(offered, person.language) if person else None
        role = effective_role(person.role, person.deactivated_at is not None, in_settings=False) if person else RESIDENT
        return Reader(chosen or self._speeches[organization.default_language], desk, role, now)
