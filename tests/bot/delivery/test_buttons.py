"""A screen's buttons as Telegram wants them."""

from __future__ import annotations

from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup

from bot.delivery.buttons import markup
from bot.views.directory.taps import ShowContact, ShowService
from bot.views.screen import Button, Screen
from bot.views.taps import data_of


def test_a_button_carries_its_tap_or_opens_an_address() -> None:
    one, other, link = ShowContact(), ShowService("housing"), "https://example.org"
    line = (Button("Contact", one), Button("Housing", other), Button("Website", url=link))
    made = markup(Screen(rows=(line,)))
    assert isinstance(made, InlineKeyboardMarkup)
    ((contact, housing, website),) = made.inline_keyboard
    assert (contact.callback_data, housing.callback_data) == (data_of(one), data_of(other))
    assert (website.url, website.callback_data) == (link, None)


def test_the_keyboard_that_stays_goes_before_buttons_and_without_either_there_is_none() -> None:
    made = markup(Screen(keyboard=(("Hours", "Place"), ("Help",)), rows=((Button("Contact", ShowContact()),),)))
    assert isinstance(made, ReplyKeyboardMarkup)
    assert [[key.text for key in line] for line in made.keyboard] == [["Hours", "Place"], ["Help"]]
    assert made.is_persistent
    assert markup(Screen()) is None
