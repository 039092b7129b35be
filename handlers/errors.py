"""What went wrong, in the words of the person who ran into it."""

from __future__ import annotations

import secrets

import structlog

from bot.domain.errors import DomainError
from bot.i18n import Speech
from bot.views import errors as mistakes
from bot.views import fallback
from bot.views.screen import Screen

log = structlog.get_logger()


def in_words(error: Exception, speech: Speech) -> Screen:
    """A DomainError has its sentence; anything else is logged under a number that the person reads."""
    if isinstance(error, DomainError):
        return mistakes.in_words(error, speech)
    incident = secrets.token_hex(3).upper()
    log.error("update failed", incident=incident, exc_info=error)
    return fallback.failed(speech, incident)
