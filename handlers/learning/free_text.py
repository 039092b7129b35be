"""What people write in their own words, and the buttons under the reply."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.enums import ContentType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.understanding.reading import Reading
from bot.usecases.actor import Actor
from bot.usecases.learning.open_questions import Heard, HeardMessage, OpenQuestions, key_of
from bot.views.answers.by_topic import answer
from bot.views.answers.reply import did_you_mean, is_topic, reply
from bot.views.answers.taps import NotMeant, ShowAnswer
from bot.views.learning import consent as views
from bot.views.learning.taps import LearnFromMe
from bot.views.reader import Reader
from bot.views.screen import Screen
from bot.views.taps import Tap
from handlers.learning.model import GivesModel, Model
from handlers.routing import On

router = Router(name="free_text")
router.message.middleware(GivesModel())


class FreeText(Filter):
    async def __call__(self, message: Message, tap: Tap | None, kind: str) -> bool:
        return tap is None and kind == ContentType.TEXT


@router.message(FreeText())
async def written(
    message: Message,
    actor: Actor,
    reader: Reader,
    speeches: dict[str, Speech],
    chosen: bool,
    heard: Heard,
    model: Model,
) -> list[Screen]:
    """The reply; and a question to its writer, if the team might learn from it."""
    today, key = reader.desk.today(reader.desk.directory.main_location, reader.now), key_of(message.message_id)
    reading = (await model()).read(message.text or "", today, reader.speech.code)
    answering, offered = _languages(reader, reading, speeches, chosen)
    asked = [views.ask(answering.speech, key)] if await _note(message, reading, actor, heard) else []
    return [reply(answering, reading, offered, key), *asked]


def _languages(
    reader: Reader, reading: Reading, speeches: dict[str, Speech], chosen: bool
) -> tuple[Reader, Speech | None]:
    """Before any choice the answer is in the language written; afterwards that one is offered."""
    own, offered = reader.speech, reader.organization.languages
    written_in = speeches[reading.language] if reading.language in offered else own
    if not chosen:
        return replace(reader, speech=written_in), None
    return reader, written_in if reading.offers_language(own.code) else None


async def _note(message: Message, reading: Reading, actor: Actor, heard: Heard) -> bool:
    """Whether its writer is to be asked if the team may read it."""
    if reading.danger:  # who may be in danger is asked nothing, and what they wrote is kept nowhere
        return False
    user, questions, key = message.from_user, OpenQuestions(actor, heard), key_of(message.message_id)
    names = tuple(filter(None, (user.first_name, user.last_name, user.username))) if user else ()
    answered = reading.topic if reading.tier == "answer" else None
    questions.hear(key, HeardMessage(message.text or "", reading.language, answered, names, actor.now))
    return reading.tier == "menu" and await questions.note(key)


@router.callback_query(On(ShowAnswer))
async def about(event: CallbackQuery, tap: ShowAnswer, actor: Actor, reader: Reader, heard: Heard) -> list[Screen]:
    if not is_topic(reader.speech, tap.topic):
        raise NotOffered
    await OpenQuestions(actor, heard).chose(tap.key, tap.topic)
    return [answer(reader, tap.topic)]


@router.callback_query(On(NotMeant))
async def not_meant(event: CallbackQuery, tap: NotMeant, actor: Actor, reader: Reader, heard: Heard) -> list[Screen]:
    to_ask = await OpenQuestions(actor, heard).note(tap.key)
    known = [topic for topic in tap.topics if is_topic(reader.speech, topic) and _exists(reader, topic)]
    screen = did_you_mean(reader, known, tap.key)
    return [screen, views.ask(reader.speech, tap.key)] if to_ask else [screen]


@router.callback_query(On(LearnFromMe))
async def learn_from_me(
    event: CallbackQuery, tap: LearnFromMe, actor: Actor, reader: Reader, heard: Heard
) -> list[Screen]:
    """Whether the team may read what was not understood."""
    questions = OpenQuestions(actor, heard)
    if tap.agrees is None:
        return [views.switch(reader.speech, await questions.agreed())]
    await questions.agree(tap.agrees, tap.key)
    return [views.thanks(reader.speech, tap.agrees)]


def _exists(reader: Reader, topic: str) -> bool:
    service = topic.removeprefix("service.")
    return service == topic or reader.desk.directory.service(service) is not None
