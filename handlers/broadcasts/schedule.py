"""When an announcement goes out: tapped or typed, in the organization's time."""

from __future__ import annotations

from datetime import date, datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import NoSuchTime, NotOffered
from bot.domain.typed_time import read_time
from bot.i18n import Speech
from bot.usecases.broadcasts.drafts import Broadcasts
from bot.usecases.desk import Desk
from bot.views.broadcasts import schedule as views
from bot.views.broadcasts import sending as sending_views
from bot.views.screen import Screen
from bot.views.widgets import day_names
from handlers.broadcasts.drafts import number, shown
from handlers.forms import expect, expect_nothing
from handlers.routing import Topic

router = Router(name="broadcast time")


@router.callback_query(Topic("broadcast.when"))
async def ask_time(
    event: CallbackQuery,
    item: str,
    session: AsyncSession,
    speech: Speech,
    desk: Desk,
    broadcasts: Broadcasts,
    now: datetime,
) -> list[Screen]:
    draft = await broadcasts.read(number(item)[0])
    expect(session, "broadcast.when", item)
    return [views.ask_time(speech, draft, now.astimezone(desk.directory.zone()).date())]


@router.message(Topic("broadcast.when"))
async def typed(
    message: Message,
    item: str,
    session: AsyncSession,
    speech: Speech,
    desk: Desk,
    broadcasts: Broadcasts,
    now: datetime,
) -> list[Screen]:
    local = now.astimezone(desk.directory.zone())
    due_at = read_time(message.text or "", local, day_names(speech, local.date()))
    draft = await broadcasts.plan(number(item)[0], due_at)
    expect_nothing(session)
    return [await shown(speech, desk, broadcasts, draft, count=False)]


@router.callback_query(Topic("broadcast.day"))
async def ask_hour(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts, now: datetime
) -> list[Screen]:
    broadcast_id, day = number(item)
    draft = await broadcasts.read(broadcast_id)
    return [views.ask_hour(speech, draft, _day(day), now.astimezone(desk.directory.zone()))]


@router.callback_query(Topic("broadcast.at"))
async def at(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts, now: datetime
) -> list[Screen]:
    broadcast_id, when = number(item)
    draft = await broadcasts.plan(broadcast_id, _moment(when, now.astimezone(desk.directory.zone())))
    return [await shown(speech, desk, broadcasts, draft, count=False)]


@router.callback_query(Topic("broadcast.wake"))
async def wake(event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts) -> list[Screen]:
    """To send in quiet hours all the same."""
    broadcast_id, answer = number(item)
    draft = await broadcasts.wake(broadcast_id, answer == "yes")
    return [sending_views.confirm(speech, desk, await broadcasts.overview(draft, desk.directory.organization))]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotOffered from None


def _moment(when: str, now: datetime) -> datetime | None:
    """`now` → None; `2026-11-23.0900` → that instant."""
    if when == "now":
        return None
    day, _, hour = when.partition(".")
    try:
        return read_time(f"{day} {hour[:2]}:{hour[2:]}", now, {})
    except NoSuchTime:
        raise NotOffered from None
