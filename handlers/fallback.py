"""Whatever no other handler took: always a helpful answer, never silence."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.i18n import Speech
from bot.views import fallback
from bot.views.screen import Screen
from handlers.routing import UNKNOWN

router = Router(name="otherwise")


@router.message()
async def not_understood(message: Message, topic: str, item: str, speech: Speech) -> list[Screen]:
    """Also what is only for other roles: to this person it does not exist."""
    kind = "command" if (message.text or "").startswith("/") else message.content_type
    return [fallback.not_understood(speech, item if topic == UNKNOWN else kind)]


@router.callback_query()
async def old_button(event: CallbackQuery, speech: Speech) -> list[Screen]:
    return [fallback.old_button(speech)]
