"""One's own data: explained, handed over, erased."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.privacy import Privacy
from bot.views.privacy import own_data as views
from bot.views.privacy.taps import AskErase, EraseData, ExportData, ShowPrivacy
from bot.views.reader import Reader
from bot.views.screen import Screen
from handlers.routing import On

router = Router(name="privacy")


@router.message(On(ShowPrivacy))
@router.callback_query(On(ShowPrivacy))
async def explain(event: Message | CallbackQuery, speech: Speech) -> list[Screen]:
    return [views.explained(speech)]


@router.callback_query(On(ExportData))
async def export(event: CallbackQuery, actor: Actor, speech: Speech) -> list[Screen]:
    return [views.exported(speech, await Privacy(actor).export())]


@router.callback_query(On(AskErase))
async def ask_erase(event: CallbackQuery, reader: Reader) -> list[Screen]:
    return [views.ask_erase(reader)]


@router.callback_query(On(EraseData))
async def erase(event: CallbackQuery, actor: Actor, speech: Speech) -> list[Screen]:
    await Privacy(actor).erase()
    return [views.erased(speech)]
