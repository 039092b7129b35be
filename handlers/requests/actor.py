"""Gives handlers of help requests who acts, in this transaction: the use cases check the rights with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.types import TelegramObject, User

from bot.usecases.actor import Acting

GIVEN = ("session", "clock", "vault", "rules", "desk", "role", "administrators")


class WhoActs(BaseMiddleware):
    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user: User = data["event_from_user"]
        given = {name: data[name] for name in GIVEN}
        data["acting"] = Acting(person_id=user.id, **given)
        return await handler(event, data)


def make_request_router(name: str) -> Router:
    router = Router(name=name)
    for observer in (router.message, router.callback_query):
        observer.middleware(WhoActs())
    return router
