"""The buttons about meetings that stand, for guests and for the team. Those of the form: `form_taps`."""

from __future__ import annotations

from typing import Literal

from bot.views.taps import Tap


class ShowMeetings(Tap, name="meetings"):
    pass


class ShowMeeting(Tap, name="meeting"):
    meeting_id: str


class AnswerMeeting(Tap, name="meeting.answer"):
    meeting_id: str
    rsvp: Literal["going", "maybe", "not_going"]
    under: Literal["copy"] | None = None
    """Tapped under a message that is to stay readable."""


class BringPeople(Tap, name="meeting.people"):
    meeting_id: str
    people: int | None = None
    """Asks how many unless it says so."""


class NeedInterpreter(Tap, name="meeting.interpreter"):
    meeting_id: str
    language: str | None = None
    """Asks which one unless it says so."""


class NeedNoInterpreter(Tap, name="meeting.no_interpreter"):
    meeting_id: str


class GetCalendarFile(Tap, name="meeting.calendar"):
    meeting_id: str


class JoinOnline(Tap, name="meeting.link"):
    meeting_id: str


class ShowGuests(Tap, name="meeting.guests"):
    meeting_id: str


class TickGuest(Tap, name="meeting.tick"):
    meeting_id: str
    person_id: int


class ShowFigures(Tap, name="meeting.figures"):
    pass


class AnnounceMeeting(Tap, name="meeting.announce"):
    meeting_id: str


class CallOffMeeting(Tap, name="meeting.cancel"):
    meeting_id: str
    sure: bool = False
