"""A form in progress: what somebody writes next answers the question that they were asked.

`person.expects` holds the tap that asks the question, packed. A message then goes to the message handler of that tap;
any other button or command leaves the form, and its draft is kept. What nobody can answer any more is asked no longer.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Message, TelegramObject, User

from bot.domain.errors import ConversationEnded, NotADraft, NotAllowed, NothingToAnswer, NotPossibleNow, NotThere
from bot.views import forms
from bot.views.taps import OldTapError, Tap, pack, unpack
from db.queries import people
from handlers.routing import COMMAND

GONE = (NotThere, NotADraft, NotAllowed, NotPossibleNow, ConversationEnded)
"""Whatever is written, the question cannot be answered: its draft or its request is not theirs any more."""


class FormInProgress(BaseMiddleware):
    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        expects: str | None = data["expects"]
        question = _typed(expects)
        answers = question is not None and isinstance(event, Message) and _is_free(data)
        if answers:
            data["tap"] = question
        with _nothing_to_answer() if answers else nullcontext():
            screens = await handler(event, data)
        if (asked := _asked(screens)) != expects:
            user: User = data["event_from_user"]
            await people.expect(data["session"], user.id, asked)
        if answers or not question or asked is not None or not isinstance(screens, list):
            return screens
        tap: Tap | None = data["tap"]
        stays = tap is not None and tap.stays_in(question)
        return screens if stays else [*screens, forms.kept(data["speech"], question)]


@contextmanager
def _nothing_to_answer() -> Iterator[None]:
    """Says so where it is gone; not of an old button, for they tapped none."""
    try:
        yield
    except GONE as error:
        raise NothingToAnswer(NotPossibleNow() if isinstance(error, NotThere) else error) from error


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
