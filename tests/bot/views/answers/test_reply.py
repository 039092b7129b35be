"""The reply to free text: an answer, "did you mean", or the menu."""

from __future__ import annotations

from bot.understanding.reading import Reading
from bot.views.answers.reply import did_you_mean, is_topic, not_understood, reply
from bot.views.answers.taps import ShowAnswer
from bot.views.directory.taps import ShowContact, ShowEmergency
from bot.views.reader import Reader
from tests.support.screens import in_each_language, taps


def test_who_is_not_understood_has_the_emergency_number_and_a_human(readers: dict[str, Reader]) -> None:
    for shown in (not_understood, lambda reader: did_you_mean(reader, ("hours", "cost"))):
        screen = in_each_language(readers, shown)["en"]
        assert "112" in screen.text
        assert {ShowContact(), ShowEmergency()} <= set(taps(screen))


def test_a_choice_finds_its_message_again(readers: dict[str, Reader]) -> None:
    screen = did_you_mean(readers["en"], ("hours", "service.housing"), "1a")
    assert [ShowAnswer("hours", "1a"), ShowAnswer("service.housing", "1a")] == taps(screen)[:2]


def test_that_a_message_was_too_long_to_be_read_whole_is_said(readers: dict[str, Reader]) -> None:
    def read(capped: bool) -> Reading:
        return Reading("hours", "answer", (), 0.9, (), "fr", 1.0, danger=False, capped=capped)

    for capped in (True, False):
        assert ("only its beginning" in reply(readers["en"], read(capped)).text) is capped
    assert [is_topic(readers["en"].speech, topic) for topic in ("hours", "service.gone", "shoes")] == [
        True,
        True,
        False,
    ]
