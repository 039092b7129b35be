"""Long polling that confirms a batch only when all of it is committed.

aiogram's own loop confirms before it handles, and loses what was in flight at every stop.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import Any

import structlog
from aiogram.exceptions import TelegramAPIError, TelegramConflictError
from aiogram.methods import GetUpdates

from bot.delivery.again import Stopped, again, next_pause, unless
from bot.updates.receiving import ALLOWED_UPDATES, Receiver, by_sender

log = structlog.get_logger()

WAIT = 30  # seconds that Telegram holds a question for updates open
PAUSES = (0.5, 1, 2, 5, 10, 30)  # seconds after the first, second … failure in a row


class GetRawUpdates(GetUpdates):
    """One update that aiogram cannot read must not hide the others of its batch."""

    __returning__ = list[dict[str, Any]]


async def poll(receiver: Receiver, stopping: asyncio.Event) -> None:
    """Receive until `stopping`; the batch at hand is finished first. What is cancelled earlier comes again."""
    offset: int | None = None
    with suppress(Stopped):
        while True:
            offset = await again(partial(_receive, receiver, offset, stopping), _pause_after, stopping)


async def _receive(receiver: Receiver, offset: int | None, stopping: asyncio.Event) -> int | None:
    """The next offset, by which the batch is confirmed."""
    batch = await unless(stopping, _next_batch(receiver, offset))
    if not batch:
        return offset
    await _take_all(receiver, batch)
    return int(batch[-1]["update_id"]) + 1


async def _take_all(receiver: Receiver, batch: list[dict[str, Any]]) -> None:
    outcomes = await asyncio.gather(*(_in_order(receiver, own) for own in by_sender(batch)), return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome


async def _in_order(receiver: Receiver, updates: list[dict[str, Any]]) -> None:
    """One person's: the first that cannot be written down holds back those after it."""
    for update in updates:
        await receiver.take(update)


async def _next_batch(receiver: Receiver, offset: int | None) -> list[dict[str, Any]]:
    question = GetRawUpdates(offset=offset, timeout=WAIT, limit=100, allowed_updates=ALLOWED_UPDATES)
    answer: Any = await receiver.bot(question, request_timeout=WAIT + 15)
    return list(answer)


def _pause_after(error: Exception, failures: int) -> float:
    if isinstance(error, TelegramConflictError):
        log.error("another program receives with the same token: stop it, or give this one a token of its own")
    elif isinstance(error, TelegramAPIError):
        log.warning("cannot reach Telegram, trying again", failure=type(error).__name__)
    else:
        log.error("updates could not be taken, asking for them again", exc_info=error)
    return next_pause(error, PAUSES, failures)
