"""The way into the team: a personal link, the language, the charter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject, User

from bot.domain.invitations import PREFIX
from bot.domain.roles import RESIDENT
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.desk import Desk
from bot.usecases.people import People
from bot.usecases.team.invitations import Joining
from bot.views.screen import Screen
from bot.views.team import joining as views
from bot.views.team import profile as team_profile
from bot.views.team.taps import JoinInLanguage
from handlers.routing import On, Topic

router = Router(name="joining")


class MayJoin(BaseMiddleware):
    """Gives handlers what somebody with an invitation can do."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user: User = data["event_from_user"]
        data["joining"] = Joining(
            data["session"], data["clock"], user.id, data["role"], data["deactivated"], data["administrators"]
        )
        return await handler(event, data)


class InvitationLink(Filter):
    """`/start i-…`: passes the token on."""

    async def __call__(self, event: TelegramObject, topic: str, item: str) -> bool | dict[str, Any]:
        return topic == "menu" and item.startswith(PREFIX) and {"token": item.removeprefix(PREFIX)}


for observer in (router.message, router.callback_query):
    observer.middleware(MayJoin())


@router.message(InvitationLink())
async def opened(
    message: Message,
    token: str,
    speech: Speech,
    speeches: dict[str, Speech],
    desk: Desk,
    chosen: bool,
    joining: Joining,
) -> list[Screen]:
    invitation = await joining.open_link(token)
    if not invitation:
        return [views.not_valid(speech)]
    if not chosen:
        return [views.ask_language(speech, speeches, desk)]
    return [views.charter(speech, desk, invitation.role, again=False)]


@router.callback_query(On(JoinInLanguage))
async def choose_language(
    event: CallbackQuery,
    tap: JoinInLanguage,
    actor: Actor,
    speeches: dict[str, Speech],
    desk: Desk,
    joining: Joining,
) -> list[Screen]:
    role = await joining.invited_as()
    await People(actor).choose_language(tap.code)
    return [views.charter(speeches[tap.code], desk, role, again=False)]


@router.callback_query(Topic("join.accept"))
async def accept(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, role: str, joining: Joining
) -> list[Screen]:
    """With an invitation it makes them a member; who is one goes on where they were."""
    charter = desk.directory.organization.charter
    if charter and item != str(charter["version"]):
        return [views.charter(speech, desk, await joining.invited_as(), again=role != RESIDENT)]
    new_role, volunteer = await joining.accept(event.from_user.full_name, desk.directory.organization)
    if not new_role:
        return [views.accepted_again(speech)]
    question = team_profile.ask(speech, desk, volunteer, team_profile.PARTS[0], first=True)
    return [views.accepted(speech), views.welcome(speech, new_role), question]


@router.callback_query(Topic("join.decline"))
async def decline(event: CallbackQuery, speech: Speech, joining: Joining) -> list[Screen]:
    await joining.decline()
    return [views.declined(speech)]
