"""A screen as the call to Telegram that sends it, or that puts it in the place of a message."""

from __future__ import annotations

from typing import Any

from aiogram.methods import (
    CopyMessage,
    EditMessageCaption,
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendVenue,
    SendVoice,
    SetMyCommands,
    TelegramMethod,
)
from aiogram.types import BotCommand, BotCommandScopeChat, BufferedInputFile, Message

from bot.delivery.buttons import markup
from bot.views.screen import Pin, Screen


def sending(chat_id: int, screen: Screen) -> TelegramMethod[Any]:
    """What it returns has a `message_id`."""
    if screen.copied:
        whose, which = screen.copied
        return CopyMessage(chat_id=chat_id, from_chat_id=whose, message_id=which, reply_markup=markup(screen))
    if screen.pin:
        return _venue(chat_id, screen.pin)
    if screen.file:
        document = BufferedInputFile(screen.file.content, screen.file.name)
        return SendDocument(chat_id=chat_id, document=document, caption=screen.text, reply_markup=markup(screen))
    if not screen.media:
        return SendMessage(chat_id=chat_id, text=screen.text, reply_markup=markup(screen))
    kind, file_id = screen.media
    if kind == "voice":
        return SendVoice(chat_id=chat_id, voice=file_id, caption=screen.text, reply_markup=markup(screen))
    if kind == "photo":
        return SendPhoto(chat_id=chat_id, photo=file_id, caption=screen.text, reply_markup=markup(screen))
    return SendDocument(chat_id=chat_id, document=file_id, caption=screen.text, reply_markup=markup(screen))


def editing(chat_id: int, message_id: int, screen: Screen) -> TelegramMethod[Message | bool]:
    """The message must be of the same sort: the words under a photo stay under that photo."""
    buttons = markup(screen)
    if screen.media:
        return EditMessageCaption(
            chat_id=chat_id,
            message_id=message_id,
            caption=screen.text,
            reply_markup=buttons,  # type: ignore[arg-type]
        )
    return EditMessageText(
        chat_id=chat_id,
        message_id=message_id,
        text=screen.text,
        reply_markup=buttons,  # type: ignore[arg-type]
    )


def command_list(chat_id: int, screen: Screen) -> SetMyCommands:
    """What this person's list of commands is from now on."""
    commands = [BotCommand(command=command, description=words) for command, words in screen.commands]
    return SetMyCommands(commands=commands, scope=BotCommandScopeChat(chat_id=chat_id))


def _venue(chat_id: int, pin: Pin) -> SendVenue:
    return SendVenue(
        chat_id=chat_id,
        latitude=pin.latitude,
        longitude=pin.longitude,
        title=pin.title,
        address=pin.address,
    )
