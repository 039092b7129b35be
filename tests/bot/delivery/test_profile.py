"""What Telegram shows of the bot before anybody has written."""

from __future__ import annotations

from typing import Any

from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SetMyCommands, SetMyDescription

from bot.delivery.profile import introduce
from bot.i18n import SOURCE, Speech


class Telegram:
    """Takes calls, and refuses descriptions."""

    def __init__(self) -> None:
        self.taken: list[Any] = []

    async def __call__(self, method: Any) -> bool:
        self.taken.append(method)
        if isinstance(method, SetMyDescription):
            raise TelegramBadRequest(method, "too long")
        return True


async def test_each_language_has_its_commands_and_a_refusal_stops_nothing(
    speeches: dict[str, Speech], logged: list[Any]
) -> None:
    telegram = Telegram()
    await introduce(telegram, speeches)  # type: ignore[arg-type]
    lists = [method for method in telegram.taken if isinstance(method, SetMyCommands)]
    assert {method.language_code for method in lists} == {None if code == SOURCE else code for code in speeches}
    assert len({method.commands[1].description for method in lists}) == len(speeches)
    assert len(logged) == len(speeches)
