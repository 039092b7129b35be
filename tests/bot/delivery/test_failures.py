"""What each refusal of Telegram, and each silence, means for a notice."""

from __future__ import annotations

import pytest
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe

from bot.delivery.failures import AWAY, meaning
from bot.domain.notices import Failure

CALL = GetMe()


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (TelegramForbiddenError(CALL, "blocked"), Failure.BLOCKED),
        (TelegramRetryAfter(CALL, "flood", retry_after=3), Failure.FLOOD),
        (TelegramMigrateToChat(CALL, "moved", migrate_to_chat_id=-2), Failure.MOVED),
        (TelegramBadRequest(CALL, "bad"), Failure.REFUSED),
        (TelegramNetworkError(CALL, "reset"), Failure.NETWORK),
        (TelegramServerError(CALL, "502"), Failure.SERVER),
        (TelegramUnauthorizedError(CALL, "token"), Failure.SERVER),
    ],
    ids=lambda one: type(one).__name__,
)
def test_each_has_its_meaning(error: TelegramAPIError, failure: Failure) -> None:
    assert meaning(error) is failure


def test_a_silence_is_a_timeout_and_says_nothing_about_the_message() -> None:
    error = TelegramNetworkError(CALL, "late")
    error.__cause__ = TimeoutError()
    assert meaning(error) is Failure.TIMEOUT
    assert {Failure.TIMEOUT, Failure.NETWORK, Failure.SERVER} == AWAY
