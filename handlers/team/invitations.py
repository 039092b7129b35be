"""Personal invitations: made, listed, made invalid."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.team.invitations import Invitations
from bot.views.reader import Reader
from bot.views.screen import Screen
from bot.views.team import invitations as views
from bot.views.team.taps import AskRevoke, Invite, Revoke, ShowInvitations
from handlers.routing import On

router = Router(name="invitations")


@router.message(On(Invite))
@router.callback_query(On(Invite))
async def invite(event: Message | CallbackQuery, tap: Invite, bot: Bot, actor: Actor, reader: Reader) -> list[Screen]:
    """The link is in no row, no log and no other message."""
    invitations = Invitations(actor)
    if not tap.role:
        return [views.ask_role(reader.speech, invitations.roles)]
    invitation, token = await invitations.create(tap.role)
    username = (await bot.me()).username or ""
    return views.created(reader, invitation, token, username)


@router.callback_query(On(ShowInvitations))
async def waiting(event: CallbackQuery, tap: ShowInvitations, actor: Actor, reader: Reader) -> list[Screen]:
    found, total = await Invitations(actor).waiting(tap.page)
    if tap.page and not found:
        raise NotOffered
    return [views.waiting(reader, found, total, tap.page)]


@router.callback_query(On(AskRevoke))
async def ask_revoke(event: CallbackQuery, tap: AskRevoke, speech: Speech) -> list[Screen]:
    return [views.ask_revoke(speech, tap.token_hash)]


@router.callback_query(On(Revoke))
async def revoke(event: CallbackQuery, tap: Revoke, actor: Actor, speech: Speech) -> list[Screen]:
    return [views.revoked(speech, await Invitations(actor).revoke(tap.token_hash))]
