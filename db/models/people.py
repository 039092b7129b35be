"""Who has written to the bot, and which updates have been taken."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

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


class TakenUpdate(Base):
    """An update that has taken effect. Telegram keeps updates for 24 h, so older rows are purged."""

    __tablename__ = "taken_update"

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    taken_at: Mapped[datetime] = mapped_column(index=True)
