"""May the team read what the bot did not understand?"""

from __future__ import annotations

from bot.views.learning.consent import ask, switch, thanks, to_switch
from bot.views.learning.taps import LearnFromMe
from bot.views.reader import Reader
from tests.support.screens import in_each_language, taps


def test_yes_and_no_are_one_tap_each_and_know_their_message(readers: dict[str, Reader]) -> None:
    screen = in_each_language(readers, lambda reader: ask(reader.speech, "1a"))["en"]
    assert set(taps(screen)) == {LearnFromMe(True, "1a"), LearnFromMe(False, "1a")}
    assert screen.anew, "the answer above it stays"


def test_one_sees_what_one_has_said_and_can_say_the_other(readers: dict[str, Reader]) -> None:
    for agrees in (True, False):
        shown = in_each_language(readers, lambda reader, said=agrees: switch(reader.speech, said))["en"]  # type: ignore[misc]
        assert taps(shown)[0] == LearnFromMe(not agrees, "")
        in_each_language(readers, lambda reader, said=agrees: thanks(reader.speech, said))  # type: ignore[misc]
    assert to_switch(readers["ar"].speech).tap == LearnFromMe()
