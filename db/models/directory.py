"""The directory: who runs the desk, where, when, and what people can get there. Ids are the content pack's own."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypedDict

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Words

# Absent is SQL NULL, not the JSON value null.
OptionalJSON = JSON(none_as_null=True)


class Phone(TypedDict):
    number: str
    """E.164, such as "+32470322224"."""
    note: Words | None


class Emergency(TypedDict):
    number: str
    """As people dial it in the country, such as "112" or "0800 30 030"."""
    label: Words


class Address(TypedDict):
    street: str
    postal_code: str
    city: str


class Area(TypedDict):
    id: str
    name: Words


class Charter(TypedDict):
    """What every volunteer accepts. A higher version is asked for again."""

    version: int
    text: Words


class Organization(Base):
    """One row: a deployment serves one organization."""

    __tablename__ = "organization"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[Words]
    description: Mapped[Words]
    country: Mapped[str] = mapped_column(String(2))
    timezone: Mapped[str]
    default_language: Mapped[str] = mapped_column(String(3))
    languages: Mapped[list[str]]
    """Languages that the bot is offered in, in the order of its buttons."""
    email: Mapped[str | None]
    website: Mapped[str | None]
    phones: Mapped[list[Phone]] = mapped_column(JSON)
    emergency: Mapped[list[Emergency]] = mapped_column(JSON)
    areas: Mapped[list[Area]] = mapped_column(JSON, server_default="[]")
    """The parts of the town where it helps, as volunteers and requests name them."""
    spoken_languages: Mapped[list[str]] = mapped_column(server_default="[]")
    """What neighbours and volunteers speak or sign, more than the bot is offered in."""
    charter: Mapped[Charter | None] = mapped_column(OptionalJSON)
    content_hash: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the pack that was imported last."""
    revision: Mapped[int]
    """Grows with every import that changed something: whoever keeps a Directory compares it."""


class Location(Base):
    __tablename__ = "location"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organization.id"))
    position: Mapped[int]
    name: Mapped[Words]
    address: Mapped[Address | None] = mapped_column(OptionalJSON)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    timezone: Mapped[str | None]
    """The organization's where it is None."""
    directions: Mapped[Words | None] = mapped_column(OptionalJSON)
    accessibility: Mapped[Words | None] = mapped_column(OptionalJSON)
    nearest_stops: Mapped[Words | None] = mapped_column(OptionalJSON)
    virtual_url: Mapped[str | None]


class Service(Base):
    """What people can get. Where and when: the schedules that list it."""

    __tablename__ = "service"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    organization_id: Mapped[str] = mapped_column(ForeignKey("organization.id"))
    position: Mapped[int]
    pictogram: Mapped[str] = mapped_column(String(16))
    name: Mapped[Words]
    alert: Mapped[Words | None] = mapped_column(OptionalJSON)
    description: Mapped[Words]
    fees: Mapped[Words | None] = mapped_column(OptionalJSON)
    eligibility: Mapped[Words | None] = mapped_column(OptionalJSON)
    application_process: Mapped[Words | None] = mapped_column(OptionalJSON)
    required_documents: Mapped[Words | None] = mapped_column(OptionalJSON)
    languages: Mapped[list[str]]
    contact: Mapped[Words | None] = mapped_column(OptionalJSON)
    """A partner's contact, where it is not the organization's own."""


class Schedule(Base):
    """A recurring session: an RFC 5545 rule in the location's wall time."""

    __tablename__ = "schedule"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    location_id: Mapped[str] = mapped_column(ForeignKey("location.id"))
    position: Mapped[int]
    freq: Mapped[str] = mapped_column(String(8))
    interval: Mapped[int]
    byday: Mapped[str | None]
    bymonthday: Mapped[str | None]
    dtstart: Mapped[dt.date | None]
    valid_from: Mapped[dt.date | None]
    valid_to: Mapped[dt.date | None]
    opens_at: Mapped[dt.time]
    closes_at: Mapped[dt.time]
    """Up to opens_at: ends the next day."""
    description: Mapped[Words | None] = mapped_column(OptionalJSON)
    with_appointment: Mapped[Literal["yes", "no", "both"]] = mapped_column(String(4))
    languages: Mapped[list[str]]
    """Spoken and signed at this session, ISO 639."""
    service_ids: Mapped[list[str]]


class Closure(Base):
    """Whole days in wall time, both ends included."""

    __tablename__ = "closure"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    location_id: Mapped[str | None] = mapped_column(ForeignKey("location.id"))
    """None: every location."""
    starts_on: Mapped[dt.date]
    ends_on: Mapped[dt.date]
    reason: Mapped[Words]


class ExtraOpening(Base):
    __tablename__ = "extra_opening"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    location_id: Mapped[str] = mapped_column(ForeignKey("location.id"))
    date: Mapped[dt.date]
    opens_at: Mapped[dt.time]
    closes_at: Mapped[dt.time]
    """Up to opens_at: ends the next day."""
    reason: Mapped[Words]
    languages: Mapped[list[str]]
