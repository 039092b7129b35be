"""A form that somebody is in the middle of leads back to its question."""

from __future__ import annotations

from bot.views.forms import kept
from bot.views.reader import Reader
from bot.views.requests.taps import WriteToOther
from bot.views.team.profile_taps import ShowProfile
from tests.support.screens import in_each_language, taps


def test_continue_asks_again_and_a_conversation_is_no_draft(readers: dict[str, Reader]) -> None:
    said = set()
    for question in (WriteToOther(12), ShowProfile()):
        screen = in_each_language(readers, lambda reader, asked=question: kept(reader.speech, asked))["en"]  # type: ignore[misc]
        assert taps(screen) == [question]
        assert screen.anew, "what was tapped stays"
        said.add(screen.text)
    assert len(said) == 2
