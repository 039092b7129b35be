"""A form in progress: what somebody writes next answers the question that they were asked.

`person.expects` holds the button that asks the question, as topic:item. A message then goes to the message handler of
that topic with that item; any other button or command leaves the form, and its draft is kept.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Message, TelegramObject, User
from sqlalchemy.ext.asyncio import AsyncSession

from bot.views import forms
from bot.views.taps import OldTapError, Tap, pack, unpack
from db.queries import people
from handlers.routing import COMMAND

NEXT = "expects"  # in the session's info: what stands in the row is changed once, when the handler is done

BELONGING = {
    "plan.ask": frozenset({"plan", "plan.ask", "plan.set", "plan.save"}),
}
"""Each question, and the buttons that stay in its form. Their item begins with the number of what is written about: the
same button about another one leaves the form."""


class FormInProgress(BaseMiddleware):
    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        session: AsyncSession = data["session"]
        expects: str | None = data["expects"]
        topic, _, item = (expects or "").partition(":")
        question = _typed(expects)
        answers = bool(expects) and isinstance(event, Message) and _is_free(data)
        if answers:
            data["topic"], data["item"], data["tap"] = topic, item, question
        session.info[NEXT] = expects if answers and question is None else None
        screens = await handler(event, data)
        if (asked := session.info.pop(NEXT) or _asked(screens)) != expects:
            user: User = data["event_from_user"]
            await people.expect(session, user.id, asked)
        if answers or not expects or asked is not None or not isinstance(screens, list):
            return screens
        tap: Tap | None = data["tap"]
        stays = tap.stays_in(question) if tap and question else belongs(topic, item, data["topic"], data["item"])
        return screens if stays else [*screens, forms.kept(data["speech"], expects)]


def _typed(expects: str | None) -> Tap | None:
    """The question as a tap; None for one of an earlier version, which nobody answers any more."""
    try:
        return unpack(expects) if expects else None
    except OldTapError:
        return None


def _asked(screens: object) -> str | None:
    """The question that the screens put."""
    asked = (screen.asks for screen in screens if screen.asks) if isinstance(screens, list) else iter(())
    question = next(asked, None)
    return pack(question) if question else None


def _is_free(data: dict[str, Any]) -> bool:
    """Neither a button of the keyboard nor a command."""
    return data["tap"] is None and data["kind"] != COMMAND


def belongs(form: str, about: str, topic: str, item: str) -> bool:
    """Whether that button stays in the form whose question is `form` about `about`."""
    number = item.partition(".")[0]
    return topic in BELONGING.get(form, ()) and (not number.isdecimal() or number == about.partition(".")[0])


def expect(session: AsyncSession, topic: str, item: str) -> None:
    """What this person writes next goes to that topic."""
    session.info[NEXT] = f"{topic}:{item}"


def expect_nothing(session: AsyncSession) -> None:
    """The question is answered."""
    session.info[NEXT] = None
