"""What a volunteer does with the requests that they hold."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.requests.appointments import Appointments
from bot.usecases.requests.claims import Claims
from bot.usecases.requests.private_parts import PrivateParts
from bot.usecases.requests.requests import Requests
from bot.views.reader import Reader
from bot.views.requests import claims as views
from bot.views.requests import private_part
from bot.views.requests.claim_taps import (
    AcceptClaim,
    AskDebrief,
    CloseClaim,
    DeclineClaim,
    GoOnWithClaim,
    HandOverClaim,
    HidePrivatePart,
    ReleaseClaim,
    ShowClaim,
    ViewPrivatePart,
)
from bot.views.requests.taps import ShowClaims
from bot.views.screen import Screen
from handlers.routing import On

router = Router(name="claims")


@router.message(On(ShowClaims))
@router.callback_query(On(ShowClaims))
async def mine(event: Message | CallbackQuery, reader: Reader, actor: Actor) -> list[Screen]:
    held, logged = await Claims(actor).mine(), await Requests(actor).logged()
    return [views.mine(reader, held, logged, await Appointments(actor).of(held))]


@router.callback_query(On(ShowClaim))
async def one(event: CallbackQuery, tap: ShowClaim, reader: Reader, actor: Actor) -> list[Screen]:
    request = await Claims(actor).held(tap.request_id)
    return [views.claimed(reader, request, await Appointments(actor).coming(request.id))]


@router.callback_query(On(ViewPrivatePart))
async def view(event: CallbackQuery, tap: ViewPrivatePart, reader: Reader, actor: Actor) -> list[Screen]:
    return private_part.private(reader, await PrivateParts(actor).view(tap.request_id))


@router.callback_query(On(HidePrivatePart))
async def hide(event: CallbackQuery, tap: HidePrivatePart, speech: Speech, actor: Actor) -> list[Screen]:
    request = await PrivateParts(actor).take_away(tap.request_id)
    return [private_part.hidden(speech, request, request.holder_id == actor.person_id)]


@router.callback_query(On(GoOnWithClaim))
async def going_on(event: CallbackQuery, tap: GoOnWithClaim, speech: Speech, actor: Actor) -> list[Screen]:
    return [views.going_on(speech, await Claims(actor).going_on(tap.request_id))]


@router.callback_query(On(ReleaseClaim))
async def release(event: CallbackQuery, tap: ReleaseClaim, speech: Speech, actor: Actor) -> list[Screen]:
    claims = Claims(actor)
    if tap.reason is None:
        return [views.ask_reason(speech, await claims.held(tap.request_id))]
    return [views.released(speech, await claims.release(tap.request_id, tap.reason))]


@router.callback_query(On(HandOverClaim))
async def hand_over(event: CallbackQuery, tap: HandOverClaim, speech: Speech, actor: Actor) -> list[Screen]:
    """To a named volunteer, who is asked."""
    claims = Claims(actor)
    if tap.to_id is None:
        return [views.ask_colleague(speech, await claims.held(tap.request_id), await claims.colleagues())]
    return [views.offered(speech, await claims.offer(tap.request_id, tap.to_id))]


@router.callback_query(On(AcceptClaim))
async def accept(event: CallbackQuery, tap: AcceptClaim, reader: Reader, actor: Actor) -> list[Screen]:
    request = await Claims(actor).accept(tap.request_id)
    return [views.claimed(reader, request, await Appointments(actor).coming(request.id), new=True)]


@router.callback_query(On(DeclineClaim))
async def decline(event: CallbackQuery, tap: DeclineClaim, speech: Speech, actor: Actor) -> list[Screen]:
    return [views.declined(speech, await Claims(actor).decline(tap.request_id))]


@router.callback_query(On(AskDebrief))
async def ask(event: CallbackQuery, tap: AskDebrief, speech: Speech, actor: Actor) -> list[Screen]:
    return [await asked(tap, speech, actor)]


@router.message(On(AskDebrief))
async def debrief(message: Message, tap: AskDebrief, speech: Speech, actor: Actor) -> list[Screen]:
    if tap.outcome is None or not message.text:
        return [await asked(tap, speech, actor)]
    return [views.closed(speech, await Claims(actor).close(tap.request_id, tap.outcome, message.text))]


@router.callback_query(On(CloseClaim))
async def close(event: CallbackQuery, tap: CloseClaim, speech: Speech, actor: Actor) -> list[Screen]:
    return [views.closed(speech, await Claims(actor).close(tap.request_id, tap.outcome))]


async def asked(tap: AskDebrief, speech: Speech, actor: Actor) -> Screen:
    request = await Claims(actor).held(tap.request_id)
    return views.ask_debrief(speech, request.id, tap.outcome) if tap.outcome else views.ask_outcome(speech, request)
