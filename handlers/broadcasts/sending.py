"""An announcement on its way: confirmed, watched, stopped, tried again, corrected."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.domain.broadcasts import SKIP
from bot.domain.errors import NotOffered
from bot.usecases.actor import Actor
from bot.usecases.broadcasts.drafts import Broadcasts
from bot.usecases.broadcasts.sending import Sending
from bot.views.broadcasts import sending as views
from bot.views.broadcasts.taps import (
    AskCorrection,
    AskMissing,
    AskToSend,
    CorrectBroadcast,
    DecideMissing,
    SendAgain,
    SendBroadcast,
    StopBroadcast,
)
from bot.views.reader import Reader
from bot.views.screen import Screen
from handlers.broadcasts.drafts import as_it_stands, shown
from handlers.routing import On

router = Router(name="broadcast sending")


@router.callback_query(On(AskToSend))
async def confirm(event: CallbackQuery, tap: AskToSend, actor: Actor, reader: Reader) -> list[Screen]:
    broadcasts = Broadcasts(actor)
    return [views.confirm(reader, await broadcasts.overview(await broadcasts.read(tap.broadcast_id)))]


@router.callback_query(On(AskMissing))
async def ask_missing(event: CallbackQuery, tap: AskMissing, actor: Actor, reader: Reader) -> list[Screen]:
    broadcasts = Broadcasts(actor)
    draft = await broadcasts.read(tap.broadcast_id)
    return [views.ask_missing(reader.speech, await broadcasts.overview(draft, count=False))]


@router.callback_query(On(DecideMissing))
async def decide(event: CallbackQuery, tap: DecideMissing, actor: Actor, reader: Reader) -> list[Screen]:
    if tap.instead not in (*reader.organization.languages, SKIP):
        raise NotOffered
    broadcasts = Broadcasts(actor)
    draft = await broadcasts.decide(tap.broadcast_id, tap.instead)
    return [views.confirm(reader, await broadcasts.overview(draft))]


@router.callback_query(On(SendBroadcast))
async def send(event: CallbackQuery, tap: SendBroadcast, actor: Actor, reader: Reader) -> list[Screen]:
    """The message that was tapped becomes the one that shows the progress."""
    message_id = event.message.message_id if event.message else None
    return [await shown(actor, reader, await Broadcasts(actor).confirm(tap.broadcast_id, message_id))]


@router.callback_query(On(StopBroadcast))
async def stop(event: CallbackQuery, tap: StopBroadcast, actor: Actor, reader: Reader) -> list[Screen]:
    if await Sending(actor).stop(tap.broadcast_id):
        return [views.stopping(reader.speech, tap.broadcast_id)]
    return [await as_it_stands(actor, reader, tap.broadcast_id)]


@router.callback_query(On(SendAgain))
async def again(event: CallbackQuery, tap: SendAgain, actor: Actor, reader: Reader) -> list[Screen]:
    await Sending(actor).try_again(tap.broadcast_id)
    return [await as_it_stands(actor, reader, tap.broadcast_id)]


@router.callback_query(On(AskCorrection))
async def ask_correction(event: CallbackQuery, tap: AskCorrection, actor: Actor, reader: Reader) -> list[Screen]:
    return [views.ask_correction(reader.speech, await Broadcasts(actor).read(tap.broadcast_id))]


@router.callback_query(On(CorrectBroadcast))
async def correct(event: CallbackQuery, tap: CorrectBroadcast, actor: Actor, reader: Reader) -> list[Screen]:
    return [await shown(actor, reader, await Sending(actor).correct(tap.broadcast_id, tap.how))]
