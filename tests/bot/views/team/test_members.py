"""The team, as coordinators see it."""

from __future__ import annotations

from typing import get_args

from bot.domain.roles import COORDINATOR, VOLUNTEER
from bot.usecases.team.members import MemberDetails
from bot.views.reader import Reader
from bot.views.team import members as views
from bot.views.team.taps import AskDeactivate, AskRole, Deactivate, GiveRole, Reactivate, ShowMember, ShowTeam
from db.models.team import Change, RoleChange
from db.queries.team.members import Member
from tests.support.network import MARC, NOW
from tests.support.screens import TYPED, in_each_language, shows_as_typed, taps

ONE = Member(MARC, VOLUNTEER, None, TYPED, ["ar"])
OFF = ONE._replace(deactivated_at=NOW)


def test_the_list_has_a_button_each_and_pages(readers: dict[str, Reader]) -> None:
    screen = in_each_language(readers, lambda reader: views.listed(reader.speech, [ONE, OFF], 20, 1))["en"]
    assert {ShowMember(MARC), ShowTeam(0), ShowTeam(2)} <= set(taps(screen))
    assert screen.rows[1][0].text.endswith(views.OFF)


def test_only_what_may_be_changed_has_a_button(readers: dict[str, Reader]) -> None:
    history = [RoleChange(at=NOW, what=what, role=VOLUNTEER) for what in get_args(Change)]
    for member, free, offered in (
        (ONE, True, {AskRole(MARC, COORDINATOR), AskDeactivate(MARC)}),
        (OFF, True, {Reactivate(MARC)}),
        (ONE, False, set()),
    ):
        details = MemberDetails(member, history, free, [COORDINATOR] if free and member is ONE else [])
        screen = in_each_language(readers, lambda reader, details=details: views.member(reader, details))["en"]  # type: ignore[misc]
        assert shows_as_typed(screen)
        assert {tap for tap in taps(screen) if isinstance(tap, AskRole | AskDeactivate | Reactivate)} == offered


def test_before_a_change_one_is_asked(readers: dict[str, Reader]) -> None:
    off = in_each_language(readers, lambda reader: views.ask_deactivate(reader.speech, ONE))["en"]
    assert taps(off) == [Deactivate(MARC), ShowMember(MARC)]
    role = in_each_language(readers, lambda reader: views.ask_role(reader.speech, ONE, COORDINATOR))["en"]
    assert taps(role) == [GiveRole(MARC, COORDINATOR), ShowMember(MARC)]
    assert "Coordinators see the team" in role.text
