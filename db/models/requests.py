"""Help requests: what everybody in the network may read, what few may, and what happened to them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.domain.requests import Action, ContactWay, Outcome, RequestState, Urgency
from db.base import Base

Id = BigInteger().with_variant(Integer, "sqlite")

# As literals: a bound value would not match the partial indexes.
IS_DRAFT = text("state = 'draft'")
IS_ON_BOARD = text("state = 'open'")
IS_CLAIMED = text("state = 'claimed'")
IS_KEPT = text("closed_at IS NOT NULL AND purged_at IS NULL")


class HelpRequest(Base):
    """The public part, which names nobody, and who has to do with it (Telegram ids)."""

    __tablename__ = "help_request"
    __table_args__ = (
        Index("ix_help_request_draft", "logged_by", postgresql_where=IS_DRAFT, sqlite_where=IS_DRAFT),
        Index("ix_help_request_board", "board_since", "id", postgresql_where=IS_ON_BOARD, sqlite_where=IS_ON_BOARD),
        Index(
            "ix_help_request_holder", "holder_id", "claimed_at", postgresql_where=IS_CLAIMED, sqlite_where=IS_CLAIMED
        ),
        Index("ix_help_request_kept", "closed_at", postgresql_where=IS_KEPT, sqlite_where=IS_KEPT),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(String(8), unique=True)
    state: Mapped[RequestState] = mapped_column(String(16), index=True)
    topic: Mapped[str | None] = mapped_column(String(32))
    """A service's id, or bot.domain.requests.OTHER."""
    area: Mapped[str | None] = mapped_column(String(32))
    """One of the organization's areas."""
    languages: Mapped[list[str]]
    """Spoken or signed by the resident; one is enough to talk."""
    days: Mapped[list[str]]
    """MO … SU on which help is wanted; empty: any day."""
    sentence: Mapped[str | None] = mapped_column(Text)
    urgency: Mapped[Urgency | None] = mapped_column(String(16))
    wanted_when: Mapped[str | None] = mapped_column(Text)
    reach: Mapped[ContactWay | None] = mapped_column(String(16))
    consent: Mapped[bool]
    """The resident agreed, aloud where a volunteer writes for them."""
    for_person_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    """The resident, where they wrote themselves."""
    logged_by: Mapped[int | None] = mapped_column(BigInteger)
    holder_id: Mapped[int | None] = mapped_column(BigInteger)
    """The volunteer who has claimed it."""
    offered_to_id: Mapped[int | None] = mapped_column(BigInteger)
    """The volunteer to whom the holder wants to hand it over."""
    referent_id: Mapped[int | None] = mapped_column(BigInteger)
    """The coordinator who keeps an eye on it."""
    changed_at: Mapped[datetime]
    """Of a draft: when something was last filled in; afterwards: the last change of state."""
    created_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    """When volunteers could first read it."""
    board_since: Mapped[datetime | None]
    """Since when it waits, for approval or on the board."""
    claimed_at: Mapped[datetime | None]
    first_claimed_at: Mapped[datetime | None]
    heard_at: Mapped[datetime | None]
    """The holder's last sign of life about it."""
    asked_at: Mapped[datetime | None]
    """When the holder was asked how it is going, and has not answered since."""
    warned_at: Mapped[datetime | None]
    """When the coordinators were told that nobody takes it."""
    talk_ended_at: Mapped[datetime | None]
    """When one of the two ended the conversation through the bot."""
    closed_at: Mapped[datetime | None]
    outcome: Mapped[Outcome | None] = mapped_column(String(16))
    debrief: Mapped[bytes | None] = mapped_column(LargeBinary)
    """Encrypted: {"debrief": …}."""
    purged_at: Mapped[datetime | None]
    """From then on only what is counted is left."""


class RequestPrivate(Base):
    __tablename__ = "request_private"

    request_id: Mapped[int] = mapped_column(ForeignKey("help_request.id", ondelete="CASCADE"), primary_key=True)
    secret: Mapped[bytes] = mapped_column(LargeBinary)
    """Encrypted: a JSON object with some of bot.domain.requests.PRIVATE_FIELDS."""


class RequestEvent(Base):
    """Each change of state, with nothing of what was written."""

    __tablename__ = "request_event"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("help_request.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    who: Mapped[int | None] = mapped_column(BigInteger)
    """Null: the bot itself, or forgotten."""
    what: Mapped[Action] = mapped_column(String(16))
    detail: Mapped[dict[str, Any]] = mapped_column(JSON)
    """Such as {"outcome": "done"}, {"reason": "no_time"}."""


class PrivateView(Base):
    """Somebody saw the private part of a request."""

    __tablename__ = "look"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("help_request.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(BigInteger, index=True)
    at: Mapped[datetime]


class RelayMessage(Base):
    """A message between resident and volunteer: Telegram's numbers, so that a reply finds its way. Never its words.

    It travels as a notice, which knows its number in the other chat.
    """

    __tablename__ = "relay_message"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("help_request.id", ondelete="CASCADE"), index=True)
    from_id: Mapped[int] = mapped_column(BigInteger)
    message_id: Mapped[int] = mapped_column(BigInteger)
    """In the chat of who wrote it."""
    to_id: Mapped[int] = mapped_column(BigInteger, index=True)
    at: Mapped[datetime]


class Appointment(Base):
    __tablename__ = "appointment"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("help_request.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(index=True)
    place: Mapped[bytes | None] = mapped_column(LargeBinary)
    """Encrypted: {"place": …}."""
    remind_at: Mapped[datetime | None] = mapped_column(index=True)
    """When both are to be reminded; null: done, or too late."""
    ask_at: Mapped[datetime | None] = mapped_column(index=True)
    """When the volunteer is to be asked whether it took place; null: asked."""
    happened: Mapped[bool | None]
    cancelled_at: Mapped[datetime | None]
