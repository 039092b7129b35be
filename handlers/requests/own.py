"""One's own requests: where they stand, and cancelling them."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.requests import RequestState, read_code
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.requests.appointments import Appointments
from bot.usecases.requests.requests import Requests
from bot.views.menu_taps import ShowMenu
from bot.views.reader import Reader
from bot.views.requests import board as board_views
from bot.views.requests import own as views
from bot.views.requests.taps import CancelRequest, ShowOwnRequests, ShowRequest
from bot.views.screen import Screen
from handlers.routing import On

router = Router(name="requests")


@router.message(On(ShowOwnRequests))
@router.callback_query(On(ShowOwnRequests))
async def own(event: Message | CallbackQuery, reader: Reader, actor: Actor) -> list[Screen]:
    return [views.own(reader, await Requests(actor).own())]


@router.callback_query(On(ShowRequest))
async def one(event: CallbackQuery, tap: ShowRequest, reader: Reader, actor: Actor) -> list[Screen]:
    request = await Requests(actor).read(tap.request_id)
    own = request.for_person_id == actor.person_id and request.state == RequestState.CLAIMED
    appointments = Appointments(actor)
    coming = await appointments.coming(request.id) if own else []
    return [views.status(reader, request, [(one.at, appointments.where(one)) for one in coming])]


@router.callback_query(On(CancelRequest))
async def cancel(event: CallbackQuery, tap: CancelRequest, speech: Speech, actor: Actor) -> list[Screen]:
    requests = Requests(actor)
    if tap.sure:
        return [views.cancelled(speech, await requests.cancel(tap.request_id))]
    return [views.ask_cancel(speech, await requests.read(tap.request_id))]


async def has_code(_message: Message, tap: ShowMenu) -> bool:
    return read_code(tap.parameter) is not None


@router.message(On(ShowMenu), has_code)
async def from_link(message: Message, tap: ShowMenu, reader: Reader, actor: Actor) -> list[Screen]:
    """`/start R-4F7K`: from the network's group."""
    request = await Requests(actor).read_by_code(tap.parameter)
    return [board_views.card(reader, request) if actor.is_volunteer else views.status(reader, request)]
