"""What the bot sends by itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Integer, String, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.domain.notices import NoticeState
from db.base import Base

# As literals: a bound value would not match the partial indexes.
IS_PENDING = text("state = 'pending'")
IS_SENDING = text("state = 'sending'")


class Notice(Base):
    __tablename__ = "notice"
    __table_args__ = (
        Index("ix_notice_due", "bulk", "due_at", "id", postgresql_where=IS_PENDING, sqlite_where=IS_PENDING),
        Index("ix_notice_expiry", "expires_at", postgresql_where=IS_PENDING, sqlite_where=IS_PENDING),
        Index("ix_notice_chat", "chat_id", postgresql_where=IS_PENDING, sqlite_where=IS_PENDING),
        Index("ix_notice_sending", "taken_at", postgresql_where=IS_SENDING, sqlite_where=IS_SENDING),
        Index("ix_notice_broadcast", "broadcast_id", "state"),
    )

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    """A person's Telegram id, or a group's (negative)."""
    kind: Mapped[str] = mapped_column(String(32))
    """As bot.domain.notices.NoticeKind."""
    bulk: Mapped[bool]
    """As the kind says: one of many, which lets other notices go first."""
    params: Mapped[dict[str, Any]] = mapped_column(JSON)
    due_at: Mapped[datetime]
    """When it may go out; a retry moves it."""
    expires_at: Mapped[datetime]
    """From then on it is not sent any more."""
    dedupe_key: Mapped[str | None] = mapped_column(String(128), unique=True)
    state: Mapped[NoticeState] = mapped_column(String(16), default=NoticeState.PENDING)
    attempts: Mapped[int] = mapped_column(default=0)
    """How many times Telegram gave no answer, or one of its own failures."""
    taken_by: Mapped[str | None] = mapped_column(String(36))
    """The run of the process that sends it, or did."""
    taken_at: Mapped[datetime | None]
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    """Telegram's, once sent."""
    failure: Mapped[str | None] = mapped_column(String(16))
    """The last one, as bot.domain.notices.Failure."""
    broadcast_id: Mapped[int | None] = mapped_column(BigInteger)
    finished_at: Mapped[datetime | None]


class DeliveryTurn(Base):
    """One row: which process sends now. One at a time, so that the pace is that of the whole bot."""

    __tablename__ = "delivery_turn"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    process: Mapped[str] = mapped_column(String(36))
    until: Mapped[datetime]
    """By the database's clock."""
