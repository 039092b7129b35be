"""The way in, and the way back from everywhere."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.roles import COORDINATOR, RESIDENT, VOLUNTEER
from bot.i18n import Speech
from bot.views.menu import back, choose_language, commands, description, help_screen, keyboard, menu, welcome
from bot.views.menu_taps import ChooseLanguage, ShowMenu
from bot.views.reader import Reader
from bot.views.requests.taps import ShowBoard, ShowWaiting
from tests.support.screens import in_each_language, taps


def test_menu_and_help_in_each_language(readers: dict[str, Reader]) -> None:
    assert ShowWaiting() in taps(in_each_language(readers, menu)["en"])
    helped = in_each_language(readers, help_screen)["en"]
    assert "/inbox" in helped.text
    residents = {code: replace(reader, role=RESIDENT) for code, reader in readers.items()}
    assert ShowBoard() not in taps(in_each_language(residents, menu)["en"])
    assert "/board" not in in_each_language(residents, help_screen)["en"].text


def test_each_role_has_what_the_ones_before_it_have(readers: dict[str, Reader]) -> None:
    speech = readers["en"].speech
    for less, more in ((RESIDENT, VOLUNTEER), (VOLUNTEER, COORDINATOR)):
        assert set(keyboard(less)) < set(keyboard(more))
        assert set(commands(speech, less)) < set(commands(speech, more))
    assert back(speech)[-1].tap == ShowMenu()


def test_the_first_words_come_with_the_keyboard_the_right_way_round(readers: dict[str, Reader]) -> None:
    shown = in_each_language(readers, welcome)
    assert shown["fr"].keyboard[0][0].startswith("🕒")
    assert shown["ar"].keyboard[0][-1].startswith("🕒")
    assert len({description(reader.speech) for reader in readers.values()}) == len(readers)
    assert all(len(description(reader.speech)) <= 512 for reader in readers.values()), "Telegram's limit"


def test_the_proposed_language_comes_first(readers: dict[str, Reader], speeches: dict[str, Speech]) -> None:
    screen = choose_language(readers["nl"], speeches)
    assert taps(screen)[0] == ChooseLanguage("nl")
    assert {tap.code for tap in taps(screen) if isinstance(tap, ChooseLanguage)} == set(speeches)
