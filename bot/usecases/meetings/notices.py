"""What people are told about meetings: reminders, a place that became free, a move, a cancellation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.domain.meetings.rules import REMINDERS, Reminder, reminder_now
from bot.domain.notices import NoticeKind
from bot.usecases.actor import Actor
from bot.usecases.desk import Desk
from bot.usecases.notices import Notices
from db.models.meetings import Meeting
from db.queries import meetings

IF_COMING = (NoticeKind.MEETING_REMINDER, NoticeKind.MEETING_PLACE)
"""What means nothing to who does not come."""


class MeetingNotices:
    """Each notice has the meeting's id and sequence in its key, so that nobody is told the same twice."""

    def __init__(self, notices: Notices) -> None:
        self._notices = notices

    async def remind(self, meeting: Meeting, whom: Iterable[int], reminder: Reminder) -> None:
        params = {"minutes": reminder.minutes, "starts_at": meeting.starts_at.isoformat()}
        key = f"remind.{meeting.starts_at.timestamp():.0f}.{reminder.minutes}"
        await self._tell(whom, NoticeKind.MEETING_REMINDER, meeting, key, params, reminder.until)

    async def tell_of_place(self, meeting: Meeting, whom: Iterable[int]) -> None:
        key = f"place.{self._notices.now.timestamp():.3f}"
        await self._tell(whom, NoticeKind.MEETING_PLACE, meeting, key, {}, meeting.starts_at)

    async def tell_of_change(self, meeting: Meeting, whom: Iterable[int], before: dict[str, Any]) -> None:
        """`before`: what was different, under the names of its columns; instants as ISO 8601."""
        key = f"moved.{meeting.sequence}"
        await self._tell(whom, NoticeKind.MEETING_MOVED, meeting, key, before, meeting.ends_at)

    async def tell_of_end(self, meeting: Meeting, whom: Iterable[int]) -> None:
        key = f"cancelled.{meeting.sequence}"
        await self._tell(whom, NoticeKind.MEETING_CANCELLED, meeting, key, {}, meeting.ends_at)

    async def _tell(
        self,
        whom: Iterable[int],
        kind: NoticeKind,
        meeting: Meeting,
        key: str,
        params: dict[str, Any],
        until: datetime,
    ) -> None:
        prefix = f"meeting.{meeting.id}.{key}"
        due_at = dict.fromkeys(whom, self._notices.now)
        await self._notices.tell_once(due_at, kind, {"meeting": meeting.id, **params}, prefix, until)


async def remind(actor: Actor, meeting: Meeting, reminder: Reminder) -> None:
    """Those who come, or perhaps."""
    if meeting.stands_since and meeting.stands_since >= reminder.at:
        return
    whom = await meetings.to_remind(actor.session, meeting.id, reminder.at)
    await MeetingNotices(actor.notices).remind(meeting, whom, reminder)


def due_now(desk: Desk, now: datetime) -> list[tuple[Meeting, Reminder]]:
    """The reminders that count at this moment, one at most of each meeting that stands."""
    found = []
    for meeting in desk.directory.upcoming_meetings(now):
        zone = desk.directory.zone(desk.directory.location(meeting.location_id))
        minutes = REMINDERS if meeting.reminders is None else meeting.reminders
        if reminder := reminder_now(meeting.starts_at, minutes, zone, now):
            found.append((meeting, reminder))
    return found
