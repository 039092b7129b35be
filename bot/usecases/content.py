"""What an operator can do with the organization's content."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.content.importing import Change, import_pack
from bot.content.pack import Pack
from bot.usecases.meetings.changes import MeetingChanges, state_of
from bot.usecases.notices import Notices
from db.queries import directory, meetings


class PackImport:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def bring_up_to_date(self, pack: Pack) -> list[Change]:
        """Import the pack unless it is the one that was imported last. Whoever answered to a meeting that is another
        now, or that will not take place, is told."""
        if await directory.content_hash(self._session) == pack.content_hash:
            return []
        coming = await meetings.coming(self._session, self._now)
        before = [state_of(meeting) for meeting in coming]
        changes = await import_pack(self._session, pack, self._now)
        follow_up = MeetingChanges(self._session, Notices(self._session, self._now))
        for meeting, was in zip(coming, before, strict=True):
            if meeting.cancelled_at is None:
                await follow_up.follow(meeting, was)
            elif was["cancelled_at"] is None:
                await follow_up.call_off(meeting)
        return changes
