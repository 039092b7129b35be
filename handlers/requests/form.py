"""Asking for help, for oneself or for a neighbour: a form that is kept from the first answer on."""

from __future__ import annotations

from typing import Any, NamedTuple

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import NotOffered
from bot.domain.privacy import sensitive
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.desk import Desk
from bot.usecases.requests.drafts import Drafts
from bot.views.requests import form as views
from bot.views.screen import Screen
from db.models.requests import HelpRequest
from handlers.broadcasts.drafts import number
from handlers.forms import expect, expect_nothing
from handlers.routing import Topic

router = Router(name="request form")
Event = Message | CallbackQuery


class Place(NamedTuple):
    """Where in the form: `12.n.topic.housing`."""

    request_id: int
    mode: str
    step: str
    value: str


@router.callback_query(Topic("ask.new"))
async def new(event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    """`self`, `other`, or empty: then volunteers are asked, and what was begun before is offered first."""
    drafts = Drafts(actor)
    if not item and (draft := await drafts.current()):
        return [views.unfinished(speech, draft, first_open(actor, draft))]
    if not item and actor.is_volunteer:
        return [views.for_whom(speech)]
    if item not in ("", "self", "other"):
        raise NotOffered
    return [asked(session, speech, actor.desk, await drafts.begin(item != "other"), "topic")]


@router.callback_query(Topic("ask.at"))
async def at(event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    where = place(item)
    draft = await Drafts(actor).read(where.request_id)
    return [asked(session, speech, actor.desk, draft, where.step, where.mode)]


@router.callback_query(Topic("ask.pick"))
async def pick(event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    """A language or a day is added or taken away, and the question stays."""
    where, drafts = place(item), Drafts(actor)
    if where.step in views.SEVERAL:
        name = "days" if where.step == "when" else where.step
        chosen: list[str] = getattr(await drafts.read(where.request_id), name)
        toggled = [one for one in chosen if one != where.value] + [where.value] * (where.value not in chosen)
        draft = await drafts.fill(where.request_id, **{name: toggled})
        return [asked(session, speech, actor.desk, draft, where.step, where.mode)]
    draft = await drafts.fill(where.request_id, **{where.step: _picked(where)})
    return [await after(session, speech, drafts, draft, where)]


@router.callback_query(Topic("ask.skip"))
async def skip(event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    """On to the next question; what was written into the private part stands there no more."""
    where, drafts = place(item), Drafts(actor)
    draft = await drafts.read(where.request_id)
    if where.step in views.PRIVATE:
        await drafts.fill_private(where.request_id, **{where.step: None})
    if where.step == "languages" and not draft.languages:
        return [asked(session, speech, actor.desk, draft, where.step, where.mode)]
    return [await after(session, speech, drafts, draft, where)]


@router.message(Topic("ask.at"))
async def answer(message: Message, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    where, drafts = place(item), Drafts(actor)
    text = (message.text or message.caption or "").strip()
    if where.step == "sentence" and (found := sensitive.kinds(text)):
        await drafts.wrote(where.request_id, message.message_id)
        draft = await drafts.fill_private(where.request_id, sentence=text, **_recorded(message))
        return [views.warning(speech, draft, text, where.mode, found)]
    if written := await _written(message, text, drafts, where):
        return [await after(session, speech, drafts, written, where)]
    draft = await drafts.read(where.request_id)
    return [asked(session, speech, actor.desk, draft, where.step, where.mode)]


@router.callback_query(Topic("ask.fine"))
async def fine(event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    """The sentence may be public as it is."""
    where, drafts = place(item), Drafts(actor)
    draft = await drafts.read(where.request_id)
    if sentence := (await drafts.private(draft)).get("sentence"):
        await drafts.fill_private(draft.id, sentence=None)
        draft = await drafts.fill(draft.id, sentence=sentence)
    return [await after(session, speech, drafts, draft, where)]


@router.callback_query(Topic("ask.sum"))
async def summary(event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    drafts = Drafts(actor)
    return [await summed(session, speech, drafts, await drafts.read(number(item)[0]))]


@router.callback_query(Topic("ask.send"))
async def send(event: CallbackQuery, item: str, session: AsyncSession, speech: Speech, actor: Actor) -> list[Screen]:
    request_id, drafts = number(item)[0], Drafts(actor)
    draft = await drafts.read(request_id)
    if missing := await drafts.missing(draft):
        return [views.summary(speech, actor.desk, draft, await drafts.private(draft), missing)]
    return [views.sent(speech, await drafts.log(request_id))]


@router.callback_query(Topic("ask.drop"))
async def drop(event: CallbackQuery, item: str, speech: Speech, actor: Actor) -> list[Screen]:
    await Drafts(actor).discard(number(item)[0])
    return [views.thrown_away(speech)]


def asked(
    session: AsyncSession, speech: Speech, desk: Desk, draft: HelpRequest, step: str, mode: str = views.NEXT
) -> Screen:
    """The question; what they write next answers it, and leaving it does not lose it."""
    expect(session, "ask.at", f"{draft.id}.{mode}.{step}")
    return views.question(speech, desk, draft, step, mode)


async def after(session: AsyncSession, speech: Speech, drafts: Drafts, draft: HelpRequest, where: Place) -> Screen:
    """The next question, or the summary: at the end, and after a correction."""
    steps = views.steps(drafts.desk, draft)
    place = steps.index(where.step) if where.step in steps else len(steps)
    if where.mode == views.FIX or place + 1 >= len(steps):
        return await summed(session, speech, drafts, draft)
    return asked(session, speech, drafts.desk, draft, steps[place + 1])


async def summed(session: AsyncSession, speech: Speech, drafts: Drafts, draft: HelpRequest) -> Screen:
    expect_nothing(session)
    return views.summary(speech, drafts.desk, draft, await drafts.private(draft))


async def _written(message: Message, text: str, drafts: Drafts, where: Place) -> HelpRequest | None:
    """The draft with what was typed, said or photographed; None where that is no answer to the question."""
    recorded = _recorded(message) if where.step == "sentence" else {}
    if where.step not in views.TYPED or not (text or recorded):
        return None
    if recorded or where.step in views.PRIVATE:
        await drafts.wrote(where.request_id, message.message_id)
    if recorded:
        await drafts.fill_private(where.request_id, **recorded)
    if where.step in views.PRIVATE:
        return await drafts.fill_private(where.request_id, **{where.step: text})
    named = {"wanted_when" if where.step == "when" else where.step: text} if text else {}
    return await drafts.fill(where.request_id, **named)


def _recorded(message: Message) -> dict[str, str]:
    """A voice note or a photo, by Telegram's file id; of a photo the largest."""
    if message.voice:
        return {"voice": message.voice.file_id}
    return {"photo": message.photo[-1].file_id} if message.photo else {}


def first_open(actor: Actor, draft: HelpRequest) -> str:
    """The question with which to go on."""
    for step in views.steps(actor.desk, draft):
        if step == "when" or step in views.PRIVATE:
            continue
        if not getattr(draft, step):
            return step
    return "consent"


def _picked(where: Place) -> Any:
    if where.step in views.TYPED:
        raise NotOffered
    if where.step == "consent":
        if where.value not in ("yes", "no"):
            raise NotOffered
        return where.value == "yes"
    return where.value


def place(item: str) -> Place:
    request_id, more = number(item)
    mode, _, rest = more.partition(".")
    step, _, value = rest.partition(".")
    if mode not in (views.NEXT, views.FIX) or step not in (*views.PUBLIC, *views.PRIVATE, "consent"):
        raise NotOffered
    return Place(request_id, mode, step, value)
