"""The buttons of who holds a help request: what they do with it, and its appointments."""

from __future__ import annotations

from datetime import date, time

from bot.domain.requests import Outcome, Reason
from bot.views.taps import Tap


class ShowClaim(Tap, name="claim", forms=("debrief", "appointment")):
    request_id: int


class ViewPrivatePart(Tap, name="claim.look"):
    request_id: int


class HidePrivatePart(Tap, name="claim.hide"):
    request_id: int


class GoOnWithClaim(Tap, name="claim.going"):
    """The answer to how it is going."""

    request_id: int


class ReleaseClaim(Tap, name="claim.release"):
    request_id: int
    reason: Reason | None = None


class HandOverClaim(Tap, name="claim.hand"):
    request_id: int
    to_id: int | None = None


class AcceptClaim(Tap, name="claim.accept"):
    request_id: int


class DeclineClaim(Tap, name="claim.decline"):
    request_id: int


class AskDebrief(Tap, name="claim.close", forms=("debrief",)):
    """First how it went, then a word about it."""

    request_id: int
    outcome: Outcome | None = None


class CloseClaim(Tap, name="claim.done", forms=("debrief",)):
    request_id: int
    outcome: Outcome


class AskDay(Tap, name="claim.meet", forms=("appointment",)):
    """When to meet: a day to tap, or both day and time to write."""

    request_id: int
    month: date | None = None


class AskHour(Tap, name="claim.day", forms=("appointment",)):
    request_id: int
    day: date


class AskPlace(Tap, name="claim.hour", forms=("appointment",)):
    request_id: int
    day: date
    at: time


class MakeAppointment(Tap, name="claim.met", forms=("appointment",)):
    """Without a place."""

    request_id: int
    day: date
    at: time


class CancelAppointment(Tap, name="claim.unmeet"):
    appointment_id: int


class AnswerWhetherItHappened(Tap, name="claim.went"):
    appointment_id: int
    happened: bool
