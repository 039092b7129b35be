"""The retry loop for all calls to Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

Result = TypeVar("Result")
PauseAfter = Callable[[Exception, int], float | None]
"""Given the error and how many failures came before it: seconds to wait until the next try, or None to give up."""

AWAY = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter)
"""Telegram did not judge the call itself: another try may succeed."""


class Stopped(Exception):
    """The process is stopping, and the call had not succeeded yet."""


async def again(
    attempt: Callable[[], Awaitable[Result]], pause_after: PauseAfter, stopping: asyncio.Event | None = None
) -> Result:
    """What `attempt` returns in the end. Raises the last error once `pause_after` gives up, or Stopped."""
    failures = 0
    while stopping is None or not stopping.is_set():
        try:
            return await attempt()
        except Exception as error:
            pause = pause_after(error, failures)
            if pause is None:
                raise
        failures += 1
        await unless(stopping, asyncio.sleep(pause))
    raise Stopped


def next_pause(error: Exception, pauses: Sequence[float], failures: int) -> float:
    """The seconds that Telegram asks for; otherwise the next of `pauses`, of which the last one stays."""
    if isinstance(error, TelegramRetryAfter):
        return float(error.retry_after)
    return pauses[min(failures, len(pauses) - 1)]


async def unless(stopping: asyncio.Event | None, work: Coroutine[Any, Any, Result]) -> Result | None:
    """What the work returns; None, with the work cancelled, if the process is to stop."""
    if stopping is None:
        return await work
    tasks = asyncio.ensure_future(work), asyncio.ensure_future(stopping.wait())
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return tasks[0].result() if tasks[0].done() else None
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
