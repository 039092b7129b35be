"""What it costs to find the handler of a message: the real routers and filters, with handlers that do nothing, and
without what stands around a handler once it is found."""

from __future__ import annotations

import time

from aiogram import Dispatcher
from aiogram.dispatcher.middlewares.manager import MiddlewareManager
from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from benchmarks.updates_of import message

TEXTS = ("/help", "/emergency", "Bonjour")  # found early, found late, and found by no router but the last
RESIDENT = {"role": "resident", "expects": None}  # what the routers' filters ask of the person


async def routing_ms(dispatcher: Dispatcher, times: int) -> float:
    """Milliseconds of this process for the dearest of the texts. The dispatcher's handlers are gone afterwards."""
    for router in dispatcher.chain_tail:
        router.message.middleware = MiddlewareManager()
        for handler in router.message.handlers:
            handler.callback = _nothing
    return max([await _route(dispatcher, text, times) for text in TEXTS])


async def _route(dispatcher: Dispatcher, text: str, times: int) -> float:
    said = Message.model_validate(message(1, 1, text)["message"])
    session = AsyncSession()  # bound to no database
    began = time.process_time()
    for _ in range(times):
        await dispatcher.propagate_event("message", said, session=session, **RESIDENT)
    return (time.process_time() - began) * 1000 / times


async def _nothing(*_args: object, **_kwargs: object) -> None:
    """Instead of a handler."""
