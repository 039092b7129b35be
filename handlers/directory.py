"""Everything one can look up: hours, place, services, meetings, contact."""

from __future__ import annotations

from datetime import date, datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.directory import contact as contact_view
from bot.views.directory import hours as hours_view
from bot.views.directory import location as location_view
from bot.views.directory import services as services_view
from bot.views.screen import Screen
from db.models.directory import Location
from handlers.routing import Topic

router = Router(name="directory")
Event = Message | CallbackQuery


@router.message(Topic("hours"))
@router.callback_query(Topic("hours"))
async def hours(event: Event, item: str, speech: Speech, desk: Desk, now: datetime) -> list[Screen]:
    place_id, _, first = item.partition(".") if isinstance(event, CallbackQuery) else ("", "", "")
    place = _place(desk, place_id)
    return [hours_view.hours(speech, desk, place, now, _first_day(desk.today(place, now), first))]


@router.message(Topic("location"))
async def where(message: Message, speech: Speech, desk: Desk) -> list[Screen]:
    """The pin first, so that the words with their buttons stand last."""
    place = desk.directory.main_location
    pin = location_view.pin(speech, place)
    return [*([pin] if pin else []), location_view.location(speech, desk, place)]


@router.callback_query(Topic("location"))
async def where_tapped(event: CallbackQuery, item: str, speech: Speech, desk: Desk) -> list[Screen]:
    return [location_view.location(speech, desk, _place(desk, item))]


@router.callback_query(Topic("map"))
async def on_the_map(event: CallbackQuery, item: str, speech: Speech, desk: Desk) -> list[Screen]:
    pin = location_view.pin(speech, _place(desk, item))
    if not pin:
        raise NotOffered
    return [pin]


@router.message(Topic("services"))
@router.callback_query(Topic("services"))
async def services(event: Event, speech: Speech, desk: Desk) -> list[Screen]:
    return [services_view.services(speech, desk)]


@router.callback_query(Topic("service"))
async def service(event: CallbackQuery, item: str, speech: Speech, desk: Desk) -> list[Screen]:
    chosen = desk.directory.service(item)
    if not chosen:
        raise NotOffered
    return [services_view.service(speech, chosen)]


@router.message(Topic("contact"))
@router.callback_query(Topic("contact"))
async def contact(event: Event, speech: Speech, desk: Desk) -> list[Screen]:
    return [contact_view.contact(speech, desk)]


@router.message(Topic("emergency"))
@router.callback_query(Topic("emergency"))
async def emergency(event: Event, speech: Speech, desk: Desk) -> list[Screen]:
    return [contact_view.emergency(speech, desk)]


def _first_day(today: date, asked: str) -> date:
    """The first of the days to show: not in the past, and at most a year ahead, where schedules mean something."""
    if not asked:
        return today
    try:
        first = date.fromisoformat(asked)
    except ValueError:
        raise NotOffered from None
    if first > today + hours_view.AHEAD:
        raise NotOffered
    return max(first, today)


def _place(desk: Desk, place_id: str) -> Location:
    if not place_id:
        return desk.directory.main_location
    place = desk.directory.location(place_id)
    if not place:
        raise NotOffered
    return place
