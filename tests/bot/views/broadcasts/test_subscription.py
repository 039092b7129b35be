"""What the team announces, as people get it, and their switch for it."""

from __future__ import annotations

from bot.domain.broadcasts import SKIP, BroadcastState
from bot.views.broadcasts.subscription import announcement, stopped, switch
from bot.views.broadcasts.taps import SwitchAnnouncements
from bot.views.meetings.taps import AnswerMeeting
from bot.views.reader import Reader
from tests.support.screens import broadcast, in_each_language, taps


def test_each_reads_their_text_or_the_one_that_was_decided_on(readers: dict[str, Reader]) -> None:
    speech = readers["ar"].speech
    for missing, text in ((SKIP, None), (None, None), ("fr", "<b>Fête</b>")):
        copy = announcement(speech, broadcast(missing=missing))
        assert (str(copy.text) if copy else None) == text
    assert announcement(readers["fr"].speech, broadcast(state=BroadcastState.STOPPED)) is None


def test_a_copy_can_be_answered_and_switched_off(readers: dict[str, Reader]) -> None:
    copy = announcement(readers["fr"].speech, broadcast(meeting_id="coffee"))
    assert copy
    assert copy.anew
    assert {AnswerMeeting("coffee", "going", "copy"), SwitchAnnouncements("copy")} <= set(taps(copy))


def test_the_switch_shows_the_other_side(readers: dict[str, Reader]) -> None:
    for wanted, other in ((True, "off"), (False, "on")):
        screen = in_each_language(readers, lambda reader, on=wanted: switch(reader.speech, on))["en"]  # type: ignore[misc]
        assert taps(screen)[0] == SwitchAnnouncements("off" if other == "off" else "on")
    assert taps(in_each_language(readers, lambda reader: stopped(reader.speech))["en"])[0] == SwitchAnnouncements("on")
