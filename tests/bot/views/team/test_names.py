"""What people of the team are called."""

from __future__ import annotations

from bot.domain.roles import ROLES
from bot.views.reader import Reader
from bot.views.team.names import display_name, isolated, rights, role_name
from db.queries.team.members import Member


def test_a_name_keeps_its_own_direction_and_its_line_begins_on_the_readers_side(readers: dict[str, Reader]) -> None:
    assert isolated(readers["fr"].speech, "زينب") == "\u2068زينب\u2069"
    assert isolated(readers["ar"].speech, "Marc") == "\u200f\u2068Marc\u2069"


def test_who_has_no_name_yet_is_called_what_they_are(readers: dict[str, Reader]) -> None:
    for reader in readers.values():
        nameless = Member(1, "administrator", None, None, None)
        assert display_name(reader.speech, nameless) == role_name(reader.speech, "administrator")
        assert len({role_name(reader.speech, role) for role in ROLES}) == len(ROLES)
        assert len({rights(reader.speech, role) for role in ROLES[1:]}) == len(ROLES) - 1
