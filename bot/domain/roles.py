"""Who may do what: each role may do all that the ones before it may."""

from __future__ import annotations

from typing import Final, Literal

Role = Literal["resident", "volunteer", "coordinator", "administrator"]
RESIDENT: Final = "resident"
VOLUNTEER: Final = "volunteer"
COORDINATOR: Final = "coordinator"
ADMINISTRATOR: Final = "administrator"
ROLES: tuple[Role, ...] = (RESIDENT, VOLUNTEER, COORDINATOR, ADMINISTRATOR)


def at_least(role: str, needed: str) -> bool:
    return ROLES.index(role) >= ROLES.index(needed)


INVITED_BY: dict[Role, Role] = {VOLUNTEER: COORDINATOR, COORDINATOR: ADMINISTRATOR}
"""The role that one may invite somebody to → the one that it takes."""


def effective_role(role: str, deactivated: bool, in_settings: bool) -> str:
    """What somebody may do now. Nobody can take it away from those whom the settings name."""
    if in_settings:
        return ADMINISTRATOR
    return RESIDENT if deactivated else role


def may_change(own: str, other: str) -> bool:
    """Coordinators those below them, administrators everybody."""
    return own == ADMINISTRATOR or (own == COORDINATOR and other == VOLUNTEER)
