"""What becomes of a broadcast, how long it may be, and the hours in which nobody is woken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from enum import StrEnum
from html import unescape
from typing import Literal
from zoneinfo import ZoneInfo

from bot.domain.wall_time import opening

TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024
"""UTF-16 units of a message, and of the words under a photo or a document, without markup (Bot API 10.1: sendMessage,
sendPhoto and sendDocument, "after entities parsing")."""
QUIET_FROM, QUIET_UNTIL = time(21, 0), time(8, 0)
SKIP = "skip"
"""The decision that who reads a language without a text gets nothing."""
TAG = re.compile(r"<[^>]*>")
Choice = Literal["roles", "languages", "areas", "rsvp"]
"""The lists by which an audience is narrowed."""
Correction = Literal["edit", "new"]
"""It changes the messages that people have, or is a new one."""


class BroadcastState(StrEnum):
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    DONE = "done"
    STOPPED = "stopped"
    CANCELLED = "cancelled"


STARTED = frozenset({BroadcastState.SENDING, BroadcastState.DONE, BroadcastState.STOPPED})
"""Copies exist."""


def length(html: str) -> int:
    """Of Telegram's HTML without its tags, in UTF-16 units, as Telegram counts."""
    return len(unescape(TAG.sub("", html)).encode("utf-16-le")) // 2


def lacking(texts: Mapping[str, str], languages: Iterable[str]) -> list[str]:
    """The languages that have no text."""
    return [code for code in languages if code not in texts]


def after_quiet_hours(moment: datetime) -> datetime:
    """The moment itself, or the end of the quiet hours that it falls into. Aware, in the organization's zone."""
    at = moment.time()
    if QUIET_UNTIL <= at < QUIET_FROM:
        return moment
    day = moment.date() + timedelta(days=at >= QUIET_FROM)
    zone = moment.tzinfo
    assert isinstance(zone, ZoneInfo)
    return opening(day, QUIET_UNTIL, zone)
