"""The conversation with who helps, or who is helped: what is written goes to the other."""

from __future__ import annotations

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.requests.relay import Relay
from bot.usecases.requests.requests import Requests
from bot.views.requests import relay as views
from bot.views.requests.taps import EndTalk, PauseTalk, WriteToOther
from bot.views.screen import Screen
from bot.views.taps import Tap
from handlers.routing import On

router = Router(name="relay")
PASSED_ON = frozenset({"text", "voice", "photo", "document", "location", "venue"})
"""Between resident and volunteer: nothing that is a joke only, or that shows who somebody is."""

# Filters are coroutines throughout: aiogram runs any other in a thread, which costs more than the rest of routing.


@router.callback_query(On(WriteToOther))
async def talk(event: CallbackQuery, tap: WriteToOther, speech: Speech, actor: Actor) -> list[Screen]:
    return [views.talk(speech, await Relay(actor).open(tap.request_id))]


@router.message(On(WriteToOther))
async def pass_on(message: Message, tap: WriteToOther, speech: Speech, actor: Actor) -> list[Screen]:
    """Once it has ended that is said, and what they write afterwards is for the bot again."""
    if not await Relay(actor).runs(tap.request_id):
        return [views.over(speech)]
    return await _passed_on(message, tap.request_id, speech, actor)


async def is_reply(message: Message, tap: Tap | None) -> bool:
    return tap is None and message.reply_to_message is not None


@router.message(is_reply)
async def replied(message: Message, speech: Speech, actor: Actor) -> list[Screen] | None:
    """Telegram's own reply, on what the other wrote."""
    assert message.reply_to_message is not None
    request_id = await Relay(actor).replied_to(message.reply_to_message.message_id)
    if request_id is None:
        raise SkipHandler
    return await _passed_on(message, request_id, speech, actor)


@router.callback_query(On(PauseTalk))
async def pause(event: CallbackQuery, tap: PauseTalk, speech: Speech, actor: Actor) -> list[Screen]:
    return [views.paused(speech, await Requests(actor).read(tap.request_id))]


@router.callback_query(On(EndTalk))
async def end(event: CallbackQuery, tap: EndTalk, speech: Speech, actor: Actor) -> list[Screen]:
    return [views.talk_ended(speech, await Relay(actor).end(tap.request_id))]


async def _passed_on(message: Message, request_id: int, speech: Speech, actor: Actor) -> list[Screen]:
    relay = Relay(actor)
    if message.content_type not in PASSED_ON:
        return [views.talk_only(speech, await relay.open(request_id))]
    media = None if message.text else message.content_type
    return [views.talk(speech, await relay.pass_on(request_id, message.message_id, media), sent=True)]
