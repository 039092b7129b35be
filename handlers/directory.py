"""Everything one can look up: hours, place, services, contact."""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.usecases.desk import Desk
from bot.views.directory import contact as contact_view
from bot.views.directory import hours as hours_view
from bot.views.directory import location as location_view
from bot.views.directory import services as services_view
from bot.views.directory.taps import (
    ShowContact,
    ShowEmergency,
    ShowHours,
    ShowMap,
    ShowPlace,
    ShowService,
    ShowServices,
)
from bot.views.reader import Reader
from bot.views.screen import Screen
from db.models.directory import Location
from handlers.routing import On

router = Router(name="directory")
Event = Message | CallbackQuery


@router.message(On(ShowHours))
@router.callback_query(On(ShowHours))
async def hours(event: Event, tap: ShowHours, reader: Reader) -> list[Screen]:
    place = _place(reader.desk, tap.place_id)
    return [hours_view.hours(reader, place, _first_day(reader.desk.today(place, reader.now), tap.first))]


@router.message(On(ShowPlace))
async def where(message: Message, reader: Reader) -> list[Screen]:
    """The pin first, so that the words with their buttons stand last."""
    place = reader.desk.directory.main_location
    pin = location_view.pin(reader.speech, place)
    return [*([pin] if pin else []), location_view.location(reader, place)]


@router.callback_query(On(ShowPlace))
async def where_tapped(event: CallbackQuery, tap: ShowPlace, reader: Reader) -> list[Screen]:
    return [location_view.location(reader, _place(reader.desk, tap.place_id))]


@router.callback_query(On(ShowMap))
async def on_the_map(event: CallbackQuery, tap: ShowMap, reader: Reader) -> list[Screen]:
    pin = location_view.pin(reader.speech, _place(reader.desk, tap.place_id))
    if not pin:
        raise NotOffered
    return [pin]


@router.message(On(ShowServices))
@router.callback_query(On(ShowServices))
async def services(event: Event, reader: Reader) -> list[Screen]:
    return [services_view.services(reader)]


@router.callback_query(On(ShowService))
async def service(event: CallbackQuery, tap: ShowService, reader: Reader) -> list[Screen]:
    chosen = reader.desk.directory.service(tap.service_id)
    if not chosen:
        raise NotOffered
    return [services_view.service(reader.speech, chosen)]


@router.message(On(ShowContact))
@router.callback_query(On(ShowContact))
async def contact(event: Event, reader: Reader) -> list[Screen]:
    return [contact_view.contact(reader)]


@router.message(On(ShowEmergency))
@router.callback_query(On(ShowEmergency))
async def emergency(event: Event, reader: Reader) -> list[Screen]:
    return [contact_view.emergency(reader)]


def _first_day(today: date, asked: date | None) -> date:
    """The first of the days to show: not in the past, and at most a year ahead, where schedules mean something."""
    first = asked or today
    if first > today + hours_view.AHEAD:
        raise NotOffered
    return max(first, today)


def _place(desk: Desk, place_id: str | None) -> Location:
    place = desk.directory.main_location if place_id is None else desk.directory.location(place_id)
    if not place:
        raise NotOffered
    return place
