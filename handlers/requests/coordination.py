"""What coordinators do with requests."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.domain.requests import State
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.requests.private_parts import PrivateParts
from bot.usecases.requests.requests import Requests
from bot.views.requests import claims as claim_views
from bot.views.requests import coordination as views
from bot.views.screen import Screen
from handlers.broadcasts.drafts import number
from handlers.routing import Topic

router = Router(name="requests of everybody")
Event = Message | CallbackQuery


@router.message(Topic("desk"))
@router.callback_query(Topic("desk"))
async def waiting(event: Event, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    """What nobody has taken on comes first."""
    if item not in ("", *State):
        raise NotOffered
    state = State(item or State.OPEN)
    return [views.waiting(speech, actor.desk, state, await Requests(actor).waiting(state), actor.now)]


@router.callback_query(Topic("desk.one"))
async def one(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    requests = Requests(actor)
    request = await requests.read(number(item)[0])
    return [views.card(speech, actor.desk, request, await requests.names(), actor.now)]


@router.callback_query(Topic("desk.approve"))
async def approve(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    requests = Requests(actor)
    request = await requests.approve(number(item)[0])
    return [views.card(speech, actor.desk, request, await requests.names(), actor.now)]


@router.callback_query(Topic("desk.assign"))
async def assign(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    (request_id, to), requests = number(item), Requests(actor)
    if not to:
        return [views.choose_referent(speech, await requests.read(request_id), await requests.referents())]
    request = await requests.assign(request_id, number(to)[0] or None)
    return [views.card(speech, actor.desk, request, await requests.names(), actor.now)]


@router.callback_query(Topic("desk.look"))
async def look(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    return claim_views.private(speech, actor.desk, await PrivateParts(actor).look(number(item)[0]))


@router.callback_query(Topic("desk.audit"))
async def audit(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    """Who did what, and who saw the private part."""
    requests = Requests(actor)
    request = await requests.read(number(item)[0])
    events, looks = await requests.events(request.id), await PrivateParts(actor).looks(request.id)
    return [views.audit(speech, actor.desk, request, events, looks, await requests.names())]
