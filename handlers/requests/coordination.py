"""What coordinators do with requests."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.requests import RequestState
from bot.usecases.actor import Actor
from bot.usecases.requests.private_parts import PrivateParts
from bot.usecases.requests.requests import Requests
from bot.views.reader import Reader
from bot.views.requests import coordination as views
from bot.views.requests.private_part import private
from bot.views.requests.taps import (
    ApproveRequest,
    AssignReferent,
    CoordinateRequest,
    CoordinatorViewsPrivatePart,
    ShowAuditLog,
    ShowWaiting,
)
from bot.views.screen import Screen
from handlers.routing import On

router = Router(name="requests of everybody")


@router.message(On(ShowWaiting))
@router.callback_query(On(ShowWaiting))
async def waiting(event: Message | CallbackQuery, tap: ShowWaiting, reader: Reader, actor: Actor) -> list[Screen]:
    """What nobody has taken on comes first."""
    state = tap.state or RequestState.OPEN
    return [views.waiting(reader, state, await Requests(actor).waiting(state))]


@router.callback_query(On(CoordinateRequest))
async def one(event: CallbackQuery, tap: CoordinateRequest, reader: Reader, actor: Actor) -> list[Screen]:
    requests = Requests(actor)
    return [views.card(reader, await requests.read(tap.request_id), await requests.names())]


@router.callback_query(On(ApproveRequest))
async def approve(event: CallbackQuery, tap: ApproveRequest, reader: Reader, actor: Actor) -> list[Screen]:
    requests = Requests(actor)
    return [views.card(reader, await requests.approve(tap.request_id), await requests.names())]


@router.callback_query(On(AssignReferent))
async def assign(event: CallbackQuery, tap: AssignReferent, reader: Reader, actor: Actor) -> list[Screen]:
    requests = Requests(actor)
    if tap.referent_id is None:
        request = await requests.read(tap.request_id)
        return [views.choose_referent(reader.speech, request, await requests.referents())]
    request = await requests.assign(tap.request_id, tap.referent_id or None)
    return [views.card(reader, request, await requests.names())]


@router.callback_query(On(CoordinatorViewsPrivatePart))
async def view(event: CallbackQuery, tap: CoordinatorViewsPrivatePart, reader: Reader, actor: Actor) -> list[Screen]:
    return private(reader, await PrivateParts(actor).view(tap.request_id))


@router.callback_query(On(ShowAuditLog))
async def audit(event: CallbackQuery, tap: ShowAuditLog, reader: Reader, actor: Actor) -> list[Screen]:
    """Who did what, and who saw the private part."""
    requests = Requests(actor)
    request = await requests.read(tap.request_id)
    events, views_ = await requests.events(request.id), await PrivateParts(actor).views(request.id)
    return [views.audit(reader, request, events, views_, await requests.names())]
