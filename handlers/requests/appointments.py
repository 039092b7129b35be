"""A dated appointment on a request: made, cancelled, and afterwards whether it took place."""

from __future__ import annotations

from datetime import date, datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import NoSuchTime, NotOffered
from bot.domain.typed_time import read_time
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.requests.appointments import Appointments
from bot.views.requests import claims as views
from bot.views.screen import Screen
from bot.views.widgets import day_names
from handlers.broadcasts.drafts import number
from handlers.forms import expect, expect_nothing
from handlers.routing import Topic

router = Router(name="request appointments")
Event = Message | CallbackQuery


@router.callback_query(Topic("claim.meet"))
async def ask_day(event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    request_id = number(item)[0]
    coming = await Appointments(actor).coming(request_id)
    expect(session, "claim.meet", str(request_id))
    return [views.ask_day(speech, actor.desk, request_id, coming, local(actor).date())]


@router.message(Topic("claim.meet"))
async def typed(message: Message, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    now = local(actor)
    at = read_time(message.text or "", now, day_names(speech, now.date()))
    return [asked_for_place(session, speech, number(item)[0], at)]


@router.callback_query(Topic("claim.day"))
async def ask_hour(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    request_id, day = number(item)
    try:
        return [views.ask_hour(speech, request_id, date.fromisoformat(day), local(actor))]
    except ValueError:
        raise NotOffered from None


@router.callback_query(Topic("claim.hour"))
async def ask_place(
    event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, actor: Actor
) -> list[Screen]:
    request_id, when = number(item)
    return [asked_for_place(session, speech, request_id, moment(when, actor))]


@router.message(Topic("claim.hour"))
@router.callback_query(Topic("claim.met"))
async def make(event: Event, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    """With the place that was typed, or without one."""
    request_id, when = number(item)
    place = (event.text or "").strip() if isinstance(event, Message) else ""
    made = await Appointments(actor).make(request_id, moment(when, actor), place)
    expect_nothing(session)
    return [views.appointed(speech, actor.desk, made, place)]


@router.callback_query(Topic("claim.unmeet"))
async def cancel(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    return [views.unappointed(speech, actor.desk, await Appointments(actor).cancel(number(item)[0]))]


@router.callback_query(Topic("claim.went"))
async def happened(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    appointment_id, answer = number(item)
    if answer not in ("yes", "no"):
        raise NotOffered
    request = await Appointments(actor).answer(appointment_id, answer == "yes")
    return [views.happened(speech, request, answer == "yes")]


def asked_for_place(session: AsyncSession, speech: Speech, request_id: int, at: datetime) -> Screen:
    expect(session, "claim.hour", f"{request_id}.{at:%Y-%m-%d.%H%M}")
    return views.ask_place(speech, request_id, at)


def local(actor: Actor) -> datetime:
    return actor.now.astimezone(actor.desk.directory.zone())


def moment(when: str, actor: Actor) -> datetime:
    """`2026-11-23.0900` in the organization's time."""
    day, _, hour = when.partition(".")
    try:
        return read_time(f"{day} {hour[:2]}:{hour[2:]}", local(actor), {})
    except NoSuchTime:
        raise NotOffered from None
