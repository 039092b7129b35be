"""How a message is removed from a chat.

A bot can delete what is less than 48 hours old (Bot API, deleteMessage); of what is older the words are replaced.
"""

from __future__ import annotations

from typing import Any

from aiogram.exceptions import TelegramAPIError
from aiogram.methods import DeleteMessage, EditMessageCaption, EditMessageMedia, EditMessageText, TelegramMethod
from aiogram.types import BufferedInputFile, InputMediaDocument

from bot.domain.notices import Failure
from bot.views.screen import Screen
from db.models.notices import Notice

REPLACEABLE = frozenset({"photo", "document", "video", "audio", "animation"})
"""What editMessageMedia takes (Bot API, InputMedia): not a voice message, which loses its caption only."""


def taking_away(notice: Notice, instead: Screen) -> TelegramMethod[Any]:
    """Deletes it; once Telegram has refused that, puts `instead` in its place."""
    where: dict[str, Any] = {"chat_id": notice.chat_id, "message_id": notice.message_id}
    if notice.failure != Failure.REFUSED:
        return DeleteMessage(**where)
    media = notice.params["media"]
    if media is None:
        return EditMessageText(**where, text=instead.text)
    if media not in REPLACEABLE:
        return EditMessageCaption(**where, caption=instead.text)
    nothing = BufferedInputFile(notice.params["code"].encode(), f"{notice.params['code']}.txt")
    return EditMessageMedia(**where, media=InputMediaDocument(media=nothing, caption=instead.text))


def is_gone(error: TelegramAPIError) -> bool:
    """Nothing is left to be taken away: its reader has deleted it."""
    return "message to delete not found" in error.message or "message to edit not found" in error.message
