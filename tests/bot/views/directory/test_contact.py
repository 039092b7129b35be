"""The way to a human, and the numbers for when there is danger."""

from __future__ import annotations

from bot.views.directory.contact import contact, emergency, phones, please_call
from bot.views.directory.taps import ShowContact, ShowEmergency
from bot.views.reader import Reader
from tests.support.screens import in_each_language, taps

NUMBER = "+32 470 32 22 24"


def test_numbers_in_each_language_the_most_important_first(readers: dict[str, Reader]) -> None:
    shown = in_each_language(readers, contact)["en"]
    assert NUMBER in shown.text.striptags()
    assert ShowEmergency() in taps(shown)
    danger = in_each_language(readers, emergency)["en"]
    numbers = [number["number"] for number in readers["en"].organization.emergency]
    assert danger.text.index(numbers[0]) < danger.text.index(numbers[-1])
    assert ShowContact() in taps(danger)


def test_where_the_bot_is_not_sure_people_call(readers: dict[str, Reader]) -> None:
    reader = readers["ar"]
    assert NUMBER in please_call(reader.speech, reader.organization)
    assert phones(reader.speech, reader.organization).count("📞") == len(reader.organization.phones)
