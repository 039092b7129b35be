"""The buttons about announcements, for everybody and for who writes them."""

from __future__ import annotations

from datetime import date, time
from typing import Literal

from bot.domain.broadcasts import Choice, Correction
from bot.views.taps import Tap

FORM = ("announcement",)


class SwitchAnnouncements(Tap, name="announcements"):
    to: Literal["on", "off", "copy"] | None = None
    """`copy`: tapped under an announcement, which is to stay readable."""


class StopAnnouncements(Tap, name="stop"):
    pass


class ListBroadcasts(Tap, name="broadcasts"):
    pass


class NewBroadcast(Tap, name="broadcast.new"):
    language: str | None = None


class ShowBroadcast(Tap, name="broadcast", forms=FORM):
    broadcast_id: int


class AskText(Tap, name="broadcast.text", forms=FORM):
    broadcast_id: int
    language: str


class AskMedia(Tap, name="broadcast.media", forms=FORM):
    broadcast_id: int


class RemoveMedia(Tap, name="broadcast.bare", forms=FORM):
    broadcast_id: int


class Preview(Tap, name="broadcast.look", forms=FORM):
    broadcast_id: int


class CancelBroadcast(Tap, name="broadcast.cancel", forms=FORM):
    broadcast_id: int


class ReopenBroadcast(Tap, name="broadcast.edit", forms=FORM):
    broadcast_id: int


class AskTime(Tap, name="broadcast.when", forms=FORM):
    broadcast_id: int
    month: date | None = None
    """The page of the calendar; this month unless it says which."""


class AskTimeOfDay(Tap, name="broadcast.day", forms=FORM):
    broadcast_id: int
    day: date


class PlanBroadcast(Tap, name="broadcast.at", forms=FORM):
    """In the organization's time."""

    broadcast_id: int
    day: date
    hour: time


class PlanAtOnce(Tap, name="broadcast.now", forms=FORM):
    broadcast_id: int


class Wake(Tap, name="broadcast.wake", forms=FORM):
    """Whether it may go out in quiet hours."""

    broadcast_id: int
    allowed: bool


class AskAudience(Tap, name="broadcast.who", forms=FORM):
    broadcast_id: int
    by: Literal["roles", "languages", "areas", "meeting"] | None = None


class ChooseAudience(Tap, name="broadcast.pick", forms=FORM):
    """One more of a list, or one less."""

    broadcast_id: int
    by: Choice
    key: str
    """Stands for the value: an area's name may be longer than a button's data."""


class ChooseMeeting(Tap, name="broadcast.meeting", forms=FORM):
    broadcast_id: int
    meeting_id: str


class AskToSend(Tap, name="broadcast.send", forms=FORM):
    broadcast_id: int


class AskMissing(Tap, name="broadcast.lacking", forms=FORM):
    """What do readers of a language get that has no text?"""

    broadcast_id: int


class DecideMissing(Tap, name="broadcast.missing", forms=FORM):
    broadcast_id: int
    instead: str
    """A language that has a text, or SKIP."""


class SendBroadcast(Tap, name="broadcast.go", forms=FORM):
    broadcast_id: int


class StopBroadcast(Tap, name="broadcast.stop"):
    broadcast_id: int


class SendAgain(Tap, name="broadcast.again"):
    broadcast_id: int


class AskCorrection(Tap, name="broadcast.wrong"):
    broadcast_id: int


class CorrectBroadcast(Tap, name="broadcast.correct"):
    broadcast_id: int
    how: Correction
