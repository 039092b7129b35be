"""Reminders of meetings are written when they are due; names on old lists and old drafts are forgotten."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import structlog

from bot.domain.clock import Clock
from bot.usecases.desk import DeskCache
from bot.usecases.meetings.notices import MeetingNotices, due_now
from db.queries import meetings
from db.session import Sessions

log = structlog.get_logger()

LATECOMERS = timedelta(seconds=15)  # who answered just before it was due may be committed just after
NAMES_KEPT = timedelta(days=30)  # after the meeting
DRAFTS_KEPT = timedelta(days=14)  # as requests that nobody finished


class Reminding:
    """Several processes may run it side by side: each notice has a key, and nothing is remembered but to spare work."""

    def __init__(self, sessions: Sessions, clock: Clock, due: asyncio.Event) -> None:
        """`due` is set when notices were written."""
        self._sessions = sessions
        self._clock = clock
        self._due = due
        self._desks = DeskCache()
        self._written: set[tuple[object, ...]] = set()

    async def remind(self) -> None:
        now, told, written = self._clock.now(), 0, set()
        async with self._sessions.begin() as session:
            for meeting, reminder in due_now(await self._desks.read(session), now):
                key = (meeting.id, meeting.sequence, meeting.starts_at, reminder)
                if key not in self._written:
                    told += await MeetingNotices(session, now).remind(meeting, reminder)
                    written |= {key} if now - reminder.at > LATECOMERS else set()
        self._written |= written
        if told:
            self._due.set()

    async def forget(self) -> None:
        now = self._clock.now()
        async with self._sessions.begin() as session:
            names = await meetings.forget_names(session, now - NAMES_KEPT)
            drafts = await meetings.forget_drafts(session, now - DRAFTS_KEPT)
        if names or drafts:
            log.info("of meetings forgotten", names=names, drafts=drafts)
