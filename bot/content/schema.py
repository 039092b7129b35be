"""What a content pack holds. Field names are HSDS's, and those of the tables that they fill."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from bot.content.fields import (
    AreaId,
    Country,
    Day,
    Email,
    Id,
    KnownLocation,
    KnownServices,
    Language,
    Languages,
    Line,
    LocationId,
    LongText,
    MeetingId,
    Moment,
    PhoneNumber,
    Pictogram,
    ScheduleId,
    ServiceId,
    ShortNumber,
    Text,
    Time,
    TimesBefore,
    Title,
    Url,
    Zone,
    expected,
    refusals_of_the_domain,
)
from bot.domain.opening import recurrence


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Opened(Part):
    """From one wall time to another, on the same day unless it says otherwise."""

    opens_at: Time
    closes_next_day: bool = False
    closes_at: Time

    @field_validator("closes_at")
    @classmethod
    def _on_the_day_it_says(cls, closes_at: dt.time, info: ValidationInfo) -> dt.time:
        opens_at, next_day = info.data.get("opens_at"), info.data.get("closes_next_day")
        if opens_at and next_day is not None and (closes_at <= opens_at) != next_day:
            raise expected(
                f"a time up to opens_at ({opens_at:%H:%M}), as closes_next_day says"
                if next_day
                else f'a time after opens_at ({opens_at:%H:%M}), or "closes_next_day: yes"'
            )
        return closes_at


class PackSchedule(Opened):
    id: ScheduleId
    freq: Literal["DAILY", "WEEKLY", "MONTHLY"]
    interval: Annotated[int, Field(ge=1, le=366)] = 1
    byday: Line | None = None
    bymonthday: Line | None = None
    dtstart: Day | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None
    description: Text | None = None
    with_appointment: Literal["yes", "no", "both"]
    languages: Languages = []
    service_ids: KnownServices = []

    @model_validator(mode="after")
    def _rule_that_can_be_computed(self) -> PackSchedule:
        with refusals_of_the_domain():
            recurrence.check(self)
        return self


class PackExtraOpening(Opened):
    location_id: KnownLocation
    date: Day
    reason: Title
    languages: Languages = []

    @property
    def id(self) -> str:
        return f"{self.location_id}:{self.date}:{self.opens_at:%H:%M}"


class PackClosure(Part):
    location_id: KnownLocation | None = None
    starts_on: Day
    ends_on: Day
    reason: Title

    @property
    def id(self) -> str:
        return f"{self.location_id or 'everywhere'}:{self.starts_on}"

    @field_validator("ends_on")
    @classmethod
    def _not_before_it_starts(cls, ends_on: dt.date, info: ValidationInfo) -> dt.date:
        if (starts_on := info.data.get("starts_on")) and ends_on < starts_on:
            raise expected(f"a date not before starts_on ({starts_on})")
        return ends_on


class PackMeeting(Part):
    """Wall times at the location, or the organization's where there is none."""

    id: MeetingId
    title: Title
    description: Text | None = None
    location_id: KnownLocation | None = None
    date: Day
    welcome_at: Time | None = None
    starts_at: Time
    ends_at: Time
    online_url: Url | None = None
    answer_until: Moment | None = None
    capacity: Annotated[int, Field(ge=1, le=1000)] | None = None
    reminders: Annotated[TimesBefore, Field(max_length=5)] | None = None
    cancelled: bool = False

    @field_validator("starts_at")
    @classmethod
    def _not_before_the_welcome(cls, starts_at: dt.time, info: ValidationInfo) -> dt.time:
        if (welcome_at := info.data.get("welcome_at")) and starts_at < welcome_at:
            raise expected(f"a time not before welcome_at ({welcome_at:%H:%M})")
        return starts_at

    @field_validator("ends_at")
    @classmethod
    def _after_the_start(cls, ends_at: dt.time, info: ValidationInfo) -> dt.time:
        if (starts_at := info.data.get("starts_at")) and ends_at <= starts_at:
            raise expected(f"a time after starts_at ({starts_at:%H:%M})")
        return ends_at

    @field_validator("answer_until")
    @classmethod
    def _before_the_start(cls, until: dt.datetime | None, info: ValidationInfo) -> dt.datetime | None:
        day, at = info.data.get("date"), info.data.get("starts_at")
        if until and day and at and until > (starts := dt.datetime.combine(day, at)):
            raise expected(f"a date and a time not after the start ({starts:%Y-%m-%d %H:%M})")
        return until


class PackAddress(Part):
    street: Line
    postal_code: Line
    city: Line


class PackLocation(Part):
    id: LocationId
    name: Title
    address: PackAddress | None = None
    latitude: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)] | None = None
    timezone: Zone | None = None
    directions: Text | None = None
    accessibility: Text | None = None
    nearest_stops: Text | None = None
    virtual_url: Url | None = None
    schedules: list[PackSchedule] = []

    @model_validator(mode="after")
    def _whole_coordinates(self) -> PackLocation:
        if (self.latitude is None) != (self.longitude is None):
            raise expected("both latitude and longitude, or neither")
        return self


class PackService(Part):
    id: ServiceId
    pictogram: Pictogram
    name: Title
    alert: Text | None = None
    description: Text
    fees: Text | None = None
    eligibility: Text | None = None
    application_process: Text | None = None
    required_documents: Text | None = None
    languages: Languages = []
    contact: Text | None = None


class PackPhone(Part):
    number: PhoneNumber
    note: Title | None = None


class PackEmergency(Part):
    number: ShortNumber
    label: Title


class PackArea(Part):
    id: AreaId
    name: Title


class PackCharter(Part):
    """What every volunteer accepts: a higher version is asked for again."""

    version: Annotated[int, Field(ge=1, le=9999)]
    text: LongText


Dated = TypeVar("Dated", PackClosure, PackExtraOpening)


def _distinct(parts: list[Dated]) -> list[Dated]:
    for id, count in Counter(part.id for part in parts).items():
        if count > 1:
            raise expected(f"each only once ({id} stands there {count} times)")
    return parts


class Content(Part):
    id: Id
    name: Title
    description: Text
    country: Country
    timezone: Zone
    default_language: Language
    languages: Annotated[Languages, Field(min_length=1)]
    email: Email | None = None
    website: Url | None = None
    phones: list[PackPhone] = []
    emergency: list[PackEmergency] = []
    areas: Annotated[list[PackArea], Field(max_length=40)] = []
    spoken_languages: Annotated[Languages, Field(max_length=40)] = []
    charter: PackCharter | None = None
    locations: Annotated[list[PackLocation], Field(min_length=1)]
    services: list[PackService] = []
    closures: Annotated[list[PackClosure], AfterValidator(_distinct)] = []
    extra_openings: Annotated[list[PackExtraOpening], AfterValidator(_distinct)] = []
    meetings: list[PackMeeting] = []

    @field_validator("languages")
    @classmethod
    def _with_the_default_one(cls, languages: list[str], info: ValidationInfo) -> list[str]:
        default = info.data.get("default_language")
        if default and default not in languages:
            raise expected(f"a list with {default}, the default language, in it")
        return languages
