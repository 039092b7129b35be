"""What people may run into. Each becomes a sentence in their language in handlers/errors.py."""

from __future__ import annotations


class DomainError(Exception):
    """Something a person asked for that cannot be; it carries no personal data."""


class NotOffered(DomainError):
    """A language, service, place or page that is not there: an old button, or a forged one."""


class NotThere(NotOffered):
    """What a form is about: thrown away, forgotten, or somebody else's."""


class NotAllowed(DomainError):
    """Only for a role that this person does not have."""


class TooLong(DomainError):
    """A text that does not fit into one message. Both in UTF-16 units."""

    def __init__(self, length: int, limit: int) -> None:
        self.length, self.limit = length, limit


class NoSuchTime(DomainError):
    """Words that are no date and time, or one that is more than a year ahead."""


class TimePassed(DomainError):
    """A time before now."""


class NotADraft(DomainError):
    """A broadcast that is planned or has been sent cannot be changed."""


class TextMissing(DomainError):
    """A broadcast with no text, or with a language for which nobody has decided what its readers get."""


class AlreadyClaimed(DomainError):
    """Somebody else was faster, or holds the request now."""


class TooManyClaims(DomainError):
    """This volunteer holds as many requests as one may."""

    def __init__(self, limit: int) -> None:
        self.limit = limit


class TooManyRequests(DomainError):
    """This resident has as many requests running as one may."""

    def __init__(self, limit: int) -> None:
        self.limit = limit


class NotPossibleNow(DomainError):
    """The request has moved on meanwhile: closed, cancelled, back on the board."""


class Incomplete(DomainError):
    """A request that cannot be logged yet, and which of its fields are missing."""

    def __init__(self, missing: list[str]) -> None:
        self.missing = missing


class ConversationEnded(DomainError):
    """There is nobody at the other end: the request is not claimed, or one of the two has ended it."""


class LockedOut(DomainError):
    """Too many wrong invitation links: none is looked at for a while."""


class AlreadyInTeam(DomainError):
    """An invitation to a role that this person has."""


class NoInvitation(DomainError):
    """The invitation was revoked, has expired, or was never there."""


class NotYourself(DomainError):
    """Nobody takes their own role away by accident: they leave, with the button for that."""


class NamedInSettings(DomainError):
    """An administrator whom the operator's settings name: only there it can end."""


class LastAdministrator(DomainError):
    """Somebody must be left who can invite and name others."""


class AnswersClosed(DomainError):
    """The time to answer to a meeting is over: people call."""


class MeetingOver(DomainError):
    """A meeting that has ended, or was cancelled."""


class MeetingFull(DomainError):
    """Fewer places are free than people want to come."""

    def __init__(self, free: int) -> None:
        self.free = free


class EndsTooEarly(DomainError):
    """A meeting, or its welcome, whose times are in the wrong order."""


class NotAnAddress(DomainError):
    """An online link that is none."""


class NoSuchDay(DomainError):
    """Words that name no day."""


class NothingToAnswer(DomainError):
    """What somebody wrote answers a question that nobody can answer any more: they are asked it no longer."""

    def __init__(self, why: DomainError) -> None:
        self.why = why
