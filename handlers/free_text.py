"""What people write in their own words, and the buttons under the reply."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.understanding.reading import Reading, Understanding
from bot.usecases.desk import Desk
from bot.views.answers import answer
from bot.views.reply import ABOUT, MEANT, did_you_mean, reply, topic_questions
from bot.views.screen import Screen
from handlers.asked import UNKNOWN, Topic

router = Router(name="free_text")


class FreeText(Filter):
    async def __call__(self, message: Message, topic: str, item: str) -> bool:
        return topic == UNKNOWN and item == "text"


@router.message(FreeText())
async def written(
    message: Message,
    speech: Speech,
    speeches: dict[str, Speech],
    desk: Desk,
    now: datetime,
    chosen: bool,
    understanding: Understanding,
) -> list[Screen]:
    """Before any choice the answer is in the language written; afterwards that one is offered."""
    reading = _read(understanding, desk, now, message.text or "", speech)
    written_in = speeches[reading.language] if reading.language in desk.directory.organization.languages else speech
    if not chosen:
        return [reply(written_in, desk, now, reading)]
    return [reply(speech, desk, now, reading, written_in if reading.offers_language(speech.code) else None)]


@router.callback_query(Topic(ABOUT))
async def about(tap: CallbackQuery, item: str, speech: Speech, desk: Desk, now: datetime) -> list[Screen]:
    if item not in topic_questions(speech) and not item.startswith("service."):
        raise NotOffered
    return [answer(speech, desk, now, item)]


@router.callback_query(Topic(MEANT))
async def meant(tap: CallbackQuery, item: str, speech: Speech, desk: Desk) -> list[Screen]:
    known = [topic for topic in item.split(",") if topic in topic_questions(speech) or topic.startswith("service.")]
    return [did_you_mean(speech, desk, [topic for topic in known if _exists(desk, topic)])]


def _read(understanding: Understanding, desk: Desk, now: datetime, text: str, speech: Speech) -> Reading:
    directory = desk.directory
    services = [service.id for service in directory.services]
    reader = understanding.at_desk(services, directory.organization.default_language)
    return reader.read(text, desk.today(directory.main_location, now), speech.code)


def _exists(desk: Desk, topic: str) -> bool:
    return not topic.startswith("service.") or desk.directory.service(topic.removeprefix("service.")) is not None
