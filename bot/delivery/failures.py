"""What each refusal of Telegram, and each silence, means for a notice."""

from __future__ import annotations

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
)

from bot.domain.notices import Failure

AWAY = frozenset({Failure.TIMEOUT, Failure.NETWORK, Failure.SERVER})
"""Telegram did not answer as Telegram: perhaps it has sent the message, and perhaps not."""


def meaning(error: TelegramAPIError) -> Failure:
    match error:
        case TelegramForbiddenError():
            return Failure.BLOCKED
        case TelegramRetryAfter():
            return Failure.FLOOD
        case TelegramMigrateToChat():
            return Failure.MOVED
        case TelegramBadRequest() | TelegramEntityTooLarge():
            return Failure.REFUSED
        case TelegramNetworkError():
            return Failure.TIMEOUT if isinstance(error.__cause__, TimeoutError) else Failure.NETWORK
    return Failure.SERVER  # also a token that is suddenly not known: nothing that is wrong with the message
