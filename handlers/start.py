"""/start, the menu, help, and the language to read it all in."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.people import People
from bot.views import menu as views
from bot.views.menu_taps import ChooseLanguage, ShowHelp, ShowMenu
from bot.views.reader import Reader
from bot.views.screen import Screen
from handlers.routing import On

router = Router(name="start")


@router.message(On(ShowMenu))
async def start(
    message: Message, tap: ShowMenu, actor: Actor, reader: Reader, speeches: dict[str, Speech], chosen: bool
) -> list[Screen]:
    """`/start ar` comes from a poster in Arabic; without a language yet, people are asked."""
    if tap.parameter in speeches:
        await People(actor).choose_language(tap.parameter)
        return [views.welcome(replace(reader, speech=speeches[tap.parameter]))]
    return [views.welcome(reader) if chosen else views.choose_language(reader, speeches)]


@router.callback_query(On(ShowMenu))
async def menu(event: CallbackQuery, reader: Reader) -> list[Screen]:
    return [views.menu(reader)]


@router.message(On(ShowHelp))
@router.callback_query(On(ShowHelp))
async def help_(event: Message | CallbackQuery, reader: Reader) -> list[Screen]:
    return [views.help_screen(reader)]


@router.message(On(ChooseLanguage))
@router.callback_query(On(ChooseLanguage))
async def language(
    event: Message | CallbackQuery, tap: ChooseLanguage, actor: Actor, reader: Reader, speeches: dict[str, Speech]
) -> list[Screen]:
    if tap.code is None:
        return [views.choose_language(reader, speeches)]
    if tap.code not in speeches:
        raise NotOffered
    await People(actor).choose_language(tap.code)
    chosen = replace(reader, speech=speeches[tap.code])
    return [views.choose_language(chosen, speeches), views.welcome(chosen)]
