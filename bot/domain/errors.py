"""What people may run into. Each becomes a sentence in their language in handlers/errors.py."""

from __future__ import annotations


class DomainError(Exception):
    """Something a person asked for that cannot be; it carries no personal data."""


class NotOffered(DomainError):
    """A language, service, place or page that is not there: an old button, or a forged one."""
