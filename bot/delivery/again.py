"""The one loop by which everything that Telegram does not answer is tried again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

Result = TypeVar("Result")
PauseAfter = Callable[[Exception, int], float | None]
"""How many seconds to wait after a failure, before which there were so many others; None: try no more."""

AWAY = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter)
"""Not what Telegram thinks of the call: another try may go better."""


class Stopped(Exception):
    """It was time to stop before it succeeded."""


async def again(
    attempt: Callable[[], Awaitable[Result]], pause_after: PauseAfter, stopping: asyncio.Event | None = None
) -> Result:
    """What `attempt` returns in the end. Raises what remains when it is tried no more, or Stopped."""
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
    """What the work returns; None, and the work given up, if it is time to stop."""
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
