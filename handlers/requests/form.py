"""Asking for help, for oneself or for a neighbour: a form that is kept from the first answer on."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.domain.privacy import sensitive
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.requests.drafts import Drafts
from bot.views.reader import Reader
from bot.views.requests import form as views
from bot.views.requests import summary as summaries
from bot.views.requests.form_steps import PRIVATE, SEVERAL, TYPED, first_open, steps
from bot.views.requests.form_taps import (
    FIX,
    AskStep,
    DropRequest,
    KeepSentence,
    NewRequest,
    PickAnswer,
    SendRequest,
    ShowSummary,
    SkipStep,
)
from bot.views.screen import Screen
from bot.views.tap_fields import YES_NO
from db.models.requests import HelpRequest
from handlers.routing import On

router = Router(name="request form")


@router.callback_query(On(NewRequest))
async def new(event: CallbackQuery, tap: NewRequest, reader: Reader, actor: Actor) -> list[Screen]:
    """Volunteers are asked for whom; what was begun before is offered first."""
    drafts = Drafts(actor)
    if tap.for_whom is None and (draft := await drafts.current()):
        return [views.unfinished(reader.speech, draft, first_open(actor.desk, draft))]
    if tap.for_whom is None and actor.is_volunteer:
        return [views.for_whom(reader.speech)]
    return [views.question(reader, await drafts.begin(tap.for_whom != "other"), "topic")]


@router.callback_query(On(AskStep))
async def ask(event: CallbackQuery, tap: AskStep, reader: Reader, actor: Actor) -> list[Screen]:
    return [views.question(reader, await Drafts(actor).read(tap.request_id), tap.step, tap.mode)]


@router.callback_query(On(PickAnswer))
async def pick(event: CallbackQuery, tap: PickAnswer, reader: Reader, actor: Actor) -> list[Screen]:
    """A language or a day is added or taken away, and the question stays."""
    drafts = Drafts(actor)
    if tap.step in SEVERAL:
        name = "days" if tap.step == "when" else tap.step
        before: list[str] = getattr(await drafts.read(tap.request_id), name)
        chosen = [one for one in before if one != tap.value] + [tap.value] * (tap.value not in before)
        return [views.question(reader, await drafts.fill(tap.request_id, **{name: chosen}), tap.step, tap.mode)]
    draft = await drafts.fill(tap.request_id, **{tap.step: _picked(tap)})
    return [await after(reader, drafts, draft, tap)]


@router.callback_query(On(SkipStep))
async def skip(event: CallbackQuery, tap: SkipStep, reader: Reader, actor: Actor) -> list[Screen]:
    """On to the next question; what was written into the private part stands there no more."""
    drafts = Drafts(actor)
    draft = await drafts.read(tap.request_id)
    if tap.step in PRIVATE:
        await drafts.fill_private(tap.request_id, **{tap.step: None})
    if tap.step == "languages" and not draft.languages:
        return [views.question(reader, draft, tap.step, tap.mode)]
    return [await after(reader, drafts, draft, tap)]


@router.message(On(AskStep))
async def answer(message: Message, tap: AskStep, reader: Reader, actor: Actor) -> list[Screen]:
    drafts = Drafts(actor)
    text = (message.text or message.caption or "").strip()
    if tap.step == "sentence" and (found := sensitive.kinds(text)):
        await drafts.wrote(tap.request_id, message.message_id)
        draft = await drafts.fill_private(tap.request_id, sentence=text, **_recorded(message))
        return [views.warning(reader.speech, draft, text, tap.mode, found)]
    if written := await _written(message, text, drafts, tap):
        return [await after(reader, drafts, written, tap)]
    return [views.question(reader, await drafts.read(tap.request_id), tap.step, tap.mode)]


@router.callback_query(On(KeepSentence))
async def keep(event: CallbackQuery, tap: KeepSentence, reader: Reader, actor: Actor) -> list[Screen]:
    drafts = Drafts(actor)
    draft = await drafts.read(tap.request_id)
    if sentence := (await drafts.private(draft)).get("sentence"):
        await drafts.fill_private(draft.id, sentence=None)
        draft = await drafts.fill(draft.id, sentence=sentence)
    return [await after(reader, drafts, draft, tap)]


@router.callback_query(On(ShowSummary))
async def summary(event: CallbackQuery, tap: ShowSummary, reader: Reader, actor: Actor) -> list[Screen]:
    drafts = Drafts(actor)
    draft = await drafts.read(tap.request_id)
    return [summaries.summary(reader, draft, await drafts.private(draft))]


@router.callback_query(On(SendRequest))
async def send(event: CallbackQuery, tap: SendRequest, reader: Reader, actor: Actor) -> list[Screen]:
    drafts = Drafts(actor)
    draft = await drafts.read(tap.request_id)
    if missing := await drafts.missing(draft):
        return [summaries.summary(reader, draft, await drafts.private(draft), missing)]
    return [summaries.sent(reader.speech, await drafts.log(draft.id))]


@router.callback_query(On(DropRequest))
async def drop(event: CallbackQuery, tap: DropRequest, speech: Speech, actor: Actor) -> list[Screen]:
    await Drafts(actor).discard(tap.request_id)
    return [views.thrown_away(speech)]


async def after(reader: Reader, drafts: Drafts, draft: HelpRequest, answered: AskStep | PickAnswer) -> Screen:
    """The next question, or the summary: at the end, and after a correction."""
    asked = steps(reader.desk, draft)
    place = asked.index(answered.step) if answered.step in asked else len(asked)
    if answered.mode == FIX or place + 1 >= len(asked):
        return summaries.summary(reader, draft, await drafts.private(draft))
    return views.question(reader, draft, asked[place + 1])


async def _written(message: Message, text: str, drafts: Drafts, asked: AskStep) -> HelpRequest | None:
    """The draft with what was typed, said or photographed; None where that is no answer to the question."""
    recorded = _recorded(message) if asked.step == "sentence" else {}
    if asked.step not in TYPED or not (text or recorded):
        return None
    if recorded or asked.step in PRIVATE:
        await drafts.wrote(asked.request_id, message.message_id)
    if recorded:
        await drafts.fill_private(asked.request_id, **recorded)
    if asked.step in PRIVATE:
        return await drafts.fill_private(asked.request_id, **{asked.step: text})
    named = {"wanted_when" if asked.step == "when" else asked.step: text} if text else {}
    return await drafts.fill(asked.request_id, **named)


def _recorded(message: Message) -> dict[str, str]:
    """A voice note or a photo, by Telegram's file id; of a photo the largest."""
    if message.voice:
        return {"voice": message.voice.file_id}
    return {"photo": message.photo[-1].file_id} if message.photo else {}


def _picked(tap: PickAnswer) -> Any:
    if tap.step != "consent":
        return tap.value
    if tap.value not in YES_NO:
        raise NotOffered
    return YES_NO[tap.value]
