"""One's own requests: where they stand, cancelling, and the conversation with who helps."""

from __future__ import annotations

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.requests import State, read_code
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.requests.appointments import Appointments
from bot.usecases.requests.relay import Relay
from bot.usecases.requests.requests import Requests
from bot.views.requests import board as board_views
from bot.views.requests import own as views
from bot.views.screen import Screen
from handlers.broadcasts.drafts import number
from handlers.forms import expect, expect_nothing
from handlers.routing import UNKNOWN, Topic

router = Router(name="requests")
Event = Message | CallbackQuery
PASSED_ON = frozenset({"text", "voice", "photo", "document", "location", "venue"})
"""Between resident and volunteer: nothing that is a joke only, or that shows who somebody is."""

# Filters are coroutines throughout: aiogram runs any other in a thread, which costs more than the rest of routing.


@router.message(Topic("ask"))
@router.callback_query(Topic("ask"))
async def own(event: Event, speech: Speech, actor: Actor) -> list[Screen]:
    return [views.own(speech, actor.desk, await Requests(actor).own(), actor.now)]


@router.callback_query(Topic("ask.one"))
async def one(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    request = await Requests(actor).read(number(item)[0])
    own = request.for_person_id == actor.person_id and request.state == State.CLAIMED
    appointments = Appointments(actor)
    coming = await appointments.coming(request.id) if own else []
    places = [(one.at, appointments.where(one)) for one in coming]
    return [views.status(speech, actor.desk, request, actor.now, places)]


@router.callback_query(Topic("ask.cancel"))
async def cancel(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    request_id, sure = number(item)
    if sure == "yes":
        return [views.cancelled(speech, await Requests(actor).cancel(request_id))]
    return [views.ask_cancel(speech, await Requests(actor).read(request_id))]


async def has_code(_message: Message, item: str) -> bool:
    return read_code(item) is not None


@router.message(Topic("menu"), has_code)
async def from_link(message: Message, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    """`/start R-4F7K`: from the network's group."""
    request = await Requests(actor).read_by_code(item)
    if actor.is_volunteer:
        return [board_views.card(speech, actor.desk, request, actor.now)]
    return [views.status(speech, actor.desk, request, actor.now)]


@router.callback_query(Topic("talk"))
async def talk(event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    """What they send from now on goes to the other."""
    request = await Relay(actor).open(number(item)[0])
    expect(session, "talk", str(request.id))
    return [views.talk(speech, request)]


@router.message(Topic("talk"))
async def pass_on(message: Message, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    """Once it has ended that is said, and what they write afterwards is for the bot again."""
    request_id = number(item)[0]
    if not await Relay(actor).runs(request_id):
        expect_nothing(session)
        return [views.over(speech)]
    return await _passed_on(message, request_id, speech, actor)


async def is_reply(message: Message, topic: str) -> bool:
    return topic == UNKNOWN and message.reply_to_message is not None


@router.message(is_reply)
async def replied(message: Message, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen] | None:
    """Telegram's own reply, on what the other wrote."""
    assert message.reply_to_message is not None
    request_id = await Relay(actor).replied_to(message.reply_to_message.message_id)
    if request_id is None:
        raise SkipHandler
    expect(session, "talk", str(request_id))
    return await _passed_on(message, request_id, speech, actor)


@router.callback_query(Topic("talk.pause"))
async def pause(event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    expect_nothing(session)
    return [views.paused(speech, await Requests(actor).read(number(item)[0]))]


@router.callback_query(Topic("talk.end"))
async def end(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    return [views.talk_ended(speech, await Relay(actor).end(number(item)[0]))]


async def _passed_on(message: Message, request_id: int, speech: Speech, actor: Actor) -> list[Screen]:
    relay = Relay(actor)
    if message.content_type not in PASSED_ON:
        return [views.talk_only(speech, await relay.open(request_id))]
    media = None if message.text else message.content_type
    return [views.talk(speech, await relay.pass_on(request_id, message.message_id, media), sent=True)]
