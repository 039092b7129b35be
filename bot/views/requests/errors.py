"""What cannot be done with a request, said kindly."""

from __future__ import annotations

from bot.domain.errors import (
    AlreadyClaimed,
    ConversationEnded,
    DomainError,
    Incomplete,
    NotPossibleNow,
    TooManyClaims,
    TooManyRequests,
)
from bot.i18n import Speech
from bot.views.menu import back
from bot.views.requests.relay import over
from bot.views.requests.taps import ShowBoard, ShowClaims, ShowOwnRequests
from bot.views.screen import Screen, rows


def in_words(error: DomainError, speech: Speech) -> Screen | None:
    """None for what has nothing to do with requests."""
    match error:
        case AlreadyClaimed():
            text = speech.say("💛 Somebody was quicker and is helping already. Thank you for offering!")
            return Screen(text, rows(speech, back(speech, ShowBoard())))
        case TooManyClaims(limit=limit):
            text = speech.say_count(
                "🧺 You hold {number} request already. Please close it or give it back first.",
                "🧺 You hold {number} requests already. Please close one or give one back first.",
                limit,
            )
            return Screen(text, rows(speech, back(speech, ShowClaims())))
        case TooManyRequests(limit=limit):
            text = speech.say_count(
                "🧺 You have {number} request running. Please wait until it is closed, or cancel it.",
                "🧺 You have {number} requests running. Please wait until one is closed, or cancel one.",
                limit,
            )
            return Screen(text, rows(speech, back(speech, ShowOwnRequests())))
        case NotPossibleNow() | Incomplete():
            text = speech.say("🔄 This has changed meanwhile. Please look at it again.")
            return Screen(text, rows(speech, back(speech, ShowOwnRequests())))
        case ConversationEnded():
            return over(speech)
        case _:
            return None
