"""A screen as the call to Telegram that sends it."""

from __future__ import annotations

import pytest
from aiogram.methods import (
    CopyMessage,
    EditMessageCaption,
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendVenue,
    SendVoice,
)
from markupsafe import Markup

from bot.delivery.screens import command_list, editing, sending
from bot.views.screen import Copied, File, Media, Pin, Screen

TEXT = Markup("<b>Zohra &amp; co</b>")


@pytest.mark.parametrize(
    ("screen", "method"),
    [
        (Screen(TEXT), SendMessage),
        (Screen(TEXT, media=Media("photo", "id")), SendPhoto),
        (Screen(TEXT, media=Media("voice", "id")), SendVoice),
        (Screen(TEXT, media=Media("document", "id")), SendDocument),
        (Screen(TEXT, file=File("hours.txt", b"9:00")), SendDocument),
        (Screen(pin=Pin("Desk", "Rue 1", 50.8, 4.3)), SendVenue),
        (Screen(copied=Copied(5, 7)), CopyMessage),
    ],
    ids=lambda one: getattr(one, "__name__", "screen"),
)
def test_each_sort_of_screen_has_its_call(screen: Screen, method: type) -> None:
    made = sending(3, screen)
    assert type(made) is method
    assert made.chat_id == 3  # type: ignore[attr-defined]
    if screen.text:
        assert TEXT in (getattr(made, "text", None), getattr(made, "caption", None))


def test_the_words_under_a_photo_stay_under_it() -> None:
    assert isinstance(editing(3, 9, Screen(TEXT, media=Media("photo", "id"))), EditMessageCaption)
    assert isinstance(editing(3, 9, Screen(TEXT)), EditMessageText)


def test_a_new_role_has_its_own_list_of_commands_in_that_chat_only() -> None:
    made = command_list(3, Screen(TEXT, commands=(("board", "Who needs help"),)))
    assert [(one.command, one.description) for one in made.commands] == [("board", "Who needs help")]
    assert made.scope
    assert made.scope.model_dump()["chat_id"] == 3
