"""Personal invitations: made, listed, made invalid."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.usecases.team.invitations import Invitations
from bot.views.screen import Screen
from bot.views.team import invitations as views
from handlers.routing import Topic
from handlers.team.members import page

router = Router(name="invitations")


@router.message(Topic("invite"))
async def ask_role(message: Message, speech: Speech, invitations: Invitations) -> list[Screen]:
    return [views.ask_role(speech, invitations.roles)]


@router.callback_query(Topic("invite"))
async def invite(
    event: CallbackQuery, item: str, bot: Bot, speech: Speech, desk: Desk, invitations: Invitations
) -> list[Screen]:
    """The link is in no row, no log and no other message."""
    if not item:
        return [views.ask_role(speech, invitations.roles)]
    invitation, token = await invitations.create(item)
    username = (await bot.me()).username or ""
    return views.created(speech, desk, invitation, token, username)


@router.callback_query(Topic("invitations"))
async def waiting(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, invitations: Invitations
) -> list[Screen]:
    shown = page(item)
    found, total = await invitations.waiting(shown)
    if shown and not found:
        raise NotOffered
    return [views.waiting(speech, desk, found, total, shown)]


@router.callback_query(Topic("invitation.end"))
async def ask_revoke(event: CallbackQuery, item: str, speech: Speech) -> list[Screen]:
    return [views.ask_revoke(speech, item)]


@router.callback_query(Topic("invitation.revoke"))
async def revoke(event: CallbackQuery, item: str, speech: Speech, invitations: Invitations) -> list[Screen]:
    return [views.revoked(speech, await invitations.revoke(item))]
