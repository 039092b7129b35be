"""One message tells the coordinator how far a broadcast is; it is remembered, or comes anew."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramNetworkError
from aiogram.methods import GetMe

from bot.usecases.broadcasts.progress import Progress
from scheduler.broadcasting import _remembered
from tests.support.network import NOW
from tests.support.screens import broadcast

CALL = GetMe()


@pytest.mark.parametrize(
    ("outcome", "remembered"),
    [
        (TelegramBadRequest(CALL, "message to edit not found"), (None, False)),
        (TelegramBadRequest(CALL, "Bad Request: message is not modified"), (7, True)),
        (TelegramForbiddenError(CALL, "blocked"), (7, True)),
        (TelegramNetworkError(CALL, "away"), (7, False)),
        (True, (7, True)),
    ],
    ids=["deleted", "the same", "blocked", "away", "changed"],
)
def test_what_became_of_the_message(outcome: Any, remembered: tuple[int | None, bool]) -> None:
    assert _remembered(Progress(broadcast(progress_message_id=7), {}, {}, NOW), outcome) == remembered
