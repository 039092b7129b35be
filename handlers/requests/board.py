"""The board, and taking a request on."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.requests.appointments import Appointments
from bot.usecases.requests.board import Board
from bot.usecases.requests.claims import Claims
from bot.usecases.requests.requests import Requests
from bot.views.requests import board as views
from bot.views.requests import claims as claim_views
from bot.views.screen import Screen
from db.queries.requests.board import Filter
from handlers.broadcasts.drafts import number
from handlers.routing import Topic

router = Router(name="board")
Event = Message | CallbackQuery


@router.message(Topic("board"))
@router.callback_query(Topic("board"))
async def board(event: Event, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    """`2.t.housing` is the third page of what is about housing."""
    page, chosen = number(item or "0")
    shown = await Board(actor).page(page, wanted(chosen))
    return [views.board(speech, actor.desk, shown, chosen, actor.now)]


@router.callback_query(Topic("board.by"))
async def choose(event: CallbackQuery, speech: Speech, actor: Actor) -> list[Screen]:
    return [views.choose_filter(speech, actor.desk)]


@router.callback_query(Topic("board.one"))
async def one(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    request = await Requests(actor).read(number(item)[0])
    if request.holder_id == actor.person_id:
        coming = await Appointments(actor).coming(request.id)
        return [claim_views.claimed(speech, actor.desk, request, actor.now, coming)]
    return [views.card(speech, actor.desk, request, actor.now)]


@router.callback_query(Topic("board.claim"))
async def claim(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    request = await Claims(actor).claim(number(item)[0])
    return [claim_views.claimed(speech, actor.desk, request, actor.now, new=True)]


def wanted(chosen: str) -> Filter:
    kind, _, value = chosen.partition(".")
    match kind:
        case "":
            return Filter()
        case views.FITTING:
            return Filter(fitting=True)
        case views.TOPIC:
            return Filter(topic=value)
        case views.AREA:
            return Filter(area=value)
        case views.LANGUAGE:
            return Filter(language=value)
        case _:
            raise NotOffered
