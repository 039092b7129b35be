"""What coordinators do with requests."""

from __future__ import annotations

from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.domain.requests import State
from bot.i18n import Speech
from bot.usecases.actor import Acting
from bot.usecases.requests.private_parts import PrivateParts
from bot.usecases.requests.requests import Requests
from bot.views.requests import claims as claim_views
from bot.views.requests import coordination as views
from bot.views.screen import Screen
from handlers.broadcasts.drafts import number
from handlers.requests.actor import make_request_router
from handlers.routing import Topic

router = make_request_router("requests of everybody")
Event = Message | CallbackQuery


@router.message(Topic("desk"))
@router.callback_query(Topic("desk"))
async def waiting(event: Event, item: str, speech: Speech, acting: Acting) -> list[Screen]:
    """What nobody has taken on comes first."""
    if item not in ("", *State):
        raise NotOffered
    state = State(item or State.OPEN)
    return [views.waiting(speech, acting.desk, state, await Requests(acting).waiting(state), acting.now)]


@router.callback_query(Topic("desk.one"))
async def one(tap: CallbackQuery, item: str, speech: Speech, acting: Acting) -> list[Screen]:
    requests = Requests(acting)
    request = await requests.read(number(item)[0])
    return [views.card(speech, acting.desk, request, await requests.names(), acting.now)]


@router.callback_query(Topic("desk.approve"))
async def approve(tap: CallbackQuery, item: str, speech: Speech, acting: Acting) -> list[Screen]:
    requests = Requests(acting)
    request = await requests.approve(number(item)[0])
    return [views.card(speech, acting.desk, request, await requests.names(), acting.now)]


@router.callback_query(Topic("desk.assign"))
async def assign(tap: CallbackQuery, item: str, speech: Speech, acting: Acting) -> list[Screen]:
    (request_id, to), requests = number(item), Requests(acting)
    if not to:
        return [views.choose_referent(speech, await requests.read(request_id), await requests.referents())]
    request = await requests.assign(request_id, number(to)[0] or None)
    return [views.card(speech, acting.desk, request, await requests.names(), acting.now)]


@router.callback_query(Topic("desk.look"))
async def look(tap: CallbackQuery, item: str, speech: Speech, acting: Acting) -> list[Screen]:
    return claim_views.private(speech, acting.desk, await PrivateParts(acting).look(number(item)[0]))


@router.callback_query(Topic("desk.audit"))
async def audit(tap: CallbackQuery, item: str, speech: Speech, acting: Acting) -> list[Screen]:
    """Who did what, and who saw the private part."""
    requests = Requests(acting)
    request = await requests.read(number(item)[0])
    events, looks = await requests.events(request.id), await PrivateParts(acting).looks(request.id)
    return [views.audit(speech, acting.desk, request, events, looks, await requests.names())]
