"""Calls to Telegram: tried again while somebody waits, and for ever where nothing goes on without."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError, TelegramNetworkError
from aiogram.methods import GetMe, SendMessage

from bot.delivery.client import LONGER_PAUSES, insist, note

CALL = SendMessage(chat_id=5_000_000_001, text="Zaïnab")


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waited: list[float] = []

    async def note_pause(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr("bot.delivery.again.asyncio.sleep", note_pause)
    return waited


async def test_where_nothing_goes_on_without_telegram_it_is_asked_until_it_answers(waited: list[float]) -> None:
    failures = len(LONGER_PAUSES) + 2

    async def attempt() -> str:
        if len(waited) < failures:
            raise TelegramNetworkError(GetMe(), "away")
        return "here"

    assert await insist(attempt, asyncio.Event()) == "here"
    assert waited == [*LONGER_PAUSES, LONGER_PAUSES[-1], LONGER_PAUSES[-1]]


async def test_what_telegram_refuses_is_raised_at_once(waited: list[float]) -> None:
    async def attempt() -> str:
        raise TelegramBadRequest(GetMe(), "no")

    with pytest.raises(TelegramBadRequest):
        await insist(attempt, asyncio.Event())
    stopping = asyncio.Event()
    stopping.set()
    assert await insist(attempt, stopping) is None, "it is time to stop"
    assert waited == []


@pytest.mark.parametrize(
    ("error", "level"),
    [(TelegramForbiddenError(CALL, "blocked"), "info"), (TelegramBadRequest(CALL, "bad"), "warning")],
)
def test_the_log_says_what_failed_and_not_what_was_said(logged: list[Any], error: TelegramAPIError, level: str) -> None:
    note(error)
    (entry,) = logged
    assert entry["log_level"] == level
    assert not any(word in str(entry) for word in ("Zaïnab", "5000000001"))
