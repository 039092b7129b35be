"""What becomes of a notice: its states, what each kind asks for, and what each failure means."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class State(StrEnum):
    PENDING = "pending"
    SENDING = "sending"
    """From just before the socket is written until the answer is marked: after a crash nobody knows."""
    SENT = "sent"
    FAILED = "failed"
    UNREACHABLE = "unreachable"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


FINAL = frozenset(State) - {State.PENDING, State.SENDING}
LIFETIME = timedelta(days=1)
"""How long after it is due a notice may still be sent, unless it says so itself."""


class Failure(StrEnum):
    """Why an attempt did not end as sent. Kept in the row and logged; nothing of the message is."""

    BLOCKED = "blocked"
    REFUSED = "refused"
    FLOOD = "flood"
    MOVED = "moved"
    TIMEOUT = "timeout"
    NETWORK = "network"
    SERVER = "server"
    RENDERING = "rendering"
    STOPPED = "stopped"
    """Cancelled while it was on its way."""


@dataclass(frozen=True)
class NoticeKind:
    """repeat_after_crash: twice is better than never. bulk: lets everything else go first."""

    name: str
    repeat_after_crash: bool
    bulk: bool


ABOUT_REQUESTS = (
    *("to_approve", "open", "new", "digest", "public", "claimed", "how", "taken_back", "back", "unclaimed", "expired"),
    *("offered", "declined", "handed_over", "new_holder", "closed", "cancelled", "talk_ended"),
    *("appointed", "unappointed", "appointment", "happened", "missed"),
)
TAKEN_AWAY = "request.taken_away"
"""Says nothing: a message in which something private stands goes from the chat, or loses its words."""
KINDS = {
    kind.name: kind
    for kind in (
        NoticeKind("reminder", repeat_after_crash=True, bulk=False),
        NoticeKind("team.role", repeat_after_crash=True, bulk=False),
        NoticeKind("team.joined", repeat_after_crash=True, bulk=False),
        NoticeKind("team.wrong_tries", repeat_after_crash=True, bulk=False),
        NoticeKind("request.message", repeat_after_crash=True, bulk=False),
        NoticeKind(TAKEN_AWAY, repeat_after_crash=True, bulk=False),
        *(NoticeKind(f"request.{name}", repeat_after_crash=True, bulk=False) for name in ABOUT_REQUESTS),
        NoticeKind("meeting.reminder", repeat_after_crash=True, bulk=False),
        NoticeKind("meeting.place", repeat_after_crash=True, bulk=False),
        NoticeKind("meeting.moved", repeat_after_crash=True, bulk=False),
        NoticeKind("meeting.cancelled", repeat_after_crash=True, bulk=False),
        NoticeKind("lesson.adopted", repeat_after_crash=True, bulk=False),
        NoticeKind("lesson.refused", repeat_after_crash=True, bulk=False),
        NoticeKind("lesson.failed", repeat_after_crash=True, bulk=False),
        NoticeKind("broadcast.copy", repeat_after_crash=False, bulk=True),
        NoticeKind("broadcast.edit", repeat_after_crash=True, bulk=True),
    )
}
ASK_BEFORE_REPEATING = frozenset(kind.name for kind in KINDS.values() if not kind.repeat_after_crash)

FIRST_RETRY, LONGEST_RETRY = 1.0, 300.0  # seconds


def retry_delay(attempts: int, dice: random.Random) -> timedelta:
    """How long to wait after so many attempts that failed: twice as long each time, and not all at one moment."""
    return timedelta(seconds=min(FIRST_RETRY * 2 ** min(attempts - 1, 16), LONGEST_RETRY) * dice.uniform(0.5, 1.5))


def after_failure(failure: Failure, again_at: datetime, expires_at: datetime) -> State:
    """What is final, and what is tried again: unless that would be too late."""
    if failure is Failure.BLOCKED:
        return State.UNREACHABLE
    if failure in {Failure.REFUSED, Failure.RENDERING}:
        return State.FAILED
    return State.PENDING if again_at < expires_at else State.EXPIRED
