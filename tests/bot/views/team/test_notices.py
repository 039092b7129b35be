"""What somebody is told about the team by itself."""

from __future__ import annotations

import pytest

from bot.domain.roles import COORDINATOR, RESIDENT, VOLUNTEER
from bot.views.menu import commands
from bot.views.reader import Reader
from bot.views.team import notices as views
from bot.views.team.taps import ShowInvitations, ShowTeam
from db.models.notices import Notice
from tests.support.screens import in_each_language, taps


@pytest.mark.parametrize(
    ("what", "role"), [("deactivated", RESIDENT), ("reactivated", VOLUNTEER), ("promoted", COORDINATOR)]
)
def test_a_new_role_comes_with_its_keyboard_and_commands(readers: dict[str, Reader], what: str, role: str) -> None:
    told = Notice(params={"what": what, "role": role})
    screen = in_each_language(readers, lambda reader: views.role(reader, told, None))["en"]
    assert screen.commands == commands(readers["en"].speech, role)
    assert screen.keyboard


def test_who_invited_and_who_watches_over_links_is_told_where_to_look(readers: dict[str, Reader]) -> None:
    told = Notice(params={"role": VOLUNTEER})
    for view, way in ((views.joined, ShowTeam()), (views.wrong_tries, ShowInvitations())):
        screen = in_each_language(readers, lambda reader, view=view: view(reader, told, None))["en"]  # type: ignore[misc]
        assert taps(screen) == [way]
