"""The team: who is in it, switched off and on again, with another role."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.team.members import Team
from bot.views.reader import Reader
from bot.views.screen import Screen
from bot.views.team import members as views
from bot.views.team.taps import AskDeactivate, AskRole, Deactivate, GiveRole, Reactivate, ShowMember, ShowTeam
from handlers.routing import On

router = Router(name="team")


@router.message(On(ShowTeam))
@router.callback_query(On(ShowTeam))
async def listed(event: Message | CallbackQuery, tap: ShowTeam, actor: Actor, speech: Speech) -> list[Screen]:
    members, total = await Team(actor).members(tap.page)
    if not members:
        raise NotOffered
    return [views.listed(speech, members, total, tap.page)]


@router.callback_query(On(ShowMember))
async def member(event: CallbackQuery, tap: ShowMember, actor: Actor, reader: Reader) -> list[Screen]:
    return [views.member(reader, await Team(actor).member(tap.member_id))]


@router.callback_query(On(AskDeactivate))
async def ask_deactivate(event: CallbackQuery, tap: AskDeactivate, actor: Actor, reader: Reader) -> list[Screen]:
    details = await Team(actor).member(tap.member_id)
    return [
        views.ask_deactivate(reader.speech, details.member) if details.may_change else views.member(reader, details)
    ]


@router.callback_query(On(Deactivate))
async def deactivate(event: CallbackQuery, tap: Deactivate, actor: Actor, reader: Reader) -> list[Screen]:
    team = Team(actor)
    await team.deactivate(tap.member_id)
    return [views.member(reader, await team.member(tap.member_id))]


@router.callback_query(On(Reactivate))
async def reactivate(event: CallbackQuery, tap: Reactivate, actor: Actor, reader: Reader) -> list[Screen]:
    team = Team(actor)
    await team.reactivate(tap.member_id)
    return [views.member(reader, await team.member(tap.member_id))]


@router.callback_query(On(AskRole))
async def ask_role(event: CallbackQuery, tap: AskRole, actor: Actor, speech: Speech) -> list[Screen]:
    details = await Team(actor).member(tap.member_id)
    if tap.role not in details.roles:
        raise NotOffered
    return [views.ask_role(speech, details.member, tap.role)]


@router.callback_query(On(GiveRole))
async def give_role(event: CallbackQuery, tap: GiveRole, actor: Actor, reader: Reader) -> list[Screen]:
    team = Team(actor)
    await team.give_role(tap.member_id, tap.role)
    return [views.member(reader, await team.member(tap.member_id))]
