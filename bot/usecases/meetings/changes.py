"""What follows when a meeting is another than it was, whoever changed it: a coordinator, or an import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.notices import NoticeKind
from bot.usecases.meetings.notices import IF_COMING, MeetingNotices
from bot.usecases.meetings.rsvp import fill_places
from bot.usecases.notices import Notices
from db.models.meetings import Meeting
from db.queries import meetings
from db.queries.broadcasts import broadcasts

TOLD = ("cancelled_at", "welcome_at", "starts_at", "ends_at", "location_id", "online_url")
"""A change of these is told to everybody who answered."""
REMINDED_ANEW = {"cancelled_at", "starts_at", "reminders"}
COLUMNS = {*TOLD, "title", "description", "answer_until", "capacity", "reminders"}
"""What people know of it."""


class MeetingChanges:
    """The meeting is locked, and has its new values."""

    def __init__(self, session: AsyncSession, notices: Notices) -> None:
        self._session, self._now = session, notices.now
        self._notices = notices
        self.put_back = 0
        """Announcements that were planned, and are drafts again: they say what was."""

    async def follow(self, meeting: Meeting, before: Mapping[str, Any]) -> None:
        """`before`: what its columns held, as `state_of` gave it. Nothing follows where nothing is different."""
        changed = {name for name, value in before.items() if value != getattr(meeting, name)}
        if not changed:
            return
        meeting.sequence += 1
        if changed & REMINDED_ANEW:
            meeting.stands_since = self._now
            outdated = NoticeKind.MEETING_REMINDER, NoticeKind.MEETING_CANCELLED
            await meetings.cancel_notices(self._session, meeting.id, self._now, outdated)
        if told := [name for name in TOLD if name in changed]:
            whom = await self._concerned(meeting)
            await MeetingNotices(self._notices).tell_of_change(
                meeting, whom, {name: _plain(before[name]) for name in told}
            )
            self.put_back += await broadcasts.put_back_invitations(self._session, meeting.id)
        if "capacity" in changed:
            await fill_places(self._notices, meeting, await meetings.answers(self._session, meeting.id))

    async def call_off(self, meeting: Meeting) -> None:
        meeting.cancelled_at = self._now
        meeting.sequence += 1
        await meetings.cancel_notices(self._session, meeting.id, self._now, (*IF_COMING, NoticeKind.MEETING_MOVED))
        await MeetingNotices(self._notices).tell_of_end(meeting, await self._concerned(meeting))
        self.put_back += await broadcasts.put_back_invitations(self._session, meeting.id)

    async def _concerned(self, meeting: Meeting) -> Sequence[int]:
        return [answer.person_id for answer in await meetings.answers(self._session, meeting.id)]


def state_of(meeting: Meeting) -> dict[str, Any]:
    """Column → value, of those that people know of."""
    return {name: getattr(meeting, name) for name in COLUMNS}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
