"""Meetings, who comes to them, and what coordinators are writing about them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from sqlalchemy import JSON, BigInteger, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.domain.meetings.rules import Rsvp
from db.base import Base, Words
from db.models.directory import OptionalJSON


class Meeting(Base):
    """One gathering; of those that recur, each has its own row."""

    __tablename__ = "meeting"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    source: Mapped[Literal["pack", "team"]] = mapped_column(String(8), server_default="pack", default="pack")
    """Whose it is: an import leaves alone what the team has made or changed."""
    organization_id: Mapped[str] = mapped_column(ForeignKey("organization.id"))
    location_id: Mapped[str | None] = mapped_column(ForeignKey("location.id"))
    title: Mapped[Words]
    description: Mapped[Words | None] = mapped_column(OptionalJSON)
    welcome_at: Mapped[dt.datetime | None]
    starts_at: Mapped[dt.datetime]
    ends_at: Mapped[dt.datetime]
    online_url: Mapped[str | None]
    """Only for those who come, and only until it ends."""
    answer_until: Mapped[dt.datetime | None]
    """After that one can only say no; null: until it ends."""
    capacity: Mapped[int | None]
    """People; null: as many as want to."""
    reminders: Mapped[list[int] | None] = mapped_column(OptionalJSON)
    """Minutes before the start; null: as usual."""
    stands_since: Mapped[dt.datetime | None]
    """Since when its time and its reminders are as they are: what was due before that is not sent."""
    cancelled_at: Mapped[dt.datetime | None]
    sequence: Mapped[int] = mapped_column(server_default="0", default=0)
    """Grows with each change, as calendars want it (RFC 5545)."""


class RSVP(Base):
    __tablename__ = "rsvp"

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    answer: Mapped[Rsvp] = mapped_column(String(16))
    people: Mapped[int] = mapped_column(server_default="1", default=1)
    """How many come, this person included."""
    interpreter: Mapped[str | None] = mapped_column(String(3))
    """The language that they need an interpreter for."""
    name: Mapped[str | None] = mapped_column(String(64))
    """Their first name in Telegram, for the list at the door; forgotten some weeks after the meeting."""
    answered_at: Mapped[dt.datetime | None]
    """When they gave this answer: the waiting list goes by it."""
    coming_since: Mapped[dt.datetime | None]
    """Since when they are among those who are reminded."""
    attended: Mapped[bool | None]
    """Null: nobody has ticked it."""


class MeetingDraft(Base):
    """A meeting, or several at once, as a coordinator is writing it; times are the place's wall times."""

    __tablename__ = "meeting_draft"

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    author_id: Mapped[int] = mapped_column(BigInteger)
    meeting_id: Mapped[str | None] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    """The one that it changes; null: new."""
    title: Mapped[Words]
    description: Mapped[Words]
    location_id: Mapped[str | None] = mapped_column(String(32))
    online_url: Mapped[str | None]
    days: Mapped[list[str]]
    """ISO dates: one meeting on each."""
    welcome_at: Mapped[dt.time | None]
    starts_at: Mapped[dt.time | None]
    ends_at: Mapped[dt.time | None]
    answer_before: Mapped[int | None]
    """The deadline for answers, in minutes of wall time before the start."""
    capacity: Mapped[int | None]
    reminders: Mapped[list[int]] = mapped_column(JSON)
    created_at: Mapped[dt.datetime]
