"""A screen as the call to Telegram that sends it, or that puts it in the place of a message."""

from __future__ import annotations

from aiogram.methods import (
    EditMessageCaption,
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendVenue,
    TelegramMethod,
)
from aiogram.types import Message

from bot.delivery.buttons import markup
from bot.views.screen import Pin, Screen


def sending(chat_id: int, screen: Screen) -> TelegramMethod[Message]:
    if screen.pin:
        return _venue(chat_id, screen.pin)
    if not screen.media:
        return SendMessage(chat_id=chat_id, text=screen.text, reply_markup=markup(screen))
    kind, file_id = screen.media
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


def _venue(chat_id: int, pin: Pin) -> SendVenue:
    return SendVenue(
        chat_id=chat_id,
        latitude=pin.latitude,
        longitude=pin.longitude,
        title=pin.title,
        address=pin.address,
    )
