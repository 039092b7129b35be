"""Announcements by the team: the list, and writing one."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.broadcasts import STARTED, BroadcastState
from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.broadcasts.drafts import Broadcasts
from bot.usecases.broadcasts.sending import Sending
from bot.views.broadcasts import draft as views
from bot.views.broadcasts import sending as sending_views
from bot.views.broadcasts.taps import (
    AskMedia,
    AskText,
    CancelBroadcast,
    ListBroadcasts,
    NewBroadcast,
    Preview,
    RemoveMedia,
    ReopenBroadcast,
    ShowBroadcast,
)
from bot.views.reader import Reader
from bot.views.screen import Screen
from db.models.broadcasts import Broadcast, StoredMedia
from handlers.routing import On

router = Router(name="broadcasts")


@router.message(On(ListBroadcasts))
@router.callback_query(On(ListBroadcasts))
async def listed(event: Message | CallbackQuery, actor: Actor, reader: Reader) -> list[Screen]:
    return [views.listed(reader.speech, await Broadcasts(actor).latest())]


@router.message(On(NewBroadcast))
async def new(message: Message, actor: Actor, reader: Reader) -> list[Screen]:
    """What was begun before is offered first."""
    latest = await Broadcasts(actor).latest()
    draft = next((one for one in latest if one.state == BroadcastState.DRAFT and one.texts), None)
    return [views.unfinished(reader.speech, draft) if draft else views.first_language(reader)]


@router.callback_query(On(NewBroadcast))
async def begin(event: CallbackQuery, tap: NewBroadcast, actor: Actor, reader: Reader) -> list[Screen]:
    if tap.language is None:
        return [views.first_language(reader)]
    _is_offered(reader, tap.language)
    return [views.ask_text(reader.speech, await Broadcasts(actor).begin(), tap.language)]


@router.callback_query(On(ShowBroadcast))
async def opened(event: CallbackQuery, tap: ShowBroadcast, actor: Actor, reader: Reader) -> list[Screen]:
    return [await as_it_stands(actor, reader, tap.broadcast_id)]


@router.callback_query(On(AskText))
async def ask_text(event: CallbackQuery, tap: AskText, actor: Actor, reader: Reader) -> list[Screen]:
    _is_offered(reader, tap.language)
    return [views.ask_text(reader.speech, await Broadcasts(actor).read(tap.broadcast_id), tap.language)]


@router.message(On(AskText))
async def write_text(message: Message, tap: AskText, actor: Actor, reader: Reader) -> list[Screen]:
    """A photo or a document may come with the text, as its caption."""
    broadcasts = Broadcasts(actor)
    draft = await broadcasts.read(tap.broadcast_id)
    if media := sent_media(message):
        draft = await broadcasts.attach(tap.broadcast_id, media)
    if not (message.text or message.caption):
        return [views.ask_text(reader.speech, draft, tap.language)]
    draft = await broadcasts.write(tap.broadcast_id, tap.language, message.html_text)
    return [await shown(actor, reader, draft, count=False)]


@router.callback_query(On(AskMedia))
async def ask_media(event: CallbackQuery, tap: AskMedia, actor: Actor, reader: Reader) -> list[Screen]:
    return [views.ask_media(reader.speech, await Broadcasts(actor).read(tap.broadcast_id))]


@router.message(On(AskMedia))
async def attach(message: Message, tap: AskMedia, actor: Actor, reader: Reader) -> list[Screen]:
    media = sent_media(message)
    if not media:
        return [views.ask_media(reader.speech, await Broadcasts(actor).read(tap.broadcast_id))]
    return [await shown(actor, reader, await Broadcasts(actor).attach(tap.broadcast_id, media), count=False)]


@router.callback_query(On(RemoveMedia))
async def detach(event: CallbackQuery, tap: RemoveMedia, actor: Actor, reader: Reader) -> list[Screen]:
    return [await shown(actor, reader, await Broadcasts(actor).attach(tap.broadcast_id, None), count=False)]


@router.callback_query(On(Preview))
async def look(
    event: CallbackQuery, tap: Preview, actor: Actor, reader: Reader, speeches: dict[str, Speech]
) -> list[Screen]:
    return views.preview(reader, speeches, await Broadcasts(actor).read(tap.broadcast_id))


@router.callback_query(On(CancelBroadcast))
async def cancel(event: CallbackQuery, tap: CancelBroadcast, actor: Actor, reader: Reader) -> list[Screen]:
    return [views.cancelled(reader.speech, await Broadcasts(actor).cancel(tap.broadcast_id))]


@router.callback_query(On(ReopenBroadcast))
async def reopen(event: CallbackQuery, tap: ReopenBroadcast, actor: Actor, reader: Reader) -> list[Screen]:
    return [await shown(actor, reader, await Broadcasts(actor).reopen(tap.broadcast_id))]


async def as_it_stands(actor: Actor, reader: Reader, broadcast_id: int) -> Screen:
    broadcast = await Broadcasts(actor).read(broadcast_id)
    if broadcast.state not in STARTED:
        return await shown(actor, reader, broadcast)
    seen = await Sending(actor).progress(broadcast)
    return sending_views.report(reader.speech, seen) if seen.over else sending_views.progress(reader.speech, seen)


async def shown(actor: Actor, reader: Reader, broadcast: Broadcast, count: bool = True) -> Screen:
    """One that has not started."""
    if broadcast.state == BroadcastState.CANCELLED:
        return views.cancelled(reader.speech, broadcast)
    seen = await Broadcasts(actor).overview(broadcast, count)
    if broadcast.state == BroadcastState.DRAFT:
        return views.overview(reader, seen)
    return views.planned(reader.speech, seen)


def _is_offered(reader: Reader, language: str) -> None:
    if language not in reader.organization.languages:
        raise NotOffered


def sent_media(message: Message) -> StoredMedia | None:
    if message.photo:
        return {"kind": "photo", "file_id": message.photo[-1].file_id}  # the largest
    if message.document:
        return {"kind": "document", "file_id": message.document.file_id}
    return None
