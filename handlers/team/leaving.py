"""Out of the team, by one's own wish: also without accepting a new charter first."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.domain.roles import RESIDENT, VOLUNTEER
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.team.profiles import Volunteers
from bot.views.screen import Screen
from bot.views.team import joining as views
from bot.views.team.profile_taps import AskLeave, LeaveTeam
from handlers.roles import HasRole
from handlers.routing import On

router = Router(name="leaving")
router.callback_query.filter(HasRole(VOLUNTEER))


@router.callback_query(On(AskLeave))
async def ask_leave(event: CallbackQuery, speech: Speech) -> list[Screen]:
    return [views.ask_leave(speech)]


@router.callback_query(On(LeaveTeam))
async def leave(event: CallbackQuery, actor: Actor, speech: Speech) -> list[Screen]:
    await Volunteers(actor).leave()
    return [views.left(speech, RESIDENT)]
