"""What people write in their own words, and the buttons under the reply."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject, User

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.understanding.reading import Reading
from bot.usecases.desk import Desk
from bot.usecases.learning.model_in_use import Learned
from bot.usecases.learning.open_questions import Heard, OpenQuestions, key_of
from bot.usecases.learning.open_questions import Message as HeardMessage
from bot.views.answers.by_topic import answer
from bot.views.answers.reply import ABOUT, MEANT, did_you_mean, reply, topic_questions
from bot.views.learning import consent as teaching
from bot.views.screen import Screen
from handlers.routing import UNKNOWN, Topic


class Asking(BaseMiddleware):
    """Gives handlers `questions`, for what is not understood; of a message the `reading` of the model in use, and the
    language it is `written_in`, if the bot is offered in it (else the reader's)."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user: User = data["event_from_user"]
        heard: Heard = data["heard"]
        data["questions"] = OpenQuestions(data["session"], data["now"], user.id, heard)
        if isinstance(event, Message):
            reading = data["reading"] = await _read(event.text or "", data)
            offered = data["desk"].directory.organization.languages
            data["written_in"] = data["speeches"][reading.language] if reading.language in offered else data["speech"]
            if not reading.danger:  # who may be in danger is asked nothing, and kept nowhere
                answered = reading.topic if reading.tier == "answer" else None
                names = tuple(filter(None, (user.first_name, user.last_name, user.username)))
                kept = HeardMessage(event.text or "", reading.language, answered, names, data["now"])
                heard.keep(user.id, key_of(event.message_id), kept)
        return await handler(event, data)


async def _read(text: str, data: dict[str, Any]) -> Reading:
    learned: Learned = data["learned"]
    desk: Desk = data["desk"]
    speech: Speech = data["speech"]
    understanding = await learned.at_desk(data["session"], data["understanding"], desk)
    return understanding.read(text, desk.today(desk.directory.main_location, data["now"]), speech.code)


router = Router(name="free_text")
router.message.middleware(Asking())
router.callback_query.middleware(Asking())


class FreeText(Filter):
    async def __call__(self, message: Message, topic: str, item: str) -> bool:
        return topic == UNKNOWN and item == "text"


@router.message(FreeText())
async def written(
    message: Message,
    speech: Speech,
    written_in: Speech,
    desk: Desk,
    now: datetime,
    chosen: bool,
    reading: Reading,
    questions: OpenQuestions,
) -> list[Screen]:
    """Before any choice the answer is in the language written; afterwards that one is offered."""
    key, answering = key_of(message.message_id), speech if chosen else written_in
    offered = written_in if chosen and reading.offers_language(speech.code) else None
    asked = [teaching.ask(answering, key)] if reading.tier == "menu" and await questions.note(key) else []
    return [reply(answering, desk, now, reading, offered, key), *asked]


@router.callback_query(Topic(ABOUT))
async def about(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, now: datetime, questions: OpenQuestions
) -> list[Screen]:
    topic, _, key = item.partition("~")
    if topic not in topic_questions(speech) and not topic.startswith("service."):
        raise NotOffered
    await questions.chose(key, topic)
    return [answer(speech, desk, now, topic)]


@router.callback_query(Topic(MEANT))
async def meant(event: CallbackQuery, item: str, speech: Speech, desk: Desk, questions: OpenQuestions) -> list[Screen]:
    topics, _, key = item.partition("~")
    known = [topic for topic in topics.split(",") if topic in topic_questions(speech) or topic.startswith("service.")]
    to_ask = await questions.note(key)
    screen = did_you_mean(speech, desk, [topic for topic in known if _exists(desk, topic)], key)
    return [screen, teaching.ask(speech, key)] if to_ask else [screen]


@router.callback_query(Topic(teaching.TEACH))
async def teach(event: CallbackQuery, item: str, speech: Speech, questions: OpenQuestions) -> list[Screen]:
    """Whether the team may read what was not understood."""
    agrees, _, key = item.partition("~")
    if not agrees:
        return [teaching.switch(speech, await questions.agreed())]
    if agrees not in ("yes", "no"):
        raise NotOffered
    await questions.agree(agrees == "yes", key)
    return [teaching.thanks(speech, agrees == "yes")]


def _exists(desk: Desk, topic: str) -> bool:
    return not topic.startswith("service.") or desk.directory.service(topic.removeprefix("service.")) is not None
