"""A dated appointment on a request: made, cancelled, and afterwards whether it took place."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NoSuchTime
from bot.domain.typed_time import AHEAD, read_time
from bot.domain.wall_time import opening
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.requests.appointments import Appointments
from bot.views.reader import Reader
from bot.views.requests import appointments as views
from bot.views.requests.claim_taps import (
    AnswerWhetherItHappened,
    AskDay,
    AskHour,
    AskPlace,
    CancelAppointment,
    MakeAppointment,
)
from bot.views.screen import Screen
from bot.views.widgets import day_names
from handlers.routing import On

router = Router(name="request appointments")


@router.callback_query(On(AskDay))
async def ask_day(event: CallbackQuery, tap: AskDay, reader: Reader, actor: Actor) -> list[Screen]:
    coming = await Appointments(actor).coming(tap.request_id)
    return [views.ask_day(reader, tap.request_id, coming, tap.month)]


@router.message(On(AskDay))
async def typed(message: Message, tap: AskDay, reader: Reader) -> list[Screen]:
    at = read_time(message.text or "", reader.local_now, day_names(reader.speech, reader.today))
    return [views.ask_place(reader.speech, tap.request_id, at)]


@router.callback_query(On(AskHour))
async def ask_hour(event: CallbackQuery, tap: AskHour, reader: Reader) -> list[Screen]:
    return [views.ask_hour(reader, tap.request_id, tap.day)]


@router.callback_query(On(AskPlace))
async def ask_place(event: CallbackQuery, tap: AskPlace, reader: Reader) -> list[Screen]:
    return [views.ask_place(reader.speech, tap.request_id, moment(reader, tap))]


@router.message(On(AskPlace))
async def with_place(message: Message, tap: AskPlace, reader: Reader, actor: Actor) -> list[Screen]:
    return [await made(reader, actor, tap, (message.text or "").strip())]


@router.callback_query(On(MakeAppointment))
async def without_place(event: CallbackQuery, tap: MakeAppointment, reader: Reader, actor: Actor) -> list[Screen]:
    return [await made(reader, actor, tap, "")]


@router.callback_query(On(CancelAppointment))
async def cancel(event: CallbackQuery, tap: CancelAppointment, reader: Reader, actor: Actor) -> list[Screen]:
    return [views.unappointed(reader, await Appointments(actor).cancel(tap.appointment_id))]


@router.callback_query(On(AnswerWhetherItHappened))
async def happened(event: CallbackQuery, tap: AnswerWhetherItHappened, speech: Speech, actor: Actor) -> list[Screen]:
    return [views.happened(speech, await Appointments(actor).answer(tap.appointment_id, tap.happened), tap.happened)]


async def made(reader: Reader, actor: Actor, tap: AskPlace | MakeAppointment, place: str) -> Screen:
    return views.appointed(reader, await Appointments(actor).make(tap.request_id, moment(reader, tap), place), place)


def moment(reader: Reader, tap: AskPlace | MakeAppointment) -> datetime:
    """In the organization's time. NoSuchTime for one that is too far away to be typed either."""
    if tap.day > reader.today + AHEAD:
        raise NoSuchTime
    return opening(tap.day, tap.at, reader.desk.directory.zone())
