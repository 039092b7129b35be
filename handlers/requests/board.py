"""The board, and taking a request on."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.usecases.actor import Actor
from bot.usecases.requests.appointments import Appointments
from bot.usecases.requests.board import Board
from bot.usecases.requests.claims import Claims
from bot.usecases.requests.requests import Requests
from bot.views.reader import Reader
from bot.views.requests import board as views
from bot.views.requests import claims as claim_views
from bot.views.requests.taps import ChooseFilter, ClaimRequest, ShowBoard, ShowOpenRequest
from bot.views.screen import Screen
from db.queries.requests.board import Filter
from handlers.routing import On

router = Router(name="board")


@router.message(On(ShowBoard))
@router.callback_query(On(ShowBoard))
async def board(event: Message | CallbackQuery, tap: ShowBoard, reader: Reader, actor: Actor) -> list[Screen]:
    return [views.board(reader, await Board(actor).page(tap.page, wanted(tap)), tap)]


@router.callback_query(On(ChooseFilter))
async def choose(event: CallbackQuery, reader: Reader) -> list[Screen]:
    return [views.choose_filter(reader)]


@router.callback_query(On(ShowOpenRequest))
async def one(event: CallbackQuery, tap: ShowOpenRequest, reader: Reader, actor: Actor) -> list[Screen]:
    request = await Requests(actor).read(tap.request_id)
    if request.holder_id == actor.person_id:
        return [claim_views.claimed(reader, request, await Appointments(actor).coming(request.id))]
    return [views.card(reader, request)]


@router.callback_query(On(ClaimRequest))
async def claim(event: CallbackQuery, tap: ClaimRequest, reader: Reader, actor: Actor) -> list[Screen]:
    return [claim_views.claimed(reader, await Claims(actor).claim(tap.request_id), new=True)]


def wanted(tap: ShowBoard) -> Filter:
    match tap.by:
        case None:
            return Filter()
        case "f":
            return Filter(fitting=True)
        case "t":
            return Filter(topic=tap.value)
        case "a":
            return Filter(area=tap.value)
        case "l":
            return Filter(language=tap.value)
