"""Coordinators teach the bot."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.types import CallbackQuery, Message, TelegramObject
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import NotOffered
from bot.domain.learning import OFF_TOPIC
from bot.i18n import Speech
from bot.understanding.reading import Understanding
from bot.usecases.desk import Desk
from bot.usecases.learning.inbox import Inbox
from bot.usecases.learning.model_in_use import Learned
from bot.views.learning import inbox as views
from bot.views.screen import Screen
from handlers.broadcasts.drafts import number
from handlers.routing import Topic

GUESSES = 3
GIVEN = ("inbox", "session", "learned", "understanding", "desk", "speech")


class Showing:
    """Shows the next message with the guesses of the model in use."""

    def __init__(
        self,
        inbox: Inbox,
        session: AsyncSession,
        learned: Learned,
        understanding: Understanding,
        desk: Desk,
        speech: Speech,
    ) -> None:
        self.inbox, self.desk, self.speech = inbox, desk, speech
        self._session, self._learned, self._delivered = session, learned, understanding

    async def next(self, after: int = 0, done: Markup | None = None, undo: int = 0) -> list[Screen]:
        shown = await self.inbox.show(after)
        guesses: list[str] = []
        if question := shown.question:
            reader = await self._learned.at_desk(self._session, self._delivered, self.desk)
            likely = dict.fromkeys([question.wanted, *reader.guesses(question.text)])
            guesses = [topic for topic in likely if topic and topic != question.answered][:GUESSES]
        return [views.inbox(self.speech, self.desk, shown, guesses, done, undo)]


class AsTeacher(BaseMiddleware):
    """Gives handlers `showing`."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        data["showing"] = Showing(**{name: data[name] for name in GIVEN})
        return await handler(event, data)


router = Router(name="inbox")
router.message.middleware(AsTeacher())
router.callback_query.middleware(AsTeacher())


@router.message(Topic("inbox"))
async def inbox_(message: Message, showing: Showing) -> list[Screen]:
    return await showing.next()


@router.callback_query(Topic("inbox"))
async def later(event: CallbackQuery, item: str, showing: Showing) -> list[Screen]:
    """`item`: the message that is left for later."""
    return await showing.next(number(item or "0")[0])


@router.callback_query(Topic("inbox.file"))
async def file(event: CallbackQuery, item: str, showing: Showing) -> list[Screen]:
    question, topic = number(item)
    if topic not in (OFF_TOPIC, *views.all_topics(showing.speech, showing.desk)):
        raise NotOffered
    await showing.inbox.file(question, topic)
    return await showing.next(question, views.filed(showing.speech, showing.desk, topic), question)


@router.callback_query(Topic("inbox.drop"))
async def throw_away(event: CallbackQuery, item: str, showing: Showing) -> list[Screen]:
    question, _ = number(item)
    await showing.inbox.throw_away(question)
    return await showing.next(question, views.thrown_away(showing.speech), question)


@router.callback_query(Topic("inbox.undo"))
async def undo(event: CallbackQuery, item: str, showing: Showing) -> list[Screen]:
    question, _ = number(item)
    await showing.inbox.undo(question)
    return await showing.next(question - 1)


@router.callback_query(Topic("inbox.topics"))
async def topics(event: CallbackQuery, item: str, showing: Showing) -> list[Screen]:
    question, page = number(item)
    return [views.topics(showing.speech, showing.desk, await showing.inbox.read(question), number(page or "0")[0])]


@router.callback_query(Topic("inbox.learn"))
async def learn(event: CallbackQuery, showing: Showing) -> list[Screen]:
    await showing.inbox.learn_now()
    return await showing.next()


@router.callback_query(Topic("inbox.unlearn"))
async def unlearn(event: CallbackQuery, item: str, showing: Showing) -> list[Screen]:
    lesson, _ = number(item)
    return [views.set_aside(showing.speech, lesson, await showing.inbox.undo_lesson(lesson))]


@router.callback_query(Topic("inbox.again"))
async def look_again(event: CallbackQuery, item: str, showing: Showing) -> list[Screen]:
    await showing.inbox.look_again(number(item)[0])
    return await showing.next()
