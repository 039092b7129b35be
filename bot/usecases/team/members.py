"""Who is in the team, as coordinators see and change it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.clock import Clock
from bot.domain.errors import NamedInSettings, NotAllowed, NotOffered, NotYourself
from bot.domain.roles import ADMINISTRATOR, COORDINATOR, RESIDENT, ROLES, at_least, may_change
from bot.usecases.notices import Notices
from bot.usecases.requests.upkeep import take_back_from
from db.models.team import RoleChange
from db.queries.requests import removals as taking_away
from db.queries.team import members as team
from db.queries.team.members import Member

LISTED = 8
HISTORY = 5


@dataclass(frozen=True)
class Known:
    """Somebody in the team."""

    member: Member
    history: Sequence[RoleChange]
    """The latest changes of their role, the newest first."""
    may_change: bool
    roles: list[str]
    """Which other roles they can be given by who looks at them."""


class Team:
    """For coordinators: NotAllowed for anybody else. NotOffered for somebody who is not in the team."""

    def __init__(
        self, session: AsyncSession, clock: Clock, person_id: int, role: str, administrators: Collection[int]
    ) -> None:
        """`administrators`: those whom the settings name."""
        if not at_least(role, COORDINATOR):
            raise NotAllowed
        self._session = session
        self._clock = clock
        self._person_id = person_id
        self._role = role
        self._administrators = administrators

    async def members(self, page: int) -> tuple[list[Member], int]:
        """One page of the list, and how many members there are."""
        found, total = await team.members(self._session, self._administrators, page * LISTED, LISTED)
        return [self._as_it_counts(member) for member in found], total

    async def member(self, person_id: int) -> Known:
        member = await self._find(person_id)
        history = await team.changes(self._session, person_id, HISTORY)
        free = self._may_change(member)
        others = [role for role in ROLES if role not in (RESIDENT, member.role)]
        roles = others if free and self._role == ADMINISTRATOR and not member.deactivated_at else []
        return Known(member, history, free, roles)

    async def deactivate(self, person_id: int) -> None:
        """Nothing of the team is theirs from their next tap on; what they hold goes back to the board."""
        member = await self._to_change(person_id)
        if member.deactivated_at:
            return
        now = self._clock.now()
        await team.set_deactivated(self._session, person_id, now)
        await team.revoke_invitations_by(self._session, person_id, now)
        await take_back_from(self._session, self._clock, person_id)
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
        if self._role != ADMINISTRATOR:
            raise NotAllowed
        member = await self._to_change(person_id)
        if member.deactivated_at or role not in ROLES or role == RESIDENT:
            raise NotOffered
        if role == member.role:
            return
        what = "promoted" if at_least(role, member.role) else "demoted"
        if what == "demoted":
            await team.revoke_invitations_by(self._session, person_id, self._clock.now())
            await taking_away.from_chat(self._session, self._clock.now(), person_id)
        await team.set_role(self._session, person_id, role)
        await self._note(person_id, what, role, shown=role)

    async def _note(self, person_id: int, what: str, role: str, shown: str) -> None:
        team.note_change(self._session, self._clock.now(), self._person_id, person_id, what, role)
        # Their keyboard and their commands are those of the role `shown`.
        await Notices(self._session, self._clock.now()).tell(person_id, "team.role", {"what": what, "role": shown})

    async def _find(self, person_id: int) -> Member:
        member = await team.member(self._session, person_id, self._administrators)
        if member is None:
            raise NotOffered
        return self._as_it_counts(member)

    async def _to_change(self, person_id: int) -> Member:
        if person_id == self._person_id:
            raise NotYourself
        if person_id in self._administrators:
            raise NamedInSettings
        member = await self._find(person_id)
        if not self._may_change(member):
            raise NotAllowed
        return member

    def _may_change(self, member: Member) -> bool:
        """Never the last administrator: whoever changes an administrator is one, and it is not themselves."""
        protected = member.id == self._person_id or member.id in self._administrators
        return not protected and may_change(self._role, member.role)

    def _as_it_counts(self, member: Member) -> Member:
        """The settings make administrators, whatever the row says."""
        named = member.id in self._administrators
        return member._replace(role=ADMINISTRATOR, deactivated_at=None) if named else member
