"""What the ways in are called."""

from __future__ import annotations

from bot.views.labels import PICTOGRAMS, button, label, names
from bot.views.menu import ALL_COMMANDS, ALL_KEYBOARDS
from bot.views.reader import Reader


def test_each_way_has_a_pictogram_of_its_own_and_a_name_in_each_language(readers: dict[str, Reader]) -> None:
    ways = {way for line in ALL_KEYBOARDS for way in line} | set(ALL_COMMANDS.values())
    assert ways <= set(PICTOGRAMS)
    assert len(set(PICTOGRAMS.values())) == len(PICTOGRAMS)
    for reader in readers.values():
        called = names(reader.speech)
        assert set(called) == set(PICTOGRAMS)
        assert len(set(called.values())) == len(called), "no two are called the same"
        for way in ways:
            assert button(reader.speech, way()).text == label(reader.speech, way)
            assert label(reader.speech, way).startswith(PICTOGRAMS[way])
