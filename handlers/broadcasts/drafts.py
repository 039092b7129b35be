"""Announcements by the team: the list, and writing one."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.broadcasts import STARTED, State
from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.broadcasts.drafts import Broadcasts
from bot.usecases.broadcasts.sending import Sending
from bot.usecases.desk import Desk
from bot.views.broadcasts import draft as views
from bot.views.broadcasts import sending as sending_views
from bot.views.screen import Screen
from db.models.broadcasts import Broadcast, Media
from handlers.forms import expect, expect_nothing
from handlers.routing import Topic

router = Router(name="broadcasts")
Event = Message | CallbackQuery


@router.message(Topic("broadcasts"))
@router.callback_query(Topic("broadcasts"))
async def listed(event: Event, speech: Speech, desk: Desk, broadcasts: Broadcasts) -> list[Screen]:
    return [views.listed(speech, desk, await broadcasts.latest())]


@router.message(Topic("broadcast.new"))
async def new(message: Message, speech: Speech, desk: Desk, broadcasts: Broadcasts) -> list[Screen]:
    """What was begun before is offered first."""
    drafts = (one for one in await broadcasts.latest() if one.state == State.DRAFT and one.texts)
    draft = next(drafts, None)
    return [views.unfinished(speech, draft) if draft else views.first_language(speech, desk)]


@router.callback_query(Topic("broadcast.new"))
async def begin(
    event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, desk: Desk, broadcasts: Broadcasts
) -> list[Screen]:
    if not item:
        return [views.first_language(speech, desk)]
    return [await _asked_for_text(event, await broadcasts.begin(), item, session, speech, desk)]


@router.callback_query(Topic("broadcast"))
async def opened(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts, sending: Sending
) -> list[Screen]:
    return [await as_it_stands(number(item)[0], speech, desk, broadcasts, sending)]


@router.callback_query(Topic("broadcast.text"))
async def ask_text(
    event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, desk: Desk, broadcasts: Broadcasts
) -> list[Screen]:
    broadcast_id, language = number(item)
    return [await _asked_for_text(event, await broadcasts.read(broadcast_id), language, session, speech, desk)]


@router.message(Topic("broadcast.text"))
async def write_text(
    message: Message, item: str, session: AsyncSession, speech: Speech, desk: Desk, broadcasts: Broadcasts
) -> list[Screen]:
    """A photo or a document may come with the text, as its caption."""
    broadcast_id, language = number(item)
    draft = await broadcasts.read(broadcast_id)
    if media := sent_media(message):
        draft = await broadcasts.attach(broadcast_id, media)
    if not (message.text or message.caption):
        return [views.ask_text(speech, draft, language)]
    draft = await broadcasts.write(broadcast_id, language, message.html_text)
    expect_nothing(session)
    return [await shown(speech, desk, broadcasts, draft, count=False)]


@router.callback_query(Topic("broadcast.media"))
async def ask_media(
    event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, broadcasts: Broadcasts
) -> list[Screen]:
    draft = await broadcasts.read(number(item)[0])
    expect(session, "broadcast.media", item)
    return [views.ask_media(speech, draft)]


@router.message(Topic("broadcast.media"))
async def attach(
    message: Message, item: str, session: AsyncSession, speech: Speech, desk: Desk, broadcasts: Broadcasts
) -> list[Screen]:
    media = sent_media(message)
    if not media:
        return [views.ask_media(speech, await broadcasts.read(number(item)[0]))]
    draft = await broadcasts.attach(number(item)[0], media)
    expect_nothing(session)
    return [await shown(speech, desk, broadcasts, draft, count=False)]


@router.callback_query(Topic("broadcast.bare"))
async def detach(event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts) -> list[Screen]:
    draft = await broadcasts.attach(number(item)[0], None)
    return [await shown(speech, desk, broadcasts, draft, count=False)]


@router.callback_query(Topic("broadcast.look"))
async def look(
    event: CallbackQuery, item: str, speech: Speech, speeches: dict[str, Speech], desk: Desk, broadcasts: Broadcasts
) -> list[Screen]:
    return views.preview(speech, speeches, desk, await broadcasts.read(number(item)[0]))


@router.callback_query(Topic("broadcast.cancel"))
async def cancel(event: CallbackQuery, item: str, speech: Speech, broadcasts: Broadcasts) -> list[Screen]:
    return [views.cancelled(speech, await broadcasts.cancel(number(item)[0]))]


@router.callback_query(Topic("broadcast.edit"))
async def reopen(event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts) -> list[Screen]:
    return [await shown(speech, desk, broadcasts, await broadcasts.reopen(number(item)[0]))]


async def _asked_for_text(
    event: CallbackQuery, draft: Broadcast, language: str, session: AsyncSession, speech: Speech, desk: Desk
) -> Screen:
    if language not in desk.directory.organization.languages:
        raise NotOffered
    expect(session, "broadcast.text", f"{draft.id}.{language}")
    return views.ask_text(speech, draft, language)


async def as_it_stands(
    broadcast_id: int, speech: Speech, desk: Desk, broadcasts: Broadcasts, sending: Sending
) -> Screen:
    broadcast = await broadcasts.read(broadcast_id)
    if broadcast.state not in STARTED:
        return await shown(speech, desk, broadcasts, broadcast)
    seen = await sending.progress(broadcast, desk.directory.organization)
    return sending_views.report(speech, seen) if seen.over else sending_views.progress(speech, seen)


async def shown(speech: Speech, desk: Desk, broadcasts: Broadcasts, broadcast: Broadcast, count: bool = True) -> Screen:
    """One that has not started."""
    if broadcast.state == State.CANCELLED:
        return views.cancelled(speech, broadcast)
    seen = await broadcasts.overview(broadcast, desk.directory.organization, count)
    return (views.overview if broadcast.state == State.DRAFT else views.planned)(speech, desk, seen)


def number(item: str) -> tuple[int, str]:
    """`12.fr` → 12 and `fr`. NotOffered for what no button of ours says."""
    digits, _, more = item.partition(".")
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 16):
        raise NotOffered
    return int(digits), more


def sent_media(message: Message) -> Media | None:
    if message.photo:
        return {"kind": "photo", "file_id": message.photo[-1].file_id}  # the largest
    if message.document:
        return {"kind": "document", "file_id": message.document.file_id}
    return None
