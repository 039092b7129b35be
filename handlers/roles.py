"""Who may use which buttons and commands: a filter on the parent router, so that no handler can forget it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.filters import Filter
from aiogram.types import TelegramObject, User

from bot.domain.roles import COORDINATOR, at_least
from bot.usecases.broadcasts import Broadcasts
from bot.usecases.sending import Sending


class HasRole(Filter):
    """For whoever has that role, or a higher one; to anybody else these handlers do not exist."""

    def __init__(self, needed: str) -> None:
        self._needed = needed

    async def __call__(self, event: TelegramObject, role: str) -> bool:
        return at_least(role, self._needed)


class AsCoordinator(BaseMiddleware):
    """Gives handlers what coordinators can do; the use cases look at the role once more."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user: User = data["event_from_user"]
        now: datetime = data["now"]
        data["broadcasts"] = Broadcasts(data["session"], now, user.id, data["role"])
        data["sending"] = Sending(data["session"], now, user.id, data["role"])
        return await handler(event, data)


def make_coordinators_router() -> Router:
    """The parent of all that only coordinators can do."""
    router = Router(name="coordinators")
    for observer in (router.message, router.callback_query):
        observer.filter(HasRole(COORDINATOR))
        observer.middleware(AsCoordinator())
    return router
