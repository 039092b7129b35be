"""Who reads a screen, and when: what nearly every view needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.i18n import Speech
from bot.usecases.desk import Desk
from db.models.directory import Organization


@dataclass(frozen=True)
class Reader:
    """One person at one moment. `now` is that of the whole update, in UTC."""

    speech: Speech
    desk: Desk
    role: str
    now: datetime

    @property
    def organization(self) -> Organization:
        return self.desk.directory.organization

    @property
    def local_now(self) -> datetime:
        """In the organization's time zone."""
        return self.now.astimezone(self.desk.directory.zone())

    @property
    def today(self) -> date:
        """The date in the organization's time zone."""
        return self.local_now.date()
