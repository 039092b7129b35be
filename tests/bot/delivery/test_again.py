"""What fails is tried again, at the pace that its failures ask for, until it succeeds or it is time to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import GetMe
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.again import Stopped, again, next_pause, unless

AWAY = TelegramNetworkError(GetMe(), "no connection")
FLOOD = TelegramRetryAfter(GetMe(), "flood", retry_after=7)
PAUSES = (0.5, 1.0, 2.0)


@pytest.fixture(autouse=True)
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waited: list[float] = []

    async def note(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr("bot.delivery.again.asyncio.sleep", note)
    return waited


def failing(*failures: Exception) -> Callable[[], Awaitable[str]]:
    """Fails in these ways, one after the other, and then succeeds."""
    left = list(failures)

    async def attempt() -> str:
        if left:
            raise left.pop(0)
        return "done"

    return attempt


def for_ever(error: Exception, failures: int) -> float:
    return next_pause(error, PAUSES, failures)


async def test_it_is_tried_until_it_succeeds_and_telegram_is_given_the_time_it_asks_for(waited: list[float]) -> None:
    assert await again(failing(AWAY, FLOOD, AWAY, AWAY, AWAY), for_ever) == "done"
    assert waited == [0.5, 7.0, 2.0, 2.0, 2.0]


async def test_what_need_not_be_tried_again_is_raised(waited: list[float]) -> None:
    with pytest.raises(TelegramRetryAfter):
        await again(failing(AWAY, FLOOD), lambda error, _failures: None if error is FLOOD else 1.0)
    assert waited == [1.0]


@pytest.mark.parametrize("waiting", [True, False])
async def test_when_it_is_time_to_stop_it_is_tried_no_more(
    waiting: bool, waited: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    stopping, tries = asyncio.Event(), 0

    async def stop(seconds: float) -> None:
        waited.append(seconds)
        stopping.set()
        await asyncio.Event().wait()

    async def attempt() -> None:
        nonlocal tries
        tries += 1
        raise AWAY

    monkeypatch.setattr("bot.delivery.again.asyncio.sleep", stop)
    if not waiting:
        stopping.set()
    with pytest.raises(Stopped):
        await again(attempt, for_ever, stopping)
    assert (tries, waited) == ((1, [0.5]) if waiting else (0, []))


async def test_what_is_given_up_is_cancelled() -> None:
    stopping, cancelled = asyncio.Event(), asyncio.Event()

    async def work() -> bool:
        try:
            stopping.set()
            return await asyncio.Event().wait()
        finally:
            cancelled.set()

    assert await unless(stopping, work()) is None
    assert cancelled.is_set()


@given(st.lists(st.floats(0, 60), min_size=1), st.integers(0, 10_000))
def test_the_last_pause_stays_for_ever(pauses: list[float], failures: int) -> None:
    assert next_pause(AWAY, pauses, failures) == [*pauses, *[pauses[-1]] * failures][failures]
    assert next_pause(FLOOD, pauses, failures) == 7
