"""Who may do what."""

from __future__ import annotations

import pytest

from bot.domain.roles import (
    ADMINISTRATOR,
    COORDINATOR,
    INVITED_BY,
    RESIDENT,
    ROLES,
    VOLUNTEER,
    at_least,
    effective_role,
    may_change,
)


def test_each_role_may_what_the_ones_before_it_may() -> None:
    for number, role in enumerate(ROLES):
        assert [at_least(role, needed) for needed in ROLES] == [other <= number for other in range(len(ROLES))]


def test_nobody_invites_to_a_role_as_high_as_their_own() -> None:
    assert all(not at_least(invited, needed) for invited, needed in INVITED_BY.items())
    assert ADMINISTRATOR not in INVITED_BY, "administrators are named"


@pytest.mark.parametrize(
    ("role", "deactivated", "in_settings", "effective"),
    [
        (COORDINATOR, False, False, COORDINATOR),
        (COORDINATOR, True, False, RESIDENT),
        (RESIDENT, True, True, ADMINISTRATOR),
    ],
)
def test_what_somebody_may_do_now(role: str, deactivated: bool, in_settings: bool, effective: str) -> None:
    assert effective_role(role, deactivated, in_settings) == effective


def test_coordinators_change_those_below_them_and_administrators_everybody() -> None:
    changes = {own: [other for other in ROLES if may_change(own, other)] for own in ROLES}
    assert changes == {RESIDENT: [], VOLUNTEER: [], COORDINATOR: [VOLUNTEER], ADMINISTRATOR: list(ROLES)}
