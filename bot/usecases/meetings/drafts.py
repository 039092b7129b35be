"""A coordinator writes a meeting, or several at once, or what changes about one. It stands in the database."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot.domain.errors import MeetingOver, NotAnAddress, NotOffered, NotThere, TimePassed, TooLong
from bot.domain.meetings.rules import DAY, HOUR, REMINDERS
from bot.domain.meetings.times import in_order, monthly, nth_of_month
from bot.domain.opening.sessions import Day
from bot.domain.wall_time import opening
from bot.usecases.actor import Actor
from bot.usecases.desk import Desk
from db.models.meetings import MeetingDraft
from db.queries import meetings

TITLE_LIMIT, TEXT_LIMIT = 64, 500  # as in the content pack
MOST_DAYS, MOST_MONTHS, MOST_PEOPLE = 24, 12, 1000
DEADLINES = (DAY, 2 * DAY, 7 * DAY)
REMINDER_CHOICES = (7 * DAY, 3 * DAY, DAY, 2 * HOUR)
ADDRESS = re.compile(r"https://[\w-]+(\.[\w-]+)+(:[0-9]+)?([/?#][!#-;=?-~]*)?", re.ASCII)


class MeetingDrafts:
    """For coordinators: NotAllowed for anybody else. NotThere for a draft that is not, NotOffered for a meeting."""

    def __init__(self, actor: Actor) -> None:
        actor.as_coordinator()
        self._actor = actor
        self._session, self._desk = actor.session, actor.desk
        self._read: dict[int, MeetingDraft] = {}

    async def begin(self) -> MeetingDraft:
        """At the main place, for as many as want to."""
        place = self._desk.directory.main_location
        return await self._add(title={}, description={}, days=[], location_id=place.id, reminders=list(REMINDERS))

    async def change(self, meeting_id: str) -> MeetingDraft:
        """A draft that says what the meeting is like now. MeetingOver for one that has ended or was cancelled."""
        meeting = self._desk.directory.meeting(meeting_id)
        if meeting is None:
            raise NotOffered
        if meeting.cancelled_at or meeting.ends_at <= self._actor.now:
            raise MeetingOver
        zone = zone_of(self._desk, meeting.location_id)
        starts_at = meeting.starts_at.astimezone(zone)
        welcome, ends = (at and at.astimezone(zone).time() for at in (meeting.welcome_at, meeting.ends_at))
        return await self._add(
            meeting_id=meeting.id,
            title=meeting.title,
            description=meeting.description or {},
            location_id=meeting.location_id,
            online_url=meeting.online_url,
            days=[starts_at.date().isoformat()],
            welcome_at=welcome,
            starts_at=starts_at.time(),
            ends_at=ends,
            answer_before=_minutes_between(meeting.answer_until, starts_at, zone),
            capacity=meeting.capacity,
            reminders=list(REMINDERS if meeting.reminders is None else meeting.reminders),
        )

    async def read(self, draft_id: int) -> MeetingDraft:
        """One's own, or a colleague's; nobody else writes it until the end of the transaction."""
        found = self._read.get(draft_id) or await meetings.find_draft(self._session, draft_id)
        if found is None:
            raise NotThere
        self._read[draft_id] = found
        return found

    async def name(self, draft_id: int, language: str, words: str) -> MeetingDraft:
        draft = await self.read(draft_id)
        draft.title = {**draft.title, self._offered(language): _fitting(words, TITLE_LIMIT)}
        return draft

    async def describe(self, draft_id: int, language: str, words: str) -> MeetingDraft:
        draft = await self.read(draft_id)
        draft.description = {**draft.description, self._offered(language): _fitting(words, TEXT_LIMIT)}
        return draft

    async def set_dates(self, draft_id: int, days: Iterable[date]) -> MeetingDraft:
        """TimePassed for a day before today. Only one for a meeting that exists."""
        draft = await self.read(draft_id)
        chosen = sorted(set(days))
        if not chosen or len(chosen) > (1 if draft.meeting_id else MOST_DAYS):
            raise NotOffered
        if chosen[0] < today_at_place(self._desk, draft, self._actor.now):
            raise TimePassed
        draft.days = [day.isoformat() for day in chosen]
        return draft

    async def repeat(self, draft_id: int, nth: int, count: int) -> MeetingDraft:
        """So many, each on the n-th such weekday of its month, from its first day on."""
        draft = await self.read(draft_id)
        first = date.fromisoformat(draft.days[0]) if draft.days else None
        if not first or nth not in nth_of_month(first) or count > MOST_MONTHS:
            raise NotOffered
        return await self.set_dates(draft_id, monthly(first, nth, count))

    async def leave_out_closed(self, draft_id: int) -> MeetingDraft:
        """Only the other days. NotOffered if there are none."""
        draft = await self.read(draft_id)
        closed = {day.date for day in closed_days(self._desk, draft)}
        return await self.set_dates(draft_id, {date.fromisoformat(day) for day in draft.days} - closed)

    async def begin_at(self, draft_id: int, starts_at: time, ends_at: time | None) -> MeetingDraft:
        """Without an end, the next question is when it ends; a welcome moves along only if it still fits."""
        draft = await self.read(draft_id)
        in_order(None, starts_at, ends_at)
        draft.starts_at, draft.ends_at = starts_at, ends_at
        if draft.welcome_at and draft.welcome_at > starts_at:
            draft.welcome_at = None
        return draft

    async def end_at(self, draft_id: int, ends_at: time) -> MeetingDraft:
        draft = await self.read(draft_id)
        in_order(None, draft.starts_at, ends_at)
        draft.ends_at = ends_at
        return draft

    async def welcome_at(self, draft_id: int, at: time | None) -> MeetingDraft:
        draft = await self.read(draft_id)
        in_order(at, draft.starts_at, None)
        draft.welcome_at = at
        return draft

    async def meet_at(self, draft_id: int, location_id: str | None) -> MeetingDraft:
        draft = await self.read(draft_id)
        if location_id and not self._desk.directory.location(location_id):
            raise NotOffered
        draft.location_id = location_id
        return draft

    async def meet_online(self, draft_id: int, address: str | None) -> MeetingDraft:
        """NotAnAddress unless it begins with https://."""
        draft = await self.read(draft_id)
        if address and not ADDRESS.fullmatch(address):
            raise NotAnAddress
        draft.online_url = address
        return draft

    async def answer_before(self, draft_id: int, minutes: int | None) -> MeetingDraft:
        draft = await self.read(draft_id)
        if minutes is not None and minutes not in DEADLINES:
            raise NotOffered
        draft.answer_before = minutes
        return draft

    async def limit(self, draft_id: int, people: int | None) -> MeetingDraft:
        draft = await self.read(draft_id)
        if people is not None and not 1 <= people <= MOST_PEOPLE:
            raise NotOffered
        draft.capacity = people
        return draft

    async def remind(self, draft_id: int, minutes: int) -> MeetingDraft:
        """Add that reminder, or take it out again."""
        draft = await self.read(draft_id)
        if minutes not in REMINDER_CHOICES:
            raise NotOffered
        kept = [each for each in draft.reminders if each != minutes]
        draft.reminders = kept if len(kept) < len(draft.reminders) else sorted([*kept, minutes], reverse=True)
        return draft

    async def _add(self, **values: Any) -> MeetingDraft:
        draft = MeetingDraft(author_id=self._actor.person_id, created_at=self._actor.now, **values)
        self._session.add(draft)
        await self._session.flush()
        return draft

    def _offered(self, language: str) -> str:
        if language not in self._desk.directory.organization.languages:
            raise NotOffered
        return language


def zone_of(desk: Desk, location_id: str | None) -> ZoneInfo:
    return desk.directory.zone(desk.directory.location(location_id))


def today_at_place(desk: Desk, draft: MeetingDraft, now: datetime) -> date:
    return now.astimezone(zone_of(desk, draft.location_id)).date()


def closed_days(desk: Desk, draft: MeetingDraft) -> list[Day]:
    """Those of its days on which its place is closed for a while, or which are public holidays."""
    place = desk.directory.location(draft.location_id)
    days = [desk.hours(place).on(date.fromisoformat(day)) for day in draft.days] if place else []
    return [day for day in days if day.closure or day.holiday]


def lacking(draft: MeetingDraft) -> Literal["title", "day", "hours", "ends"] | None:
    """What must be said next before it can be saved."""
    if not draft.title:
        return "title"
    if not draft.days:
        return "day"
    if not draft.starts_at:
        return "hours"
    return None if draft.ends_at else "ends"


def occurrences(draft: MeetingDraft, zone: ZoneInfo) -> list[dict[str, datetime | None]]:
    """Of a draft that lacks nothing: the instants of each of its meetings, under the names of their columns."""
    found = []
    for day in map(date.fromisoformat, draft.days):
        assert draft.starts_at is not None
        columns = {"welcome_at": draft.welcome_at, "starts_at": draft.starts_at, "ends_at": draft.ends_at}
        moments = {name: opening(day, at, zone).astimezone(UTC) if at else None for name, at in columns.items()}
        moments["answer_until"] = _wall_before(day, draft.starts_at, draft.answer_before, zone)
        found.append(moments)
    return found


def _wall_before(day: date, at: time, minutes: int | None, zone: ZoneInfo) -> datetime | None:
    if minutes is None:
        return None
    wall = datetime.combine(day, at) - timedelta(minutes=minutes)
    return opening(wall.date(), wall.time(), zone).astimezone(UTC)


def _minutes_between(until: datetime | None, starts_at: datetime, zone: ZoneInfo) -> int | None:
    if until is None:
        return None
    wall = starts_at.replace(tzinfo=None) - until.astimezone(zone).replace(tzinfo=None)
    return round(wall.total_seconds() / 60)


def _fitting(words: str, limit: int) -> str:
    cleaned = words.strip()
    if not cleaned:
        raise NotOffered
    if len(cleaned) > limit:
        raise TooLong(len(cleaned), limit)
    return cleaned
