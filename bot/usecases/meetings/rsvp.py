"""What residents can do about meetings: say whether they come, with whom, and what they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.domain.errors import AnswersClosed, MeetingFull, MeetingOver, NotOffered
from bot.domain.meetings.rules import MOST_PEOPLE, REMINDED, TIME_TO_LEAVE, Rsvp, free_places, moving_up
from bot.usecases.actor import Actor
from bot.usecases.meetings.notices import IF_COMING, MeetingNotices
from bot.usecases.notices import Notices
from db.models.meetings import RSVP, Meeting
from db.queries import meetings


@dataclass(frozen=True)
class MeetingWithRsvp:
    """A meeting as one person sees it, with what they have answered."""

    meeting: Meeting
    own: RSVP | None
    free: int | None
    """Places; None: as many as want to."""
    now: datetime

    @property
    def stands(self) -> bool:
        return self.meeting.cancelled_at is None and self.meeting.ends_at > self.now

    @property
    def closed(self) -> bool:
        """Only a no can be said any more."""
        return self.meeting.answer_until is not None and self.meeting.answer_until <= self.now

    @property
    def confirmed(self) -> bool:
        return self.stands and self.own is not None and self.own.answer == "going"


class Meetings:
    """NotOffered for a meeting that is not there."""

    def __init__(self, actor: Actor) -> None:
        self._session, self._now, self._desk = actor.session, actor.now, actor.desk
        self._person_id, self._notices = actor.person_id, actor.notices
        self._news = False  # about the meeting at hand, on its way to this person

    async def read(self, meeting_id: str) -> MeetingWithRsvp:
        meeting = self._desk.directory.meeting(meeting_id)
        if meeting is None:
            raise NotOffered
        own = await meetings.answer_of(self._session, meeting_id, self._person_id)
        free = None
        if meeting.capacity is not None:
            free = max(meeting.capacity - await meetings.people_going(self._session, meeting_id), 0)
        return MeetingWithRsvp(meeting, own, free, self._now)

    async def answer(
        self, meeting_id: str, answer: Literal["going", "maybe", "not_going"], name: str | None = None
    ) -> MeetingWithRsvp:
        """Going becomes waitlisted where no place is left. AnswersClosed after the deadline, but no is always taken;
        MeetingOver once it has ended or was cancelled."""
        meeting, everybody, own = await self._open(meeting_id)
        seen = MeetingWithRsvp(meeting, own, None, self._now)
        if answer != "not_going" and seen.closed and (own is None or own.answer != answer):
            raise AnswersClosed
        own = own or self._first_answer(meeting_id, everybody)
        own.name = name or own.name
        others = [party for party in everybody if party is not own]
        given: Rsvp = answer
        free = free_places(meeting.capacity, [party for party in others if party.answer == "going"])
        if answer == "going" and free is not None and own.people > free:
            given = "waitlisted"
        await self._give(own, given)
        return await self._settled(meeting, everybody, own)

    async def bring(self, meeting_id: str, people: int) -> MeetingWithRsvp:
        """How many come, oneself included. MeetingFull if there are not so many places."""
        if not 1 <= people <= MOST_PEOPLE:
            raise NotOffered
        meeting, everybody, own = await self._open(meeting_id)
        if own is None or own.answer == "not_going":
            raise NotOffered
        if people > own.people and MeetingWithRsvp(meeting, own, None, self._now).closed:
            raise AnswersClosed
        others = [party for party in everybody if party is not own and party.answer == "going"]
        free = free_places(meeting.capacity, others)
        if own.answer == "going" and free is not None and people > free:
            raise MeetingFull(free)
        own.people = people
        return await self._settled(meeting, everybody, own)

    async def need_interpreter(self, meeting_id: str, language: str | None) -> MeetingWithRsvp:
        """None: no interpreter."""
        if language and language not in self._desk.directory.organization.spoken_languages:
            raise NotOffered
        seen = await self.read(meeting_id)
        if not seen.stands:
            raise MeetingOver
        if seen.own is None or seen.own.answer == "not_going":
            raise NotOffered
        seen.own.interpreter = language
        return seen

    async def _open(self, meeting_id: str) -> tuple[Meeting, list[RSVP], RSVP | None]:
        """The meeting, locked, all answers, and one's own."""
        meeting = await meetings.find_to_change(self._session, meeting_id)
        if meeting is None:
            raise NotOffered
        if not MeetingWithRsvp(meeting, None, None, self._now).stands:
            raise MeetingOver
        everybody, self._news = await meetings.answers_and_news(self._session, meeting_id, self._person_id, IF_COMING)
        return meeting, everybody, next((one for one in everybody if one.person_id == self._person_id), None)

    def _first_answer(self, meeting_id: str, everybody: list[RSVP]) -> RSVP:
        own = RSVP(meeting_id=meeting_id, person_id=self._person_id, people=1, answer="not_going")
        self._session.add(own)
        everybody.append(own)
        return own

    async def _give(self, own: RSVP, answer: Rsvp) -> None:
        if answer not in REMINDED and self._news:
            await meetings.cancel_notices(self._session, own.meeting_id, self._now, IF_COMING, self._person_id)
        give(own, answer, self._now)

    async def _settled(self, meeting: Meeting, everybody: Sequence[RSVP], own: RSVP) -> MeetingWithRsvp:
        await fill_places(self._notices, meeting, everybody)
        going = [party for party in everybody if party.answer == "going"]
        return MeetingWithRsvp(meeting, own, free_places(meeting.capacity, going), self._now)


def give(own: RSVP, answer: Rsvp, now: datetime) -> None:
    """The same answer once more changes nothing: whoever waits keeps their turn."""
    if own.answer != answer or own.answered_at is None:
        own.answered_at = now
    own.answer = answer
    own.coming_since = (own.coming_since or now) if answer in REMINDED else None


async def fill_places(notices: Notices, meeting: Meeting, everybody: Sequence[RSVP]) -> None:
    """Whoever waits and fits gets a place, and is told, as long as there is time to decline or to come."""
    if notices.now + TIME_TO_LEAVE > meeting.starts_at:
        return
    going = [party for party in everybody if party.answer == "going"]
    waiting = [party for party in everybody if party.answer == "waitlisted"]
    chosen = moving_up(waiting, free_places(meeting.capacity, going))
    for party in chosen:
        give(party, "going", notices.now)
    if chosen:
        await MeetingNotices(notices).tell_of_place(meeting, [party.person_id for party in chosen])


async def give_up_places(actor: Actor) -> None:
    """Of somebody who is gone: whoever waits comes instead."""
    for meeting in await meetings.with_place_of(actor.session, actor.person_id, actor.now):
        await meetings.forget_answer(actor.session, meeting.id, actor.person_id)
        await fill_places(actor.notices, meeting, await meetings.answers(actor.session, meeting.id))
