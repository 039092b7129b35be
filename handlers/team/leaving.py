"""Out of the team, by one's own wish: also without accepting a new charter first."""

from __future__ import annotations

from collections.abc import Collection

from aiogram import Router
from aiogram.types import CallbackQuery
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.clock import Clock
from bot.domain.roles import RESIDENT, VOLUNTEER
from bot.i18n import Speech
from bot.usecases.team.profiles import Volunteers
from bot.views.screen import Screen
from bot.views.team import joining as views
from handlers.roles import HasRole
from handlers.routing import Topic

router = Router(name="leaving")
router.callback_query.filter(HasRole(VOLUNTEER))


@router.callback_query(Topic("profile.leave"))
async def ask_leave(event: CallbackQuery, speech: Speech) -> list[Screen]:
    return [views.ask_leave(speech)]


@router.callback_query(Topic("profile.left"))
async def leave(
    event: CallbackQuery,
    session: AsyncSession,
    clock: Clock,
    speech: Speech,
    role: str,
    administrators: Collection[int],
) -> list[Screen]:
    await Volunteers(session, clock, event.from_user.id, role).leave(administrators)
    return [views.left(speech, RESIDENT)]
