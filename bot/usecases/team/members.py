"""Who is in the team, as coordinators see and change it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.errors import NamedInSettings, NotAllowed, NotOffered, NotYourself
from bot.domain.notices import NoticeKind
from bot.domain.roles import ADMINISTRATOR, RESIDENT, ROLES, Role, at_least, may_change
from bot.usecases.actor import Actor
from bot.usecases.requests import removals
from bot.usecases.requests.upkeep import take_back_from
from db.models.team import Change, RoleChange
from db.queries.team import members as team
from db.queries.team.members import Member

LISTED = 8  # members a page
HISTORY = 5  # changes of role that are shown


@dataclass(frozen=True)
class MemberDetails:
    """A member of the team, with what the person looking at them may change."""

    member: Member
    history: Sequence[RoleChange]
    """The latest changes of their role, the newest first."""
    may_change: bool
    roles: list[Role]
    """Which other roles they can be given."""


class Team:
    """For coordinators: NotAllowed for anybody else. NotOffered for somebody who is not in the team."""

    def __init__(self, actor: Actor) -> None:
        actor.as_coordinator()
        self._actor = actor
        self._session = actor.session

    async def members(self, page: int) -> tuple[list[Member], int]:
        """One page of the list, and how many members there are."""
        found, total = await team.members(self._session, self._actor.administrators, page * LISTED, LISTED)
        return [self._effective(member) for member in found], total

    async def member(self, person_id: int) -> MemberDetails:
        member = await self._find(person_id)
        history = await team.changes(self._session, person_id, HISTORY)
        free = self._may_change(member)
        others = [role for role in ROLES if role not in (RESIDENT, member.role)]
        roles = others if free and self._actor.role == ADMINISTRATOR and not member.deactivated_at else []
        return MemberDetails(member, history, free, roles)

    async def deactivate(self, person_id: int) -> None:
        """Nothing of the team is theirs from their next tap on; what they hold goes back to the board."""
        member = await self._to_change(person_id)
        if member.deactivated_at:
            return
        await team.set_deactivated(self._session, person_id, self._actor.now)
        await team.revoke_invitations_by(self._session, person_id, self._actor.now)
        await take_back_from(self._actor, person_id)
        await self._note(person_id, "deactivated", member.role, shown=RESIDENT)

    async def reactivate(self, person_id: int) -> None:
        """The role that they had."""
        member = await self._to_change(person_id)
        if not member.deactivated_at:
            return
        await team.set_deactivated(self._session, person_id, None)
        await self._note(person_id, "reactivated", member.role, shown=member.role)

    async def give_role(self, person_id: int, role: str) -> None:
        """For administrators. A role in the team; out of it there is `deactivate`."""
        if self._actor.role != ADMINISTRATOR:
            raise NotAllowed
        member = await self._to_change(person_id)
        if member.deactivated_at or role not in ROLES or role == RESIDENT:
            raise NotOffered
        if role == member.role:
            return
        what: Change = "promoted" if at_least(role, member.role) else "demoted"
        if what == "demoted":
            await team.revoke_invitations_by(self._session, person_id, self._actor.now)
            await removals.from_chat(self._actor, person_id)
        await team.set_role(self._session, person_id, role)
        await self._note(person_id, what, role, shown=role)

    async def _note(self, person_id: int, what: Change, role: str, shown: str) -> None:
        team.note_change(self._session, self._actor.now, self._actor.person_id, person_id, what, role)
        # Their keyboard and their commands are those of the role `shown`.
        await self._actor.notices.tell(person_id, NoticeKind.TEAM_ROLE, {"what": what, "role": shown})

    async def _find(self, person_id: int) -> Member:
        member = await team.member(self._session, person_id, self._actor.administrators)
        if member is None:
            raise NotOffered
        return self._effective(member)

    async def _to_change(self, person_id: int) -> Member:
        if person_id == self._actor.person_id:
            raise NotYourself
        if person_id in self._actor.administrators:
            raise NamedInSettings
        member = await self._find(person_id)
        if not self._may_change(member):
            raise NotAllowed
        return member

    def _may_change(self, member: Member) -> bool:
        """Never the last administrator: whoever changes an administrator is one, and it is not themselves."""
        protected = member.id == self._actor.person_id or member.id in self._actor.administrators
        return not protected and may_change(self._actor.role, member.role)

    def _effective(self, member: Member) -> Member:
        """The settings make administrators, whatever the row says."""
        named = member.id in self._actor.administrators
        return member._replace(role=ADMINISTRATOR, deactivated_at=None) if named else member
