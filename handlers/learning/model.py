"""The model that reads what people write."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.understanding.reading import Understanding
from bot.usecases.actor import Actor
from bot.usecases.learning.model_in_use import Learned

Model = Callable[[], Awaitable[Understanding]]


class GivesModel(BaseMiddleware):
    """Gives handlers `model`, which reads the one in use for the services of this desk when it is first needed."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        learned: Learned = data["learned"]
        actor: Actor = data["actor"]
        data["model"] = partial(learned.at_desk, actor.session, data["understanding"], actor.desk)
        return await handler(event, data)
