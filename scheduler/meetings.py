"""Reminders of meetings are written when they are due; names on old lists and old drafts are forgotten."""

from __future__ import annotations

from datetime import timedelta

import structlog

from bot.usecases.meetings.notices import due_now, remind
from db.queries import meetings
from scheduler.by_itself import ByItself

log = structlog.get_logger()

LATECOMERS = timedelta(seconds=15)  # who answered just before it was due may be committed just after
NAMES_KEPT = timedelta(days=30)  # after the meeting
DRAFTS_KEPT = timedelta(days=14)  # as requests that nobody finished


class Reminding:
    """Several processes may run it side by side: each notice has a key, and nothing is remembered but to spare work."""

    def __init__(self, by_itself: ByItself) -> None:
        self._by_itself = by_itself
        self._written: set[tuple[object, ...]] = set()

    async def remind(self) -> None:
        written = set()
        async with self._by_itself.transaction() as actor:
            for meeting, reminder in due_now(actor.desk, actor.now):
                key = (meeting.id, meeting.sequence, meeting.starts_at, reminder)
                if key not in self._written:
                    await remind(actor, meeting, reminder)
                    written |= {key} if actor.now - reminder.at > LATECOMERS else set()
        self._written |= written

    async def forget(self) -> None:
        async with self._by_itself.transaction() as actor:
            names = await meetings.forget_names(actor.session, actor.now - NAMES_KEPT)
            drafts = await meetings.forget_drafts(actor.session, actor.now - DRAFTS_KEPT)
        if names or drafts:
            log.info("of meetings forgotten", names=names, drafts=drafts)
