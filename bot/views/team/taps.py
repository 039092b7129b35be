"""The buttons about who is in the team, and who is invited into it."""

from __future__ import annotations

from bot.domain.roles import Role
from bot.views.taps import Tap


class ShowTeam(Tap, name="team"):
    page: int = 0


class ShowMember(Tap, name="team.member"):
    member_id: int


class AskDeactivate(Tap, name="team.off"):
    member_id: int


class Deactivate(Tap, name="team.deactivate"):
    member_id: int


class Reactivate(Tap, name="team.reactivate"):
    member_id: int


class AskRole(Tap, name="team.role"):
    member_id: int
    role: Role


class GiveRole(Tap, name="team.make"):
    member_id: int
    role: Role


class Invite(Tap, name="invite"):
    role: Role | None = None
    """Asked for unless it says which."""


class ShowInvitations(Tap, name="invitations"):
    page: int = 0


class AskRevoke(Tap, name="invitation.end"):
    token_hash: str


class Revoke(Tap, name="invitation.revoke"):
    token_hash: str


class JoinInLanguage(Tap, name="join.language"):
    code: str


class AcceptCharter(Tap, name="join.accept"):
    version: int | None = None
    """None where the organization has no charter."""


class DeclineCharter(Tap, name="join.decline"):
    pass
