"""Who may use which buttons and commands: a filter on the parent router, so that no handler can forget it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.filters import Filter
from aiogram.types import TelegramObject

from bot.domain.roles import COORDINATOR, VOLUNTEER, at_least
from bot.usecases.team.profiles import Volunteers, must_accept_charter
from bot.views.reader import Reader
from bot.views.team import joining as team_joining


class HasRole(Filter):
    """For whoever has that role, or a higher one; to anybody else these handlers do not exist."""

    def __init__(self, needed: str) -> None:
        self._needed = needed

    async def __call__(self, event: TelegramObject, role: str) -> bool:
        return at_least(role, self._needed)


class CharterFirst(BaseMiddleware):
    """The charter, before anything else; then handlers are given what the person says of themselves: `volunteer`."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        reader: Reader = data["reader"]
        volunteer = data["volunteer"] = await Volunteers(data["actor"]).read()
        if must_accept_charter(volunteer, reader.organization):
            return [team_joining.charter(reader, reader.role, again=True)]
        return await handler(event, data)


def make_coordinators_router() -> Router:
    """The parent of all that only coordinators can do."""
    router = Router(name="coordinators")
    for observer in (router.message, router.callback_query):
        observer.filter(HasRole(COORDINATOR))
    return router


def make_volunteers_router() -> Router:
    """The parent of all that volunteers do, and whoever has a higher role; none of it before the charter."""
    router = Router(name="volunteers")
    for observer in (router.message, router.callback_query):
        observer.filter(HasRole(VOLUNTEER))
        observer.middleware(CharterFirst())
    return router
