"""The way into the team, and the way out."""

from __future__ import annotations

from bot.domain.roles import RESIDENT, VOLUNTEER
from bot.i18n import Speech
from bot.views.menu import commands
from bot.views.reader import Reader
from bot.views.team import joining as views
from bot.views.team.profile_taps import AskLeave, LeaveTeam, ShowProfile
from bot.views.team.taps import AcceptCharter, DeclineCharter, JoinInLanguage
from tests.support.screens import in_each_language, taps


def test_the_charter_is_accepted_in_its_version_or_declined(readers: dict[str, Reader]) -> None:
    charter = readers["en"].organization.charter
    assert charter
    for again, other in ((False, DeclineCharter()), (True, AskLeave())):
        shown = in_each_language(readers, lambda reader, again=again: views.charter(reader, VOLUNTEER, again))["en"]  # type: ignore[misc]
        assert taps(shown)[:2] == [AcceptCharter(charter["version"]), other]


def test_with_the_role_come_its_commands_and_go_with_it(readers: dict[str, Reader]) -> None:
    speech = readers["en"].speech
    came = in_each_language(readers, lambda reader: views.welcome(reader.speech, VOLUNTEER))["en"]
    gone = in_each_language(readers, lambda reader: views.left(reader.speech, RESIDENT))["en"]
    assert came.commands == commands(speech, VOLUNTEER)
    assert gone.commands == commands(speech, RESIDENT)
    asked = in_each_language(readers, lambda reader: views.ask_leave(reader.speech))["en"]
    assert taps(asked) == [LeaveTeam(), ShowProfile()]


def test_each_other_word_on_the_way(readers: dict[str, Reader], speeches: dict[str, Speech]) -> None:
    for shown in (views.accepted, views.accepted_again, views.declined, views.not_valid):
        in_each_language(readers, lambda reader, shown=shown: shown(reader.speech))  # type: ignore[misc]
    assert taps(views.ask_language(readers["ro"], speeches))[0] == JoinInLanguage("ro")
