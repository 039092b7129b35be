"""When an announcement goes out: tapped or typed, in the organization's time."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.typed_time import read_time
from bot.domain.wall_time import opening
from bot.usecases.actor import Actor
from bot.usecases.broadcasts.drafts import Broadcasts
from bot.views.broadcasts import schedule as views
from bot.views.broadcasts import sending as sending_views
from bot.views.broadcasts.taps import AskTime, AskTimeOfDay, PlanAtOnce, PlanBroadcast, Wake
from bot.views.reader import Reader
from bot.views.screen import Screen
from bot.views.widgets import day_names
from handlers.broadcasts.drafts import shown
from handlers.routing import On

router = Router(name="broadcast time")


@router.callback_query(On(AskTime))
async def ask_time(event: CallbackQuery, tap: AskTime, actor: Actor, reader: Reader) -> list[Screen]:
    return [views.ask_time(reader, await Broadcasts(actor).read(tap.broadcast_id), tap.month)]


@router.message(On(AskTime))
async def typed(message: Message, tap: AskTime, actor: Actor, reader: Reader) -> list[Screen]:
    due_at = read_time(message.text or "", reader.local_now, day_names(reader.speech, reader.today))
    draft = await Broadcasts(actor).plan(tap.broadcast_id, due_at)
    return [await shown(actor, reader, draft, count=False)]


@router.callback_query(On(AskTimeOfDay))
async def ask_hour(event: CallbackQuery, tap: AskTimeOfDay, actor: Actor, reader: Reader) -> list[Screen]:
    return [views.ask_hour(reader, await Broadcasts(actor).read(tap.broadcast_id), tap.day)]


@router.callback_query(On(PlanBroadcast))
async def plan(event: CallbackQuery, tap: PlanBroadcast, actor: Actor, reader: Reader) -> list[Screen]:
    due_at = opening(tap.day, tap.hour, reader.desk.directory.zone())
    draft = await Broadcasts(actor).plan(tap.broadcast_id, due_at)
    return [await shown(actor, reader, draft, count=False)]


@router.callback_query(On(PlanAtOnce))
async def at_once(event: CallbackQuery, tap: PlanAtOnce, actor: Actor, reader: Reader) -> list[Screen]:
    draft = await Broadcasts(actor).plan(tap.broadcast_id, None)
    return [await shown(actor, reader, draft, count=False)]


@router.callback_query(On(Wake))
async def wake(event: CallbackQuery, tap: Wake, actor: Actor, reader: Reader) -> list[Screen]:
    """To send in quiet hours all the same."""
    draft = await Broadcasts(actor).wake(tap.broadcast_id, tap.allowed)
    return [sending_views.confirm(reader, await Broadcasts(actor).overview(draft))]
