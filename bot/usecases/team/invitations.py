"""Personal invitations into the team: made by those who may, used once by whom they were made for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime

from bot.domain.errors import AlreadyInTeam, LockedOut, NoInvitation, NotAllowed
from bot.domain.invitations import LIFETIME, WRONG_TRIES, hashed, is_locked_out, new_token
from bot.domain.notices import NoticeKind
from bot.domain.roles import INVITED_BY, RESIDENT, Role, at_least
from bot.usecases.actor import Actor
from db.models.team import Invitation, Volunteer
from db.queries.team import invitations
from db.queries.team import members as team

LISTED = 8  # invitations a page
LONGEST_NAME = 64  # of volunteer.name; Telegram allows twice as much for first and last name together


class Invitations:
    """NotAllowed for whoever may invite nobody."""

    def __init__(self, actor: Actor) -> None:
        self.roles = [invited for invited, needed in INVITED_BY.items() if at_least(actor.role, needed)]
        """To which this person may invite."""
        if not self.roles:
            raise NotAllowed
        self._actor = actor

    async def create(self, role: Role) -> tuple[Invitation, str]:
        """With the token, which nobody can read again later."""
        if role not in self.roles:
            raise NotAllowed
        token = new_token()
        invitation = Invitation(
            token_hash=hashed(token),
            role=role,
            created_by=self._actor.person_id,
            created_at=self._actor.now,
            expires_at=self._actor.now + LIFETIME,
        )
        self._actor.session.add(invitation)
        return invitation, token

    async def waiting(self, page: int) -> tuple[Sequence[Invitation], int]:
        """Those that can still be used, and how many there are."""
        return await invitations.waiting(self._actor.session, self.roles, self._actor.now, page * LISTED, LISTED)

    async def revoke(self, token_hash: str) -> bool:
        """False if it was used or revoked before."""
        return await invitations.revoke(self._actor.session, token_hash, self.roles, self._actor.now)


class Joining:
    """What somebody with an invitation can do."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._session = actor.session

    async def open_link(self, token: str) -> Invitation | None:
        """None for a link that is not valid, which counts as a wrong try. LockedOut after too many of them.

        AlreadyInTeam where it would give nothing new; then the link can still be used.
        """
        tries = await invitations.wrong_tries(self._session, self._actor.person_id)
        if is_locked_out(tries, self._actor.now):
            raise LockedOut
        invitation = await invitations.open_link(self._session, hashed(token), self._actor.person_id, self._actor.now)
        if invitation and not self._actor.deactivated:
            if at_least(self._actor.role, invitation.role):
                raise AlreadyInTeam
            if not invitation.used_at:
                return invitation
        await self._count_wrong_try(tries)
        return None

    async def invited_as(self) -> str:
        """The role of the invitation that they have opened, or else their own. NoInvitation for anybody else."""
        if invitation := await self._invitation():
            return invitation.role
        if self._actor.role == RESIDENT:
            raise NoInvitation
        return self._actor.role

    async def accept(self, name: str) -> tuple[str | None, Volunteer]:
        """The charter is accepted. With an invitation its role is theirs from now on; None: they have had theirs.

        NoInvitation if there is none any more.
        """
        invitation = await self._invitation()
        if not invitation and self._actor.role == RESIDENT:
            raise NoInvitation
        if invitation:
            await self._use(invitation)
        name, organization = clean_name(name), self._actor.desk.directory.organization
        volunteer = await team.accept_charter(self._session, self._actor.now, self._actor.person_id, name, organization)
        return (invitation.role if invitation else None), volunteer

    async def _use(self, invitation: Invitation) -> None:
        if not await invitations.use(self._session, invitation.token_hash, self._actor.now):
            raise NoInvitation
        role, inviter = invitation.role, invitation.created_by
        await team.set_role(self._session, self._actor.person_id, role)
        team.note_change(self._session, self._actor.now, inviter, self._actor.person_id, "joined", role)
        if inviter:
            await self._actor.notices.tell(inviter, NoticeKind.TEAM_JOINED, {"role": role})

    async def _invitation(self) -> Invitation | None:
        """The one that they have opened, that is still valid and gives them more than they have."""
        if self._actor.deactivated:
            return None
        found = await invitations.opened_by(self._session, self._actor.person_id, self._actor.now)
        return found if found and not at_least(self._actor.role, found.role) else None

    async def decline(self) -> None:
        """The invitation is over; nobody is told."""
        if invitation := await self._invitation():
            invitation.revoked_at = self._actor.now

    async def _count_wrong_try(self, tries: Sequence[datetime]) -> None:
        await invitations.note_wrong_try(self._session, self._actor.person_id, self._actor.now)
        if is_locked_out([self._actor.now, *tries][:WRONG_TRIES], self._actor.now):
            coordinators = await team.coordinators(self._session) | set(self._actor.administrators)
            await self._actor.notices.tell_all(coordinators, NoticeKind.TEAM_WRONG_TRIES, {})


def clean_name(name: str) -> str:
    """As Telegram shows it, without invisible characters, on one line."""
    visible = "".join(" " if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") else sign for sign in name)
    return re.sub(r"\s+", " ", visible).strip()[:LONGEST_NAME] or "?"
