"""A screen's buttons as Telegram wants them."""

from __future__ import annotations

from functools import lru_cache

from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from bot.views.screen import Button, Screen


class Show(CallbackData, prefix="s1"):
    """What a tap asks for. A change of meaning takes a new prefix, so that old buttons are known as old."""

    topic: str
    item: str = ""


def markup(screen: Screen) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    if screen.keyboard:
        return _keyboard(screen.keyboard)
    if screen.rows:
        return InlineKeyboardMarkup(inline_keyboard=[[_inline(button) for button in line] for line in screen.rows])
    return None


@lru_cache(maxsize=50)
def _keyboard(lines: tuple[tuple[str, ...], ...]) -> ReplyKeyboardMarkup:
    keys = [[KeyboardButton(text=text) for text in line] for line in lines]
    return ReplyKeyboardMarkup(keyboard=keys, resize_keyboard=True, is_persistent=True)


def _inline(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(text=button.text, url=button.url)
    if button.item:
        return InlineKeyboardButton(text=button.text, callback_data=Show(topic=button.topic, item=button.item).pack())
    return _of_topic(button.text, button.topic)


@lru_cache(maxsize=500)  # the same in nearly every message, and dear to make
def _of_topic(text: str, topic: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=Show(topic=topic).pack())
