"""Coordinators teach the bot."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from bot.domain.errors import NotOffered
from bot.domain.learning import OFF_TOPIC
from bot.usecases.actor import Actor
from bot.usecases.learning.inbox import Inbox
from bot.views.learning import inbox as views
from bot.views.learning.taps import (
    ChooseTopic,
    FileQuestion,
    LearnNow,
    LookAgain,
    ShowInbox,
    ThrowAway,
    UndoFiling,
    UndoLesson,
)
from bot.views.reader import Reader
from bot.views.screen import Screen
from handlers.learning.model import GivesModel, Model
from handlers.routing import On

GUESSES = 3

router = Router(name="inbox")
router.message.middleware(GivesModel())
router.callback_query.middleware(GivesModel())


@router.message(On(ShowInbox))
@router.callback_query(On(ShowInbox))
async def inbox(
    event: Message | CallbackQuery, tap: ShowInbox, actor: Actor, reader: Reader, model: Model
) -> list[Screen]:
    return await _next(actor, reader, model, tap.after)


@router.callback_query(On(FileQuestion))
async def file(event: CallbackQuery, tap: FileQuestion, actor: Actor, reader: Reader, model: Model) -> list[Screen]:
    if tap.topic not in (OFF_TOPIC, *views.all_topics(reader)):
        raise NotOffered
    await Inbox(actor).file(tap.question_id, tap.topic)
    return await _next(actor, reader, model, tap.question_id, views.filed(reader, tap.topic), tap.question_id)


@router.callback_query(On(ThrowAway))
async def throw_away(event: CallbackQuery, tap: ThrowAway, actor: Actor, reader: Reader, model: Model) -> list[Screen]:
    await Inbox(actor).throw_away(tap.question_id)
    return await _next(actor, reader, model, tap.question_id, views.thrown_away(reader.speech), tap.question_id)


@router.callback_query(On(UndoFiling))
async def undo(event: CallbackQuery, tap: UndoFiling, actor: Actor, reader: Reader, model: Model) -> list[Screen]:
    await Inbox(actor).undo(tap.question_id)
    return await _next(actor, reader, model, tap.question_id - 1)


@router.callback_query(On(ChooseTopic))
async def topics(event: CallbackQuery, tap: ChooseTopic, actor: Actor, reader: Reader) -> list[Screen]:
    return [views.topics(reader, await Inbox(actor).read(tap.question_id), tap.page)]


@router.callback_query(On(LearnNow))
async def learn(event: CallbackQuery, actor: Actor, reader: Reader, model: Model) -> list[Screen]:
    await Inbox(actor).learn_now()
    return await _next(actor, reader, model)


@router.callback_query(On(UndoLesson))
async def unlearn(event: CallbackQuery, tap: UndoLesson, actor: Actor, reader: Reader) -> list[Screen]:
    return [views.set_aside(reader.speech, tap.lesson_id, await Inbox(actor).undo_lesson(tap.lesson_id))]


@router.callback_query(On(LookAgain))
async def look_again(event: CallbackQuery, tap: LookAgain, actor: Actor, reader: Reader, model: Model) -> list[Screen]:
    await Inbox(actor).look_again(tap.lesson_id)
    return await _next(actor, reader, model)


async def _next(
    actor: Actor, reader: Reader, model: Model, after: int = 0, done: Markup | None = None, undo: int = 0
) -> list[Screen]:
    """The next message, with the guesses of the model in use."""
    overview = await Inbox(actor).overview(after)
    guesses: list[str] = []
    if question := overview.question:
        likely = dict.fromkeys([question.wanted, *(await model()).guesses(question.text)])
        guesses = [topic for topic in likely if topic and topic != question.answered][:GUESSES]
    return [views.inbox(reader, overview, guesses, done, undo)]
