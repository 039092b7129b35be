"""What Telegram shows of the bot before anybody has written: its description and its commands, in each language."""

from __future__ import annotations

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import SetMyCommands, SetMyDescription
from aiogram.types import BotCommand

from bot.delivery.client import call, note
from bot.i18n import SOURCE, Speech
from bot.views.menu import commands, description


async def introduce(bot: Bot, speeches: dict[str, Speech]) -> None:
    """Once at start. The source language also serves phones in languages that we do not speak."""
    for speech in speeches.values():
        code = None if speech.code == SOURCE else speech.code
        listed = [BotCommand(command=command, description=words) for command, words in commands(speech)]
        for method in (
            SetMyCommands(commands=listed, language_code=code),
            SetMyDescription(description=description(speech), language_code=code),
        ):
            result = await call(bot, method)
            if isinstance(result, TelegramAPIError):
                note(result)
