"""Who may do what: each role may do all that the ones before it may."""

from __future__ import annotations

RESIDENT, VOLUNTEER, COORDINATOR, ADMINISTRATOR = ROLES = ("resident", "volunteer", "coordinator", "administrator")


def at_least(role: str, needed: str) -> bool:
    return ROLES.index(role) >= ROLES.index(needed)
