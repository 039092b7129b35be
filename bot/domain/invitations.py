"""Personal invitation links: what they are made of, how long they hold, and when somebody guesses."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

LIFETIME = timedelta(days=7)
WRONG_TRIES = 10
WITHIN = LOCKED_OUT_FOR = timedelta(hours=1)
PREFIX = "i-"
"""What the parameter of a link begins with, before the token."""


def new_token() -> str:
    """192 random bits, in the characters that Telegram allows in a link: A-Z, a-z, 0-9, _ and -, at most 64."""
    return secrets.token_urlsafe(24)


def hashed(token: str) -> str:
    """What the database keeps. The token is random enough that no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()[:32]


def is_locked_out(tries: Sequence[datetime], now: datetime) -> bool:
    """`tries`: the latest WRONG_TRIES wrong ones, the newest first."""
    too_many = len(tries) == WRONG_TRIES and tries[0] - tries[-1] < WITHIN
    return too_many and now - tries[0] < LOCKED_OUT_FOR
