"""Volunteers and how they came: invitations, and every change of somebody's role."""

from __future__ import annotations

from datetime import datetime, time
from typing import Literal

from sqlalchemy import BigInteger, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.domain.roles import Role
from db.base import Base

Notify = Literal["now", "daily", "never"]
Change = Literal["joined", "promoted", "demoted", "deactivated", "reactivated", "left"]


class Volunteer(Base):
    """What somebody in the team said about themselves, coordinators and administrators included."""

    __tablename__ = "volunteer"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(String(64))
    """As Telegram showed it when they accepted the charter: so the team knows who it is."""
    languages: Mapped[list[str]]
    """Spoken and signed: ISO 639."""
    areas: Mapped[list[str]]
    """Ids of the organization's areas."""
    topics: Mapped[list[str]]
    """Ids of services."""
    days: Mapped[list[str]]
    """MO, TU, WE …"""
    notify: Mapped[Notify] = mapped_column(String(8), default="now", server_default="now")
    """When they are told of new requests that fit."""
    quiet_from: Mapped[time | None]
    quiet_to: Mapped[time | None]
    """Wall times between which they are told nothing."""
    charter_version: Mapped[int | None]
    """The one they accepted last; null where the organization has none."""
    charter_accepted_at: Mapped[datetime | None]
    joined_at: Mapped[datetime]


class Invitation(Base):
    __tablename__ = "invitation"

    token_hash: Mapped[str] = mapped_column(String(32), primary_key=True)
    """128 bits of SHA-256, as hex. The token itself stands only in the link."""
    role: Mapped[Role] = mapped_column(String(16))
    created_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    """Who opened the link first: nobody else can use it from then on."""
    opened_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]
    """When they accepted the charter, and with it the role."""
    revoked_at: Mapped[datetime | None]


class WrongTry(Base):
    """Somebody opened an invitation link that is not valid."""

    __tablename__ = "wrong_try"

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]


class RoleChange(Base):
    """Who changed whose role. What happened stays when somebody erases their data; who it was does not."""

    __tablename__ = "role_change"

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    what: Mapped[Change] = mapped_column(String(16))
    role: Mapped[str] = mapped_column(String(16))
    """The role from then on."""
