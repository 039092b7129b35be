"""Everybody's switch for what the team announces."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.people import People
from bot.views.broadcasts import subscription as views
from bot.views.screen import Screen
from handlers.routing import Topic

router = Router(name="announcements")
COPY = "copy"  # tapped under an announcement, which is to stay readable


@router.message(Topic("announcements"))
async def announcements(message: Message, session: AsyncSession, speech: Speech) -> list[Screen]:
    assert message.from_user is not None
    return [views.switch(speech, await People(session).wants_announcements(message.from_user.id))]


@router.callback_query(Topic("announcements"))
async def switch(event: CallbackQuery, item: str, session: AsyncSession, speech: Speech) -> list[Screen]:
    people = People(session)
    if item in ("on", "off"):
        await people.want_announcements(event.from_user.id, item == "on")
        return [views.switch(speech, item == "on")]
    if item not in ("", COPY):
        raise NotOffered
    return [views.switch(speech, await people.wants_announcements(event.from_user.id), anew=item == COPY)]


@router.message(Topic("stop"))
async def stop(message: Message, session: AsyncSession, speech: Speech) -> list[Screen]:
    assert message.from_user is not None
    await People(session).want_announcements(message.from_user.id, False)
    return [views.stopped(speech)]
