"""Calls to Telegram: the HTTP client session, and how often a call is tried again while somebody waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, TypeVar

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramForbiddenError, TelegramServerError
from aiogram.methods import Response, TelegramMethod
from aiogram.types import Message

from bot.delivery.again import AWAY, Stopped, again, next_pause

log = structlog.get_logger()
Result = TypeVar("Result")

# Ours. Where Telegram itself says how long to wait (`retry_after`), that counts instead.
PAUSES = (0.3, 1.0, 3.0)  # seconds before the second, third and fourth try
LONGER_PAUSES = (2.0, 4.0, 8.0, 16.0, 30.0)  # the same where nothing goes on without Telegram
PATIENCE = 10  # seconds: who waits longer than this for an answer has put the phone away
# pydantic forgets a generic model that nobody holds, and builds it anew after each garbage collection.
HELD = (Response[Message], Response[Message | bool], Response[bool])


class BotApiSession(AiohttpSession):
    """aiogram's HTTP client session. A gateway's error page counts as Telegram being away, and an answer that cannot
    be read is not quoted in the error."""

    def check_response(self, bot: Bot, method: TelegramMethod[Any], status_code: int, content: str) -> Response[Any]:
        if status_code >= 500:
            raise TelegramServerError(method=method, message=f"status {status_code}")
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError:  # holds the whole answer, and with it who was written to
            raise TelegramAPIError(method=method, message="an answer that cannot be read") from None


async def call(bot: Bot, method: TelegramMethod[Result]) -> Result | TelegramAPIError:
    """The result, or the error that remained. Nothing of the message goes to the log."""
    try:
        return await again(lambda: bot(method), _patiently)
    except TelegramAPIError as error:
        return error


def _patiently(error: Exception, failures: int) -> float | None:
    if not isinstance(error, AWAY) or failures == len(PAUSES):
        return None
    pause = next_pause(error, PAUSES, failures)
    return pause if pause <= PATIENCE else None


async def insist(attempt: Callable[[], Awaitable[Result]], stopping: asyncio.Event) -> Result | None:
    """Try until Telegram answers, or until it is time to stop (then None). What Telegram refuses is raised."""
    with suppress(Stopped):
        return await again(attempt, _stubbornly, stopping)
    return None


def _stubbornly(error: Exception, failures: int) -> float | None:
    if not isinstance(error, AWAY):
        return None
    log.warning("cannot reach Telegram, trying again", failure=type(error).__name__)
    return next_pause(error, LONGER_PAUSES, failures)


def note(error: TelegramAPIError) -> None:
    """What remained, for the operator: the kind of failure, not what was said to whom."""
    if isinstance(error, TelegramForbiddenError):
        log.info("answer not delivered: the bot is blocked")
        return
    log.warning("answer not delivered", failure=type(error).__name__, method=type(error.method).__name__)
