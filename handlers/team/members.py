"""The team: who is in it, switched off and on again, with another role."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.usecases.team.members import Team
from bot.views.screen import Screen
from bot.views.team import members as views
from handlers.routing import Topic

router = Router(name="team")
LAST_PAGE = 999


@router.message(Topic("team"))
async def first_page(message: Message, speech: Speech, team: Team) -> list[Screen]:
    return [await _listed(speech, team, 0)]


@router.callback_query(Topic("team"))
async def listed(event: CallbackQuery, item: str, speech: Speech, team: Team) -> list[Screen]:
    return [await _listed(speech, team, page(item))]


@router.callback_query(Topic("team.member"))
async def member(event: CallbackQuery, item: str, speech: Speech, desk: Desk, team: Team) -> list[Screen]:
    return [views.member(speech, desk, await team.member(number(item)))]


@router.callback_query(Topic("team.off"))
async def ask_deactivate(event: CallbackQuery, item: str, speech: Speech, desk: Desk, team: Team) -> list[Screen]:
    known = await team.member(number(item))
    return [views.ask_deactivate(speech, known.member) if known.may_change else views.member(speech, desk, known)]


@router.callback_query(Topic("team.deactivate"))
async def deactivate(event: CallbackQuery, item: str, speech: Speech, desk: Desk, team: Team) -> list[Screen]:
    await team.deactivate(number(item))
    return [views.member(speech, desk, await team.member(number(item)))]


@router.callback_query(Topic("team.reactivate"))
async def reactivate(event: CallbackQuery, item: str, speech: Speech, desk: Desk, team: Team) -> list[Screen]:
    await team.reactivate(number(item))
    return [views.member(speech, desk, await team.member(number(item)))]


@router.callback_query(Topic("team.role"))
async def ask_role(event: CallbackQuery, item: str, speech: Speech, team: Team) -> list[Screen]:
    digits, _, role = item.partition(".")
    known = await team.member(number(digits))
    if role not in known.roles:
        raise NotOffered
    return [views.ask_role(speech, known.member, role)]


@router.callback_query(Topic("team.make"))
async def make(event: CallbackQuery, item: str, speech: Speech, desk: Desk, team: Team) -> list[Screen]:
    digits, _, role = item.partition(".")
    await team.give_role(number(digits), role)
    return [views.member(speech, desk, await team.member(number(digits)))]


async def _listed(speech: Speech, team: Team, shown: int) -> Screen:
    members, total = await team.members(shown)
    if not members:
        raise NotOffered
    return views.listed(speech, members, total, shown)


def page(item: str) -> int:
    """A page's number from 0; NotOffered for what no button of ours says."""
    found = number(item or "0")
    if found > LAST_PAGE:
        raise NotOffered
    return found


def number(item: str) -> int:
    if not (item.isascii() and item.isdecimal() and len(item) < 16):
        raise NotOffered
    return int(item)
