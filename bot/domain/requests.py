"""What becomes of a help request, and what can be said about one."""

from __future__ import annotations

import random
import re
from collections.abc import Collection
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.wall_time import opening


class RequestState(StrEnum):
    DRAFT = "draft"
    TO_APPROVE = "to_approve"
    OPEN = "open"
    CLAIMED = "claimed"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


OVER = frozenset({RequestState.CLOSED, RequestState.CANCELLED, RequestState.EXPIRED})


class Action(StrEnum):
    LOG = "log"
    SUBMIT = "submit"
    APPROVE = "approve"
    CLAIM = "claim"
    RELEASE = "release"
    TAKE_BACK = "take_back"
    """By the bot, from a volunteer who does not answer or has left."""
    HAND_OVER = "hand_over"
    CLOSE = "close"
    CANCEL = "cancel"
    EXPIRE = "expire"


TRANSITIONS: dict[Action, tuple[frozenset[RequestState], RequestState]] = {
    Action.LOG: (frozenset({RequestState.DRAFT}), RequestState.OPEN),
    Action.SUBMIT: (frozenset({RequestState.DRAFT}), RequestState.TO_APPROVE),
    Action.APPROVE: (frozenset({RequestState.TO_APPROVE}), RequestState.OPEN),
    Action.CLAIM: (frozenset({RequestState.OPEN}), RequestState.CLAIMED),
    Action.RELEASE: (frozenset({RequestState.CLAIMED}), RequestState.OPEN),
    Action.TAKE_BACK: (frozenset({RequestState.CLAIMED}), RequestState.OPEN),
    Action.HAND_OVER: (frozenset({RequestState.CLAIMED}), RequestState.CLAIMED),
    Action.CLOSE: (frozenset({RequestState.OPEN, RequestState.CLAIMED}), RequestState.CLOSED),
    Action.CANCEL: (
        frozenset({RequestState.TO_APPROVE, RequestState.OPEN, RequestState.CLAIMED}),
        RequestState.CANCELLED,
    ),
    Action.EXPIRE: (frozenset({RequestState.TO_APPROVE, RequestState.OPEN}), RequestState.EXPIRED),
}
"""From which states, and to which. A draft that is thrown away or forgotten leaves nothing."""


class Outcome(StrEnum):
    DONE = "done"
    PARTLY = "partly"
    REFERRED = "referred"
    NOT_NEEDED = "not_needed"
    NOT_REACHABLE = "not_reachable"
    DUPLICATE = "duplicate"


class Reason(StrEnum):
    """Why a volunteer gives a request back."""

    NO_TIME = "no_time"
    TOO_HARD = "too_hard"
    LANGUAGE = "language"
    NOT_REACHABLE = "not_reachable"
    OTHER = "other"


class Urgency(StrEnum):
    TODAY = "today"
    THIS_WEEK = "this_week"
    CAN_WAIT = "can_wait"


class ContactWay(StrEnum):
    """How the resident wants to be contacted."""

    TELEGRAM = "telegram"
    PHONE = "phone"
    WRITING = "writing"
    SIGN = "sign"


OTHER = "other"
"""The topic of what is none of the organization's services."""
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PRIVATE_FIELDS = ("name", "phone", "address", "note", "voice", "photo", "sentence")
"""voice, photo: Telegram's file ids. sentence: what is to be public, until they say that it may."""
SENTENCE_LIMIT, SHORT_LIMIT, NOTE_LIMIT = 300, 100, 1000
"""Characters of the public sentence, of one line, and of a note or a debrief."""
REQUESTS_AT_ONCE = 5
"""How many requests one resident may have running."""

LETTERS = "34679ACDEFHJKMNPRTWXY"
"""Without those that are taken for another one, written by hand or read from a small screen."""
CODE = re.compile(rf"\s*(?:R\s*[-–—]?\s*)?([{LETTERS}]{{4}})\s*", re.IGNORECASE)


def new_code(dice: random.Random) -> str:
    return "R-" + "".join(dice.choices(LETTERS, k=4))


def read_code(typed: str) -> str | None:
    """The code as people type it: "r 4f7k" is R-4F7K. None if it can be none."""
    found = CODE.fullmatch(typed)
    return f"R-{found[1].upper()}" if found else None


class Wanted(Protocol):
    """A request, as far as it decides who fits."""

    @property
    def topic(self) -> str | None: ...
    @property
    def area(self) -> str | None: ...
    @property
    def languages(self) -> Collection[str]: ...
    @property
    def days(self) -> Collection[str]: ...


class Offered(Protocol):
    """What a volunteer has said of themselves. An empty list leaves it open."""

    @property
    def languages(self) -> Collection[str]: ...
    @property
    def areas(self) -> Collection[str]: ...
    @property
    def topics(self) -> Collection[str]: ...
    @property
    def days(self) -> Collection[str]: ...


LANGUAGE, AREA, TOPIC, DAYS = 8, 4, 2, 1
"""What each counts on the board: who cannot talk with each other cannot help each other."""
FITS = LANGUAGE + AREA + TOPIC + DAYS


def fit(request: Wanted, offered: Offered) -> int:
    """From 0 to FITS (nothing stands against it). What either side leaves open fits."""
    return (
        LANGUAGE * _meet(request.languages, offered.languages)
        + AREA * _meet([request.area] if request.area else [], offered.areas)
        + TOPIC * _meet([request.topic] if request.topic else [], offered.topics)
        + DAYS * _meet(request.days, offered.days)
    )


def _meet(one: Collection[str], other: Collection[str]) -> bool:
    return not one or not other or not set(one).isdisjoint(other)


def remind_at(at: datetime, now: datetime) -> datetime | None:
    """When both are reminded of an appointment: a day before, or two hours; None if it is too late for either."""
    moments = (at - before for before in (timedelta(days=1), timedelta(hours=2)))
    return next((moment for moment in moments if moment > now), None)


ASKED_AFTER = timedelta(hours=3)
"""How long after an appointment the volunteer is asked whether it took place."""


def awake_at(moment: datetime, quiet_from: time | None, quiet_to: time | None) -> datetime:
    """The moment itself, or the end of somebody's quiet hours (wall times). Aware, in the organization's zone."""
    if quiet_from is None or quiet_to is None or quiet_from == quiet_to:
        return moment
    at = moment.time()
    over_night = quiet_from > quiet_to
    quiet = (at >= quiet_from or at < quiet_to) if over_night else quiet_from <= at < quiet_to
    if not quiet:
        return moment
    zone = moment.tzinfo
    assert isinstance(zone, ZoneInfo)
    return opening(moment.date() + timedelta(days=over_night and at >= quiet_from), quiet_to, zone)
