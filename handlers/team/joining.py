"""The way into the team: a personal link, the language, the charter."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.domain.invitations import PREFIX
from bot.domain.roles import RESIDENT
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.people import People
from bot.usecases.team.invitations import Joining
from bot.views.menu_taps import ShowMenu
from bot.views.reader import Reader
from bot.views.screen import Screen
from bot.views.taps import Tap
from bot.views.team import joining as views
from bot.views.team import profile as team_profile
from bot.views.team.taps import AcceptCharter, DeclineCharter, JoinInLanguage
from handlers.routing import On

router = Router(name="joining")


class InvitationLink(Filter):
    """`/start i-…`: passes the token on."""

    async def __call__(self, event: TelegramObject, tap: Tap | None) -> bool | dict[str, Any]:
        parameter = tap.parameter if isinstance(tap, ShowMenu) else ""
        return parameter.startswith(PREFIX) and {"token": parameter.removeprefix(PREFIX)}


@router.message(InvitationLink())
async def opened(
    message: Message, token: str, actor: Actor, reader: Reader, speeches: dict[str, Speech], chosen: bool
) -> list[Screen]:
    invitation = await Joining(actor).open_link(token)
    if not invitation:
        return [views.not_valid(reader.speech)]
    if not chosen:
        return [views.ask_language(reader, speeches)]
    return [views.charter(reader, invitation.role, again=False)]


@router.callback_query(On(JoinInLanguage))
async def choose_language(
    event: CallbackQuery, tap: JoinInLanguage, actor: Actor, reader: Reader, speeches: dict[str, Speech]
) -> list[Screen]:
    role = await Joining(actor).invited_as()
    await People(actor).choose_language(tap.code)
    return [views.charter(replace(reader, speech=speeches[tap.code]), role, again=False)]


@router.callback_query(On(AcceptCharter))
async def accept(event: CallbackQuery, tap: AcceptCharter, actor: Actor, reader: Reader) -> list[Screen]:
    """With an invitation it makes them a member; who is one goes on where they were."""
    joining, charter = Joining(actor), reader.organization.charter
    if charter and tap.version != charter["version"]:
        return [views.charter(reader, await joining.invited_as(), again=actor.role != RESIDENT)]
    new_role, volunteer = await joining.accept(event.from_user.full_name)
    if not new_role:
        return [views.accepted_again(reader.speech)]
    question = team_profile.ask(reader, volunteer, team_profile.PARTS[0], first=True)
    return [views.accepted(reader.speech), views.welcome(reader.speech, new_role), question]


@router.callback_query(On(DeclineCharter))
async def decline(event: CallbackQuery, actor: Actor, speech: Speech) -> list[Screen]:
    await Joining(actor).decline()
    return [views.declined(speech)]
