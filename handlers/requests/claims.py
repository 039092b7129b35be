"""What a volunteer does with the requests that they hold."""

from __future__ import annotations

from aiogram.types import CallbackQuery, Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import NotOffered
from bot.domain.requests import Outcome, Reason
from bot.i18n import Speech
from bot.usecases.actor import Acting
from bot.usecases.requests.appointments import Appointments
from bot.usecases.requests.claims import Claims
from bot.usecases.requests.private_parts import PrivateParts
from bot.usecases.requests.requests import Requests
from bot.views.requests import claims as views
from bot.views.screen import Screen
from handlers.broadcasts.drafts import number
from handlers.forms import expect, expect_nothing
from handlers.requests.actor import make_request_router
from handlers.routing import Topic

router = make_request_router("claims")
Event = Message | CallbackQuery


@router.message(Topic("claims"))
@router.callback_query(Topic("claims"))
async def mine(event: Event, speech: Speech, acting: Acting) -> list[Screen]:
    held, logged = await Claims(acting).mine(), await Requests(acting).logged()
    return [views.mine(speech, acting.desk, held, logged, await Appointments(acting).of(held), acting.now)]


@router.callback_query(Topic("claim"))
async def one(tap: CallbackQuery, item: str, speech: Speech, acting: Acting) -> list[Screen]:
    request = await Claims(acting).held(number(item)[0])
    return [views.claimed(speech, acting.desk, request, acting.now, await Appointments(acting).coming(request.id))]


@router.callback_query(Topic("claim.look"))
async def look(tap: CallbackQuery, item: str, speech: Speech, acting: Acting) -> list[Screen]:
    return views.private(speech, acting.desk, await PrivateParts(acting).look(number(item)[0]))


@router.callback_query(Topic("claim.hide"))
async def hide(tap: CallbackQuery, item: str, speech: Speech, acting: Acting) -> list[Screen]:
    request = await PrivateParts(acting).take_away(number(item)[0])
    return [views.hidden(speech, request, request.holder_id == acting.person_id)]


@router.callback_query(Topic("claim.going"))
async def going_on(tap: CallbackQuery, item: str, speech: Speech, acting: Acting) -> list[Screen]:
    return [views.going_on(speech, await Claims(acting).going_on(number(item)[0]))]


@router.callback_query(Topic("claim.release"))
async def release(tap: CallbackQuery, item: str, speech: Speech, acting: Acting) -> list[Screen]:
    (request_id, reason), claims = number(item), Claims(acting)
    if not reason:
        return [views.ask_reason(speech, await claims.held(request_id))]
    if reason not in [*Reason]:
        raise NotOffered
    return [views.released(speech, await claims.release(request_id, Reason(reason)))]


@router.callback_query(Topic("claim.hand"))
async def hand_over(tap: CallbackQuery, item: str, speech: Speech, acting: Acting) -> list[Screen]:
    """To a named volunteer, who is asked."""
    (request_id, to), claims = number(item), Claims(acting)
    if to:
        return [views.offered(speech, await claims.offer(request_id, number(to)[0]))]
    return [views.ask_colleague(speech, await claims.held(request_id), await claims.colleagues())]


@router.callback_query(Topic("claim.accept"))
async def accept(tap: CallbackQuery, item: str, speech: Speech, acting: Acting) -> list[Screen]:
    request = await Claims(acting).accept(number(item)[0])
    coming = await Appointments(acting).coming(request.id)
    return [views.claimed(speech, acting.desk, request, acting.now, coming, new=True)]


@router.callback_query(Topic("claim.decline"))
async def decline(tap: CallbackQuery, item: str, speech: Speech, acting: Acting) -> list[Screen]:
    return [views.declined(speech, await Claims(acting).decline(number(item)[0]))]


@router.callback_query(Topic("claim.close"))
async def close(tap: CallbackQuery, item: str, session: AsyncSession, speech: Speech, acting: Acting) -> list[Screen]:
    """First how it went, then a word about it."""
    request_id, chosen = number(item)
    request = await Claims(acting).held(request_id)
    if not chosen:
        return [views.ask_outcome(speech, request)]
    expect(session, "claim.close", f"{request_id}.{outcome(chosen)}")
    return [views.ask_debrief(speech, request_id, chosen)]


@router.message(Topic("claim.close"))
@router.callback_query(Topic("claim.done"))
async def done(event: Event, item: str, session: AsyncSession, speech: Speech, acting: Acting) -> list[Screen]:
    request_id, chosen = number(item)
    debrief = event.text if isinstance(event, Message) else None
    if isinstance(event, Message) and not debrief:
        return [views.ask_debrief(speech, request_id, outcome(chosen))]
    expect_nothing(session)
    return [views.closed(speech, await Claims(acting).close(request_id, outcome(chosen), debrief))]


def outcome(chosen: str) -> Outcome:
    if chosen not in [*Outcome]:
        raise NotOffered
    return Outcome(chosen)
