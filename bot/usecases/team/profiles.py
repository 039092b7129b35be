"""What everybody in the team can do about themselves: the charter, the profile, and leaving."""

from __future__ import annotations

from datetime import time

from bot.domain.errors import LastAdministrator, NamedInSettings, NotOffered
from bot.domain.roles import RESIDENT
from bot.usecases.actor import Actor
from bot.usecases.desk import Part, choices
from bot.usecases.requests.upkeep import take_back_from
from db.models.directory import Organization
from db.models.team import Notify, Volunteer
from db.queries.team import members as team


class Volunteers:
    """For the team: NotAllowed for residents."""

    def __init__(self, actor: Actor) -> None:
        actor.as_volunteer()
        self._actor = actor

    async def read(self) -> Volunteer | None:
        """None until they have accepted a charter: administrators of the settings begin so."""
        return await team.volunteer(self._actor.session, self._actor.person_id)

    async def toggle(self, volunteer: Volunteer, part: Part, value: str) -> None:
        """Choose it, or not any more. NotOffered for what is no choice."""
        offered = choices(self._actor.desk, part)
        if value not in offered:
            raise NotOffered
        chosen = set(getattr(volunteer, part)) ^ {value}
        setattr(volunteer, part, [one for one in offered if one in chosen])

    def set_alerts(self, volunteer: Volunteer, when: Notify) -> None:
        """Of new requests that fit."""
        volunteer.notify = when

    def set_quiet_hours(self, volunteer: Volunteer, start: time | None, end: time | None) -> None:
        """Between these two wall times they are told of no new request; without them, of each. NotOffered for half."""
        if (start is None) != (end is None):
            raise NotOffered
        volunteer.quiet_from, volunteer.quiet_to = start, end

    async def leave(self) -> None:
        """Resident again, at once; what they hold goes back to the board.

        NamedInSettings, LastAdministrator: they have to stay until somebody else does something.
        """
        actor, session, own_id = self._actor, self._actor.session, self._actor.person_id
        await check_may_leave(actor)
        await take_back_from(actor, own_id)
        await team.revoke_invitations_by(session, own_id, actor.now)
        await team.set_role(session, own_id, RESIDENT)
        if volunteer := await self.read():
            await session.delete(volunteer)
        team.note_change(session, actor.now, own_id, own_id, "left", RESIDENT)


def must_accept_charter(volunteer: Volunteer | None, organization: Organization) -> bool:
    """Whether the charter has to be accepted before this person acts as a volunteer."""
    if volunteer is None:
        return True
    charter = organization.charter
    return charter is not None and (volunteer.charter_version or 0) < charter["version"]


async def check_may_leave(actor: Actor) -> None:
    """NamedInSettings, LastAdministrator: without this person nobody could invite and name others."""
    if actor.person_id in actor.administrators:
        raise NamedInSettings
    if not actor.administrators and await team.administrators(actor.session) == {actor.person_id}:
        raise LastAdministrator
