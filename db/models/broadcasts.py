"""Announcements of the team to many people."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypedDict

from sqlalchemy import JSON, BigInteger, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.domain.broadcasts import BroadcastState, Correction
from db.base import Base
from db.models.directory import OptionalJSON


class StoredMedia(TypedDict):
    kind: Literal["photo", "document"]
    file_id: str
    """Telegram's: the file itself stays there."""


class Audience(TypedDict, total=False):
    """Whoever fits in each of these; what is absent or empty does not narrow."""

    roles: list[str]
    languages: list[str]
    areas: list[str]
    meeting: str
    """A meeting's id: those with one of the answers in `rsvp`, or with any answer where that is empty."""
    rsvp: list[str]


class Broadcast(Base):
    __tablename__ = "broadcast"

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    author_id: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[BroadcastState] = mapped_column(String(16), index=True)
    texts: Mapped[dict[str, str]]
    """Language code → Telegram's HTML."""
    media: Mapped[StoredMedia | None] = mapped_column(OptionalJSON)
    audience: Mapped[Audience] = mapped_column(JSON)
    missing: Mapped[str | None] = mapped_column(String(8))
    """Whose language has no text: the language they get instead, or "skip"; null: not decided."""
    due_at: Mapped[datetime | None]
    """When it is to start; null: at once."""
    over_quiet_hours: Mapped[bool]
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    """When the report was shown: nothing waits, nothing is on its way."""
    progress_message_id: Mapped[int | None] = mapped_column(BigInteger)
    """The message in the author's chat that shows how far it is."""
    progress_at: Mapped[datetime | None]
    """When that message was last brought up to date."""
    meeting_id: Mapped[str | None] = mapped_column(String(32))
    """The meeting that it announces: its copies carry the buttons to answer."""
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("broadcast.id"))
    """The broadcast that this one corrects, for those who received it."""
    correction: Mapped[Correction | None] = mapped_column(String(8))
    """Whether a correction changes the message they have or is a new one."""
