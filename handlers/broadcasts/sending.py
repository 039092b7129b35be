"""An announcement on its way: confirmed, watched, stopped, tried again, corrected."""

from __future__ import annotations

from typing import Literal, cast

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.domain.broadcasts import SKIP
from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.broadcasts.drafts import Broadcasts
from bot.usecases.broadcasts.sending import Sending
from bot.usecases.desk import Desk
from bot.views.broadcasts import sending as views
from bot.views.screen import Screen
from handlers.broadcasts.drafts import as_it_stands, number, shown
from handlers.routing import Topic

router = Router(name="broadcast sending")


@router.callback_query(Topic("broadcast.send"))
async def confirm(event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts) -> list[Screen]:
    draft = await broadcasts.read(number(item)[0])
    return [views.confirm(speech, desk, await broadcasts.overview(draft, desk.directory.organization))]


@router.callback_query(Topic("broadcast.lacking"))
async def lacking(event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts) -> list[Screen]:
    draft = await broadcasts.read(number(item)[0])
    return [views.ask_missing(speech, await broadcasts.overview(draft, desk.directory.organization, count=False))]


@router.callback_query(Topic("broadcast.missing"))
async def decide(event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts) -> list[Screen]:
    broadcast_id, missing = number(item)
    if missing not in (*desk.directory.organization.languages, SKIP):
        raise NotOffered
    draft = await broadcasts.decide(broadcast_id, missing)
    return [views.confirm(speech, desk, await broadcasts.overview(draft, desk.directory.organization))]


@router.callback_query(Topic("broadcast.go"))
async def go(event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts) -> list[Screen]:
    """The message that was tapped becomes the one that shows the progress."""
    message_id = event.message.message_id if event.message else None
    broadcast = await broadcasts.confirm(number(item)[0], desk.directory.organization, message_id)
    return [await shown(speech, desk, broadcasts, broadcast)]


@router.callback_query(Topic("broadcast.stop"))
async def stop(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts, sending: Sending
) -> list[Screen]:
    broadcast_id, _ = number(item)
    if await sending.stop(broadcast_id):
        return [views.stopping(speech, broadcast_id)]
    return [await as_it_stands(broadcast_id, speech, desk, broadcasts, sending)]


@router.callback_query(Topic("broadcast.again"))
async def again(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts, sending: Sending
) -> list[Screen]:
    broadcast_id, _ = number(item)
    await sending.try_again(broadcast_id)
    return [await as_it_stands(broadcast_id, speech, desk, broadcasts, sending)]


@router.callback_query(Topic("broadcast.wrong"))
async def ask_correction(event: CallbackQuery, item: str, speech: Speech, broadcasts: Broadcasts) -> list[Screen]:
    return [views.ask_correction(speech, await broadcasts.read(number(item)[0]))]


@router.callback_query(Topic("broadcast.correct"))
async def correct(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts, sending: Sending
) -> list[Screen]:
    broadcast_id, how = number(item)
    if how not in ("edit", "new"):
        raise NotOffered
    draft = await sending.correct(broadcast_id, cast(Literal["edit", "new"], how))
    return [await shown(speech, desk, broadcasts, draft)]
