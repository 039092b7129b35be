"""Whatever no other handler took: always a helpful answer, never silence."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.i18n import Speech
from bot.views import fallback
from bot.views.screen import Screen

router = Router(name="otherwise")


@router.message()
async def not_understood(message: Message, kind: str, speech: Speech) -> list[Screen]:
    """Also what is only for other roles: to this person it does not exist."""
    return [fallback.not_understood(speech, kind)]


@router.callback_query()
async def old_button(event: CallbackQuery, speech: Speech) -> list[Screen]:
    return [fallback.old_button(speech)]
