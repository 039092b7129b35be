"""What a volunteer does with the requests that they hold."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import NotOffered
from bot.domain.requests import Outcome, Reason
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.requests.appointments import Appointments
from bot.usecases.requests.claims import Claims
from bot.usecases.requests.private_parts import PrivateParts
from bot.usecases.requests.requests import Requests
from bot.views.requests import claims as views
from bot.views.screen import Screen
from handlers.broadcasts.drafts import number
from handlers.forms import expect, expect_nothing
from handlers.routing import Topic

router = Router(name="claims")
Event = Message | CallbackQuery


@router.message(Topic("claims"))
@router.callback_query(Topic("claims"))
async def mine(event: Event, speech: Speech, actor: Actor) -> list[Screen]:
    held, logged = await Claims(actor).mine(), await Requests(actor).logged()
    return [views.mine(speech, actor.desk, held, logged, await Appointments(actor).of(held), actor.now)]


@router.callback_query(Topic("claim"))
async def one(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    request = await Claims(actor).held(number(item)[0])
    return [views.claimed(speech, actor.desk, request, actor.now, await Appointments(actor).coming(request.id))]


@router.callback_query(Topic("claim.look"))
async def look(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    return views.private(speech, actor.desk, await PrivateParts(actor).look(number(item)[0]))


@router.callback_query(Topic("claim.hide"))
async def hide(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    request = await PrivateParts(actor).take_away(number(item)[0])
    return [views.hidden(speech, request, request.holder_id == actor.person_id)]


@router.callback_query(Topic("claim.going"))
async def going_on(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    return [views.going_on(speech, await Claims(actor).going_on(number(item)[0]))]


@router.callback_query(Topic("claim.release"))
async def release(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    (request_id, reason), claims = number(item), Claims(actor)
    if not reason:
        return [views.ask_reason(speech, await claims.held(request_id))]
    if reason not in [*Reason]:
        raise NotOffered
    return [views.released(speech, await claims.release(request_id, Reason(reason)))]


@router.callback_query(Topic("claim.hand"))
async def hand_over(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    """To a named volunteer, who is asked."""
    (request_id, to), claims = number(item), Claims(actor)
    if to:
        return [views.offered(speech, await claims.offer(request_id, number(to)[0]))]
    return [views.ask_colleague(speech, await claims.held(request_id), await claims.colleagues())]


@router.callback_query(Topic("claim.accept"))
async def accept(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    request = await Claims(actor).accept(number(item)[0])
    coming = await Appointments(actor).coming(request.id)
    return [views.claimed(speech, actor.desk, request, actor.now, coming, new=True)]


@router.callback_query(Topic("claim.decline"))
async def decline(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    return [views.declined(speech, await Claims(actor).decline(number(item)[0]))]


@router.callback_query(Topic("claim.close"))
async def close(event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    """First how it went, then a word about it."""
    request_id, chosen = number(item)
    request = await Claims(actor).held(request_id)
    if not chosen:
        return [views.ask_outcome(speech, request)]
    expect(session, "claim.close", f"{request_id}.{outcome(chosen)}")
    return [views.ask_debrief(speech, request_id, chosen)]


@router.message(Topic("claim.close"))
@router.callback_query(Topic("claim.done"))
async def done(event: Event, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    request_id, chosen = number(item)
    debrief = event.text if isinstance(event, Message) else None
    if isinstance(event, Message) and not debrief:
        return [views.ask_debrief(speech, request_id, outcome(chosen))]
    expect_nothing(session)
    return [views.closed(speech, await Claims(actor).close(request_id, outcome(chosen), debrief))]


def outcome(chosen: str) -> Outcome:
    if chosen not in [*Outcome]:
        raise NotOffered
    return Outcome(chosen)
