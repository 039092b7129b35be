"""The buttons of the form in which coordinators write a meeting: its questions, and what answers them."""

from __future__ import annotations

from datetime import date, time
from typing import Literal

from bot.views.taps import Tap

FORM = ("meeting draft",)


class NewMeeting(Tap, name="plan.new"):
    pass


class ChangeMeeting(Tap, name="plan.change"):
    meeting_id: str


class ShowMeetingDraft(Tap, name="plan", forms=FORM):
    draft_id: int


class AskMeetingText(Tap, name="plan.text", forms=FORM):
    draft_id: int
    text: Literal["title", "agenda"]
    language: str


class AskMeetingDay(Tap, name="plan.calendar", forms=FORM):
    draft_id: int
    month: date | None = None
    """Its first day; the month of the meeting unless it says which."""


class AskMeeting(Tap, name="plan.ask", forms=FORM):
    draft_id: int
    field: Literal["hours", "ends", "welcome", "place", "link", "limit", "deadline", "remind", "repeat"]


class SetMeetingDay(Tap, name="plan.day", forms=FORM):
    draft_id: int
    day: date


class RepeatMeeting(Tap, name="plan.repeat", forms=FORM):
    draft_id: int
    nth: int
    """Which such weekday of each month, as `bot.domain.meetings.times` counts."""
    count: int


class SetMeetingTime(Tap, name="plan.set", forms=FORM):
    draft_id: int
    field: Literal["hours", "ends", "welcome"]
    at: time


class SetMeetingNumber(Tap, name="plan.number", forms=FORM):
    draft_id: int
    field: Literal["limit", "deadline"]
    number: int
    """People; or minutes before the start."""


class SetMeetingPlace(Tap, name="plan.place", forms=FORM):
    draft_id: int
    location_id: str


class SwitchReminder(Tap, name="plan.remind", forms=FORM):
    draft_id: int
    minutes: int
    """Before the start."""


class ClearMeetingField(Tap, name="plan.clear", forms=FORM):
    """The meeting is to be without that."""

    draft_id: int
    field: Literal["welcome", "place", "link", "limit", "deadline"]


class SaveMeeting(Tap, name="plan.save", forms=FORM):
    draft_id: int
    days: Literal["all", "without"] | None = None
    """All the same, or without those on which the place is closed; asks about these unless it says so."""
