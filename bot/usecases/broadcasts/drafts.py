"""Writing an announcement to many people, up to the moment when it may start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from zoneinfo import ZoneInfo

from bot.domain.broadcasts import (
    CAPTION_LIMIT,
    TEXT_LIMIT,
    BroadcastState,
    Choice,
    after_quiet_hours,
    lacking,
    length,
)
from bot.domain.errors import NotADraft, NotOffered, NotThere, TextMissing, TimePassed, TooLong
from bot.usecases.actor import Actor
from db.models.broadcasts import Audience, Broadcast, StoredMedia
from db.models.directory import Organization
from db.queries.broadcasts import audiences, broadcasts
from db.queries.broadcasts.audiences import Reach

LISTED = 8  # a screen that one can read without scrolling much


@dataclass(frozen=True)
class Overview:
    """A broadcast that has not started, as it stands now."""

    broadcast: Broadcast
    lacking: list[str]
    """Languages of its audience that have no text."""
    wanted_at: datetime
    starts_at: datetime
    """When it would start if it were confirmed now: later than wanted where quiet hours put it off. In the zone."""
    at_once: bool
    reach: Reach | None
    """None where nobody counted."""


class Broadcasts:
    """For coordinators: NotAllowed for anybody else. NotThere for a broadcast that is not."""

    def __init__(self, actor: Actor) -> None:
        actor.as_coordinator()
        self._session = actor.session
        self._now = actor.now
        self._person_id = actor.person_id
        self._organization = actor.desk.directory.organization

    async def begin(self) -> Broadcast:
        """A new draft, with nothing in it."""
        draft = Broadcast(
            author_id=self._person_id,
            state=BroadcastState.DRAFT,
            texts={},
            audience={},
            over_quiet_hours=False,
            created_at=self._now,
        )
        self._session.add(draft)
        await self._session.flush()
        return draft

    async def read(self, broadcast_id: int) -> Broadcast:
        return _there(await broadcasts.find(self._session, broadcast_id))

    async def latest(self) -> Sequence[Broadcast]:
        return await broadcasts.latest(self._session, LISTED)

    async def overview(self, broadcast: Broadcast, count: bool = True) -> Overview:
        """Without the count it asks the database nothing."""
        organization = self._organization
        return Overview(
            broadcast,
            lacking(broadcast.texts, languages_of(broadcast, organization)),
            _wanted_at(broadcast, self._now, organization),
            starts := starts_at(broadcast, self._now, organization),
            starts <= self._now,
            await audiences.reach(self._session, broadcast, organization) if count else None,
        )

    async def areas(self) -> list[str]:
        return await audiences.areas(self._session)

    async def write(self, broadcast_id: int, language: str, html: str) -> Broadcast:
        """TooLong if it does not fit into one message, or under the photo."""
        draft = await self._draft(broadcast_id)
        _fits(html, CAPTION_LIMIT if draft.media else TEXT_LIMIT)
        draft.texts = {**draft.texts, language: html}
        return draft

    async def attach(self, broadcast_id: int, media: StoredMedia | None) -> Broadcast:
        """A photo or a document, or none. TooLong if a text does not fit under it."""
        draft = await self._draft(broadcast_id)
        if draft.correction == "edit":
            raise NotOffered  # the words under a photo change, the photo stays
        for html in draft.texts.values() if media else ():
            _fits(html, CAPTION_LIMIT)
        draft.media = media
        return draft

    async def narrow(self, broadcast_id: int, by: Choice, value: str) -> Broadcast:
        """Add the value to that list of the audience, or take it out again."""
        draft = await self._draft(broadcast_id)
        chosen = draft.audience.get(by, [])
        kept = [one for one in chosen if one != value]
        changed = kept if len(kept) < len(chosen) else [*chosen, value]
        draft.audience = cast(Audience, {**draft.audience, by: changed})
        return draft

    async def invite(self, broadcast_id: int, meeting_id: str) -> Broadcast:
        """Only those who answered to that meeting; if it was chosen already, it counts no more."""
        draft = await self._draft(broadcast_id)
        kept = {name: value for name, value in draft.audience.items() if name not in ("meeting", "rsvp")}
        again = draft.audience.get("meeting") == meeting_id
        draft.audience = cast(Audience, kept if again else {**kept, "meeting": meeting_id})
        return draft

    async def decide(self, broadcast_id: int, missing: str) -> Broadcast:
        """What readers of a language without a text get: the text in that language, or SKIP."""
        draft = await self._draft(broadcast_id)
        draft.missing = missing
        return draft

    async def plan(self, broadcast_id: int, due_at: datetime | None) -> Broadcast:
        """When it is to start; None: as soon as it is confirmed. TimePassed for a time before now."""
        draft = await self._draft(broadcast_id)
        if due_at and due_at < self._now:
            raise TimePassed
        draft.due_at, draft.over_quiet_hours = due_at, draft.correction == "edit"  # a change makes no sound
        return draft

    async def wake(self, broadcast_id: int, allowed: bool) -> Broadcast:
        """Whether it may start in quiet hours; a new time asks again."""
        draft = await self._draft(broadcast_id)
        draft.over_quiet_hours = allowed
        return draft

    async def confirm(self, broadcast_id: int, message_id: int | None) -> Broadcast:
        """From now on it starts by itself when it is due. The message becomes the one that shows the progress."""
        draft = await self._draft(broadcast_id)
        undecided = lacking(draft.texts, languages_of(draft, self._organization))
        if not draft.texts or (undecided and not draft.missing):
            raise TextMissing
        if draft.due_at and draft.due_at < self._now:
            raise TimePassed
        draft.due_at = starts_at(draft, self._now, self._organization)
        draft.state, draft.author_id = BroadcastState.SCHEDULED, self._person_id
        draft.progress_message_id = message_id if draft.due_at <= self._now else None
        return draft

    async def cancel(self, broadcast_id: int) -> Broadcast:
        """It will not be sent, unless it is reopened. NotADraft once it has started."""
        return await self._move(broadcast_id, BroadcastState.CANCELLED)

    async def reopen(self, broadcast_id: int) -> Broadcast:
        """To change what is planned, or to have back what was thrown away. NotADraft once it has started."""
        return await self._move(broadcast_id, BroadcastState.DRAFT)

    async def _move(self, broadcast_id: int, state: BroadcastState) -> Broadcast:
        broadcast = _there(await broadcasts.find_to_change(self._session, broadcast_id))
        if broadcast.state not in (BroadcastState.DRAFT, BroadcastState.SCHEDULED, BroadcastState.CANCELLED):
            raise NotADraft
        broadcast.state = state
        return broadcast

    async def _draft(self, broadcast_id: int) -> Broadcast:
        broadcast = _there(await broadcasts.find_to_change(self._session, broadcast_id))
        if broadcast.state != BroadcastState.DRAFT:
            raise NotADraft
        return broadcast


def languages_of(broadcast: Broadcast, organization: Organization) -> list[str]:
    """Those in which its audience may read, in the organization's order."""
    chosen = broadcast.audience.get("languages")
    return [code for code in organization.languages if not chosen or code in chosen]


def starts_at(broadcast: Broadcast, now: datetime, organization: Organization) -> datetime:
    """When it would start if it were confirmed now; aware, in the organization's zone."""
    wanted = _wanted_at(broadcast, now, organization)
    return wanted if broadcast.over_quiet_hours else after_quiet_hours(wanted)


def _wanted_at(broadcast: Broadcast, now: datetime, organization: Organization) -> datetime:
    return max(broadcast.due_at or now, now).astimezone(ZoneInfo(organization.timezone))


def _there(found: Broadcast | None) -> Broadcast:
    if found is None:
        raise NotThere
    return found


def _fits(html: str, limit: int) -> None:
    if (long := length(html)) > limit:
        raise TooLong(long, limit)
