"""What people may run into. Each becomes a sentence in their language in handlers/errors.py."""

from __future__ import annotations


class DomainError(Exception):
    """Something a person asked for that cannot be; it carries no personal data."""


class NotOffered(DomainError):
    """A language, service, place or page that is not there: an old button, or a forged one."""


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
