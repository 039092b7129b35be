"""Who has written to the bot, and which updates have been taken."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, String, true
from sqlalchemy.orm import Mapped, mapped_column

from bot.domain.roles import RESIDENT
from db.base import Base


class Person(Base):
    """Somebody who wrote: no name, no phone number, only what is needed to answer in their language."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    """Their Telegram id."""
    language: Mapped[str | None]
    """The language they chose to read the bot in; null until they choose."""
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    unreachable_at: Mapped[datetime | None]
    """Since when Telegram delivers nothing to them (they blocked the bot, or are gone); null again when they write."""
    announcements: Mapped[bool] = mapped_column(default=True, server_default=true())
    """Whether they want what the team announces."""
    role: Mapped[str] = mapped_column(String(16), default=RESIDENT, server_default=RESIDENT)
    """One of bot.domain.roles."""
    deactivated_at: Mapped[datetime | None]
    """Since when the role counts for nothing; null: it counts."""
    area: Mapped[str | None]
    expects: Mapped[str | None] = mapped_column(String(64))
    """The form they are in the middle of: the packed tap that asks what their next message answers."""
    teaches: Mapped[str | None] = mapped_column(String(8))
    """Whether the team may read, without their name, what the bot did not understand: bot.domain.learning.Consent;
    null until they are asked."""


class TakenUpdate(Base):
    """An update that has taken effect. Telegram keeps updates for 24 h, so older rows are purged."""

    __tablename__ = "taken_update"

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    taken_at: Mapped[datetime] = mapped_column(index=True)
