"""Everybody's switch for what the team announces."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.usecases.actor import Actor
from bot.usecases.people import People
from bot.views.broadcasts import subscription as views
from bot.views.broadcasts.taps import StopAnnouncements, SwitchAnnouncements
from bot.views.reader import Reader
from bot.views.screen import Screen
from handlers.routing import On

router = Router(name="announcements")


@router.message(On(SwitchAnnouncements))
@router.callback_query(On(SwitchAnnouncements))
async def switch(
    event: Message | CallbackQuery, tap: SwitchAnnouncements, actor: Actor, reader: Reader
) -> list[Screen]:
    people = People(actor)
    if tap.to in ("on", "off"):
        await people.want_announcements(tap.to == "on")
    return [views.switch(reader.speech, await people.wants_announcements(), anew=tap.to == "copy")]


@router.message(On(StopAnnouncements))
async def stop(message: Message, actor: Actor, reader: Reader) -> list[Screen]:
    await People(actor).want_announcements(False)
    return [views.stopped(reader.speech)]
