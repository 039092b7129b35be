"""One's own data: explained, handed over, erased."""

from __future__ import annotations

from collections.abc import Collection

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.clock import Clock
from bot.i18n import Speech
from bot.usecases.privacy import Privacy
from bot.vault import Vault
from bot.views.privacy import own_data as views
from bot.views.screen import Screen
from handlers.routing import Topic

router = Router(name="privacy")


@router.message(Topic("privacy"))
@router.callback_query(Topic("privacy"))
async def explain(event: Message | CallbackQuery, speech: Speech) -> list[Screen]:
    return [views.explained(speech)]


@router.callback_query(Topic("privacy.export"))
async def export(
    event: CallbackQuery, session: AsyncSession, clock: Clock, vault: Vault, speech: Speech
) -> list[Screen]:
    return [views.exported(speech, await Privacy(session, clock, event.from_user.id).export(vault))]


@router.callback_query(Topic("privacy.erase"))
async def ask_erase(event: CallbackQuery, speech: Speech, role: str) -> list[Screen]:
    return [views.ask_erase(speech, role)]


@router.callback_query(Topic("privacy.erased"))
async def erase(
    event: CallbackQuery,
    session: AsyncSession,
    clock: Clock,
    speech: Speech,
    role: str,
    administrators: Collection[int],
) -> list[Screen]:
    await Privacy(session, clock, event.from_user.id).erase(role, administrators)
    return [views.erased(speech)]
