"""Updates come in here, by polling or by webhook, and are confirmed to Telegram only once they are committed."""

from __future__ import annotations

import asyncio
from typing import Any
from weakref import WeakValueDictionary

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update
from pydantic import ValidationError

log = structlog.get_logger()

ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"]


class Receiver:
    """Hands updates to the dispatcher: people side by side, each person's own in the order of arrival."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, **needs: object) -> None:
        """`needs`: what middlewares and handlers ask for by name."""
        self.bot = bot
        self._dispatcher = dispatcher
        self._needs = needs
        # Weak: a person's lock is gone as soon as nobody waits for it.
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def take(self, raw: dict[str, Any]) -> None:
        """Returns when the update has taken effect. Raises if it could not be written down: then it must come again."""
        try:
            update = Update.model_validate(raw, context={"bot": self.bot})
        except ValidationError as error:
            # It would never become readable: confirmed, so that it does not block what comes after it.
            log.error("unreadable update", mistakes=error.error_count(), kinds=sorted(set(raw) - {"update_id"}))
            return
        turn = self._turns.setdefault(_sender(raw), asyncio.Lock())
        async with turn:
            await self._dispatcher.feed_update(self.bot, update, **self._needs)


def by_sender(batch: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Each person's updates, in the order of arrival."""
    lanes: dict[int, list[dict[str, Any]]] = {}
    for raw in batch:
        lanes.setdefault(_sender(raw), []).append(raw)
    return list(lanes.values())


def _sender(raw: dict[str, Any]) -> int:
    """Whose update it is; 0 for nobody's."""
    for value in raw.values():
        if isinstance(value, dict) and isinstance(sender := value.get("from"), dict):
            return int(sender["id"])
    return 0
