"""/start, the menu, help, and the language to read it all in."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.desk import Desk
from bot.usecases.people import People
from bot.views import menu as views
from bot.views.screen import Screen
from handlers.routing import Topic

router = Router(name="start")


@router.message(Topic("menu"))
async def start(
    message: Message,
    item: str,
    actor: Actor,
    speech: Speech,
    speeches: dict[str, Speech],
    desk: Desk,
    role: str,
    chosen: bool,
) -> list[Screen]:
    """`/start ar` comes from a poster in Arabic; without a language yet, people are asked."""
    if item in speeches:
        return await choose(message, item, actor, speeches, desk, role)
    return [views.welcome(speech, desk, role) if chosen else views.choose_language(speech, speeches, desk)]


@router.callback_query(Topic("menu"))
async def menu(event: CallbackQuery, speech: Speech, role: str) -> list[Screen]:
    return [views.menu(speech, role)]


@router.message(Topic("help"))
@router.callback_query(Topic("help"))
async def help_(event: Message | CallbackQuery, speech: Speech, role: str) -> list[Screen]:
    return [views.help_screen(speech, role)]


@router.message(Topic("language"))
async def language(message: Message, speech: Speech, speeches: dict[str, Speech], desk: Desk) -> list[Screen]:
    return [views.choose_language(speech, speeches, desk)]


@router.callback_query(Topic("language"))
async def language_tapped(
    event: CallbackQuery,
    item: str,
    actor: Actor,
    speech: Speech,
    speeches: dict[str, Speech],
    desk: Desk,
    role: str,
) -> list[Screen]:
    if not item:
        return [views.choose_language(speech, speeches, desk)]
    if item not in speeches:
        raise NotOffered
    again = views.choose_language(speeches[item], speeches, desk)
    return [again, *await choose(event, item, actor, speeches, desk, role)]


async def choose(
    event: Message | CallbackQuery,
    code: str,
    actor: Actor,
    speeches: dict[str, Speech],
    desk: Desk,
    role: str,
) -> list[Screen]:
    await People(actor).choose_language(code)
    return [views.welcome(speeches[code], desk, role)]
