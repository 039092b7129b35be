"""A screen's buttons as Telegram wants them."""

from __future__ import annotations

from functools import lru_cache

from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from bot.views.screen import Button, Screen
from bot.views.taps import Tap, data_of


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
    if button.tap is None:
        return InlineKeyboardButton(text=button.text, url=button.url)
    if button.tap.about is None:
        return _way(button.text, button.tap)
    return InlineKeyboardButton(text=button.text, callback_data=data_of(button.tap))


@lru_cache(maxsize=500)  # the ways in: the same in nearly every message, and dear to make
def _way(text: str, tap: Tap) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data_of(tap))
