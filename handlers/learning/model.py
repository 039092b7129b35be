"""The model that reads what people write."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.usecases.actor import Actor
from bot.usecases.learning.model_in_use import Learned


class GivesModel(BaseMiddleware):
    """Gives handlers the `model` in use, for the services of this desk."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        learned: Learned = data["learned"]
        actor: Actor = data["actor"]
        data["model"] = await learned.at_desk(actor.session, data["understanding"], actor.desk)
        return await handler(event, data)
