"""One's own data: explained, handed over, and gone."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.roles import RESIDENT
from bot.views.menu import commands
from bot.views.privacy.own_data import FILE_NAME, ask_erase, erased, explained, exported
from bot.views.privacy.taps import AskErase, EraseData, ExportData, ShowPrivacy
from bot.views.reader import Reader
from tests.support.screens import in_each_language, taps


def test_all_that_one_can_do_is_two_taps_away(readers: dict[str, Reader]) -> None:
    shown = in_each_language(readers, lambda reader: explained(reader.speech))["en"]
    assert {ExportData(), AskErase()} <= set(taps(shown))
    file = in_each_language(readers, lambda reader: exported(reader.speech, b"{}"))["en"].file
    assert file
    assert (file.name, file.content) == (FILE_NAME, b"{}")


def test_who_is_in_the_team_hears_that_they_leave_it(readers: dict[str, Reader]) -> None:
    asked = in_each_language(readers, ask_erase)["en"]
    assert taps(asked) == [EraseData(), ShowPrivacy()]
    assert "leave the team" in asked.text
    assert "leave the team" not in ask_erase(replace(readers["en"], role=RESIDENT)).text
    gone = in_each_language(readers, lambda reader: erased(reader.speech))["en"]
    assert gone.commands == commands(readers["en"].speech, RESIDENT)
