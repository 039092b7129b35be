"""Around every update: one transaction, then who wrote and in which language they read."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import BaseMiddleware
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import Chat, TelegramObject, Update, User

from bot.delivery.answer import Answer
from bot.domain.clock import Clock
from bot.domain.errors import NothingToAnswer
from bot.domain.roles import effective_role
from bot.i18n import SOURCE, Speech, spoken
from bot.usecases.actor import Actor
from bot.usecases.desk import DeskCache
from bot.views.reader import Reader
from db.queries import people, updates
from db.session import Sessions
from handlers.errors import in_words

log = structlog.get_logger()
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class UnitOfWork(BaseMiddleware):
    """Takes an update once, in one transaction with all that it causes; answers when that is committed.

    An update that fails counts as taken, and the person is told. If not even that can be written down, the database
    is away: the error goes up, and the update is not confirmed to Telegram.
    """

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> None:
        assert isinstance(event, Update)
        clock: Clock = data["clock"]
        answer: Answer = data["answer"]
        data["now"] = clock.now()
        try:
            screens = await self._once(handler, event, data)
        except Exception as error:
            if "speech" not in data:  # nothing was written yet: not even the update could be taken
                raise
            await self._once(_forgets_question if isinstance(error, NothingToAnswer) else _nothing, event, data)
            screens = [in_words(error, data["speech"])]
        if isinstance(screens, list):
            await answer(event, screens)

    async def _once(self, handler: Handler, update: Update, data: dict[str, Any]) -> Any:
        sessions: Sessions = data["sessions"]
        async with sessions.begin() as session:
            data["session"] = session
            if not await updates.take(session, update.update_id, data["now"]):
                log.info("update skipped, it had been taken before")
                return None
            result = await handler(update, data)
            actor: Actor | None = data.get("actor")
        if actor and actor.notices.written:
            due: asyncio.Event = data["due"]
            due.set()
        return result


async def _nothing(_event: TelegramObject, _data: dict[str, Any]) -> None:
    """An update that failed leaves nothing but the note that it was taken."""


async def _forgets_question(_event: TelegramObject, data: dict[str, Any]) -> None:
    """What they write next is free text again."""
    user: User = data["event_from_user"]
    await people.expect(data["session"], user.id, None)


class WhoWrites(BaseMiddleware):
    """Gives handlers who acts (`actor`) and who reads (`reader`), and whether they have `chosen` that language."""

    def __init__(self, speeches: dict[str, Speech]) -> None:
        self._speeches = speeches

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        user: User | None = data.get("event_from_user")
        chat: Chat | None = data.get("event_chat")
        if user is None or user.is_bot or chat is None or chat.type != ChatType.PRIVATE:
            return None  # the bot talks to people one by one, where nobody else reads along
        if isinstance(event, Update) and event.my_chat_member:
            if event.my_chat_member.new_chat_member.status == ChatMemberStatus.KICKED:
                await people.leave(data["session"], user.id, data["now"])
            return None
        desks: DeskCache = data["desks"]
        data["speeches"] = self._speeches
        data["speech"] = spoken(self._speeches, user.language_code) or self._speeches[SOURCE]
        arrival = await people.arrive(data["session"], user.id, data["now"])
        named = user.id in data["administrators"]
        deactivated = arrival.deactivated_at is not None and not named
        data["role"] = effective_role(arrival.role, deactivated, named)
        data["expects"] = arrival.expects
        desk = data["desk"] = await desks.read(data["session"], arrival.revision)
        organization = desk.directory.organization
        offered = {code: self._speeches[code] for code in organization.languages}
        proposed = spoken(offered, user.language_code) or self._speeches[organization.default_language]
        data["speech"] = spoken(offered, arrival.language) or proposed
        data["chosen"] = arrival.language in offered
        data["actor"] = Actor(
            data["session"],
            data["now"],
            data["vault"],
            data["policy"],
            desk,
            user.id,
            data["role"],
            data["administrators"],
            deactivated,
        )
        data["reader"] = Reader(data["speech"], desk, data["role"], data["now"])
        return await handler(event, data)
