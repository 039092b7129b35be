"""Meetings as the team keeps them: saved, moved, cancelled; who comes, and who came."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.domain.broadcasts import BroadcastState
from bot.domain.errors import MeetingOver, NotOffered, TextMissing, TimePassed
from bot.domain.meetings.rules import REMINDERS
from bot.domain.meetings.statistics import Month, by_month
from bot.usecases.actor import Actor
from bot.usecases.meetings.changes import MeetingChanges, state_of
from bot.usecases.meetings.drafts import lacking, occurrences, zone_of
from db.models.broadcasts import Broadcast
from db.models.meetings import RSVP, Meeting, MeetingDraft
from db.queries import directory, meetings

COUNTED = timedelta(days=366)


@dataclass(frozen=True)
class Guest:
    answer: RSVP
    language: str | None
    """The one that they read the bot in, if they chose."""


class MeetingPlans:
    """For coordinators: NotAllowed for anybody else. NotOffered for a meeting that is not there."""

    def __init__(self, actor: Actor) -> None:
        actor.as_coordinator()
        self._session, self._now, self._desk = actor.session, actor.now, actor.desk
        self._person_id = actor.person_id
        self.changes = MeetingChanges(actor.session, actor.notices)

    async def save(self, draft: MeetingDraft) -> list[Meeting]:
        """New meetings, or the changed one. TextMissing where something was not said; TimePassed for a start that is
        over."""
        if lacking(draft):
            raise TextMissing
        planned = occurrences(draft, zone_of(self._desk, draft.location_id))
        if any(moments["starts_at"] <= self._now for moments in planned):  # type: ignore[operator]
            raise TimePassed
        same = {
            "title": draft.title,
            "description": draft.description or None,
            "location_id": draft.location_id,
            "online_url": draft.online_url,
            "capacity": draft.capacity,
            "reminders": None if draft.reminders == list(REMINDERS) else draft.reminders,
            "source": "team",
        }
        if draft.meeting_id is None:
            saved = [self._create({**same, **moments}) for moments in planned]
        else:
            saved = [await self._change(draft.meeting_id, {**same, **planned[0]})]
        await self._session.delete(draft)
        await directory.changed(self._session)
        await self._session.flush()
        return saved

    async def cancel(self, meeting_id: str) -> Meeting:
        """Everybody who answered is told. MeetingOver for one that is over already."""
        meeting = await self._stands(meeting_id)
        meeting.source = "team"
        await self.changes.call_off(meeting)
        await directory.changed(self._session)
        return meeting

    def read(self, meeting_id: str) -> Meeting:
        found = self._desk.directory.meeting(meeting_id)
        if found is None:
            raise NotOffered
        return found

    async def guests(self, meeting_id: str) -> list[Guest]:
        return [Guest(*row) for row in await meetings.answers_with_languages(self._session, meeting_id)]

    async def tick(self, meeting_id: str, person_id: int) -> list[Guest]:
        """They came; once more: they did not. NotOffered before it begins."""
        answer = await meetings.answer_of(self._session, meeting_id, person_id)
        if answer is None or self.read(meeting_id).starts_at > self._now:
            raise NotOffered
        answer.attended = not answer.attended
        return await self.guests(meeting_id)

    async def figures(self) -> list[Month]:
        """Of the meetings of about a year that are over."""
        held = await meetings.held(self._session, self._now - COUNTED, self._now)
        return by_month(held, self._desk.directory.zone())

    async def announce(self, meeting_id: str, texts: Mapping[str, str]) -> Broadcast:
        """A draft of a broadcast whose copies carry the buttons to answer. Texts: language → Telegram's HTML."""
        meeting = await self._stands(meeting_id)
        draft = Broadcast(
            author_id=self._person_id,
            state=BroadcastState.DRAFT,
            texts=dict(texts),
            audience={},
            over_quiet_hours=False,
            created_at=self._now,
            meeting_id=meeting.id,
        )
        self._session.add(draft)
        await self._session.flush()
        return draft

    def _create(self, values: Mapping[str, Any]) -> Meeting:
        organization = self._desk.directory.organization
        meeting = Meeting(id=f"t{secrets.token_hex(5)}", organization_id=organization.id, sequence=0, **values)
        self._session.add(meeting)
        return meeting

    async def _change(self, meeting_id: str, values: Mapping[str, Any]) -> Meeting:
        meeting = await self._stands(meeting_id)
        before = state_of(meeting)
        for name, value in values.items():
            setattr(meeting, name, value)
        await self.changes.follow(meeting, before)
        return meeting

    async def _stands(self, meeting_id: str) -> Meeting:
        meeting = await meetings.find_to_change(self._session, meeting_id)
        if meeting is None:
            raise NotOffered
        if meeting.cancelled_at or meeting.ends_at <= self._now:
            raise MeetingOver
        return meeting
