"""What becomes of a notice: its states, what each kind asks for, and what each failure means."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from enum import StrEnum


class NoticeState(StrEnum):
    PENDING = "pending"
    SENDING = "sending"
    """From just before the socket is written until the answer is marked: after a crash nobody knows."""
    SENT = "sent"
    FAILED = "failed"
    UNREACHABLE = "unreachable"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


FINAL = frozenset(NoticeState) - {NoticeState.PENDING, NoticeState.SENDING}


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


A_DAY, A_WEEK, A_MONTH = timedelta(days=1), timedelta(days=7), timedelta(days=30)


class NoticeKind(StrEnum):
    """All that the bot says by itself, under the names that stand in the database. Each has its view in
    `bot.views.notices`."""

    lifetime: timedelta
    """How long after it is due it may still be sent, where its writer does not say until when."""
    bulk: bool
    """One of many: everything else goes first."""
    repeat_after_crash: bool
    """What a crash on its way means: sent again (twice is better than never), or recorded as unknown."""

    def __new__(
        cls, stored: str, lifetime: timedelta = A_DAY, bulk: bool = False, repeat_after_crash: bool = True
    ) -> NoticeKind:
        kind = str.__new__(cls, stored)
        kind._value_ = stored
        kind.lifetime, kind.bulk, kind.repeat_after_crash = lifetime, bulk, repeat_after_crash
        return kind

    TEAM_ROLE = "team.role"
    TEAM_JOINED = "team.joined"
    TEAM_WRONG_TRIES = "team.wrong_tries"

    # A week: a change of one's own request is still worth knowing when the phone has been off for days.
    REQUEST_TO_APPROVE = "request.to_approve", A_WEEK
    REQUEST_OPEN = "request.open", A_WEEK
    REQUEST_NEW = "request.new"
    REQUEST_DIGEST = "request.digest"
    REQUEST_PUBLIC = "request.public"
    REQUEST_CLAIMED = "request.claimed", A_WEEK
    REQUEST_HOW = "request.how", A_WEEK
    REQUEST_TAKEN_BACK = "request.taken_back", A_WEEK
    REQUEST_BACK = "request.back", A_WEEK
    REQUEST_UNCLAIMED = "request.unclaimed", A_WEEK
    REQUEST_EXPIRED = "request.expired", A_WEEK
    REQUEST_OFFERED = "request.offered", A_WEEK
    REQUEST_DECLINED = "request.declined", A_WEEK
    REQUEST_HANDED_OVER = "request.handed_over", A_WEEK
    REQUEST_NEW_HOLDER = "request.new_holder", A_WEEK
    REQUEST_CLOSED = "request.closed", A_WEEK
    REQUEST_CANCELLED = "request.cancelled", A_WEEK
    REQUEST_TALK_ENDED = "request.talk_ended", A_WEEK
    REQUEST_APPOINTED = "request.appointed", A_WEEK
    REQUEST_UNAPPOINTED = "request.unappointed", A_WEEK
    REQUEST_APPOINTMENT = "request.appointment", A_WEEK
    REQUEST_HAPPENED = "request.happened", A_WEEK
    REQUEST_MISSED = "request.missed", A_WEEK
    REQUEST_MESSAGE = "request.message"
    REQUEST_TAKEN_AWAY = "request.taken_away", A_MONTH
    """Says nothing: a message in which something private stands goes from the chat, or loses its words."""

    MEETING_REMINDER = "meeting.reminder"
    MEETING_PLACE = "meeting.place"
    MEETING_MOVED = "meeting.moved"
    MEETING_CANCELLED = "meeting.cancelled"

    LESSON_ADOPTED = "lesson.adopted"
    LESSON_REFUSED = "lesson.refused"
    LESSON_FAILED = "lesson.failed"

    BROADCAST_COPY = "broadcast.copy", A_DAY, True, False
    BROADCAST_EDIT = "broadcast.edit", A_DAY, True


FIRST_RETRY, LONGEST_RETRY = 1.0, 300.0  # seconds


def retry_delay(attempts: int, dice: random.Random) -> timedelta:
    """How long to wait after so many attempts that failed: twice as long each time, and not all at one moment."""
    return timedelta(seconds=min(FIRST_RETRY * 2 ** min(attempts - 1, 16), LONGEST_RETRY) * dice.uniform(0.5, 1.5))


def after_failure(failure: Failure, again_at: datetime, expires_at: datetime) -> NoticeState:
    """What is final, and what is tried again: unless that would be too late."""
    if failure is Failure.BLOCKED:
        return NoticeState.UNREACHABLE
    if failure in {Failure.REFUSED, Failure.RENDERING}:
        return NoticeState.FAILED
    return NoticeState.PENDING if again_at < expires_at else NoticeState.EXPIRED
