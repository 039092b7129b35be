"""What everybody in the team can do about themselves: the charter, the profile, and leaving."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, time
from typing import Literal, cast, get_args

from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.clock import Clock
from bot.domain.errors import LastAdministrator, NamedInSettings, NotAllowed, NotOffered
from bot.domain.roles import RESIDENT, VOLUNTEER, at_least
from bot.usecases.desk import Desk
from bot.usecases.requests.upkeep import take_back_from
from db.models.directory import Organization
from db.models.team import Volunteer
from db.queries.team import members as team

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Part = Literal["languages", "areas", "topics", "days"]
Notify = Literal["now", "daily", "never"]


class Volunteers:
    """For the team: NotAllowed for residents."""

    def __init__(self, session: AsyncSession, clock: Clock, person_id: int, role: str) -> None:
        if not at_least(role, VOLUNTEER):
            raise NotAllowed
        self._session = session
        self._clock = clock
        self._person_id = person_id
        self._role = role

    async def read(self) -> Volunteer | None:
        """None until they have accepted a charter: administrators of the settings begin so."""
        return await team.volunteer(self._session, self._person_id)

    async def toggle(self, volunteer: Volunteer, part: Part, value: str, desk: Desk) -> None:
        """Choose it, or not any more. NotOffered for what is no choice."""
        offered = choices(desk, part)
        if value not in offered:
            raise NotOffered
        chosen = set(getattr(volunteer, part)) ^ {value}
        setattr(volunteer, part, [one for one in offered if one in chosen])

    def be_told(self, volunteer: Volunteer, when: str) -> None:
        """Of new requests that fit: a Notify. NotOffered for anything else."""
        if when not in get_args(Notify):
            raise NotOffered
        volunteer.notify = cast("Notify", when)

    def be_quiet(self, volunteer: Volunteer, hours: tuple[int, int] | None) -> None:
        """Between these two hours of the day, wall time, they are told of no new request; None: of each."""
        volunteer.quiet_from, volunteer.quiet_to = [time(hour) for hour in hours] if hours else (None, None)

    async def leave(self, administrators: Collection[int]) -> None:
        """Resident again, at once; what they hold goes back to the board.

        NamedInSettings, LastAdministrator: they have to stay until somebody else does something.
        """
        await may_go(self._session, self._person_id, administrators)
        now = self._clock.now()
        await take_back_from(self._session, self._clock, self._person_id)
        await team.revoke_invitations_by(self._session, self._person_id, now)
        await team.set_role(self._session, self._person_id, RESIDENT)
        if volunteer := await self.read():
            await self._session.delete(volunteer)
        team.note_change(self._session, now, self._person_id, self._person_id, "left", RESIDENT)


def choices(desk: Desk, part: str) -> Sequence[str]:
    """What can be chosen, in the order in which people see it. NotOffered for what is no part of the profile."""
    organization = desk.directory.organization
    match part:
        case "languages":
            return organization.spoken_languages or organization.languages
        case "areas":
            return [area["id"] for area in organization.areas]
        case "topics":
            return [service.id for service in desk.directory.services]
        case "days":
            return DAYS
        case _:
            raise NotOffered


def must_accept(volunteer: Volunteer | None, organization: Organization) -> bool:
    """Whether the charter has to be accepted before this person acts as a volunteer."""
    if volunteer is None:
        return True
    charter = organization.charter
    return charter is not None and (volunteer.charter_version or 0) < charter["version"]


async def accept_charter(
    session: AsyncSession, now: datetime, person_id: int, name: str, organization: Organization
) -> Volunteer:
    """The organization's charter as it is now. The rest of the profile stays."""
    volunteer = await team.volunteer(session, person_id)
    if not volunteer:
        volunteer = Volunteer(person_id=person_id, joined_at=now, languages=[], areas=[], topics=[], days=[])
        session.add(volunteer)
    volunteer.name = name
    volunteer.charter_version = organization.charter["version"] if organization.charter else None
    volunteer.charter_accepted_at = now
    return volunteer


async def may_go(session: AsyncSession, person_id: int, administrators: Collection[int]) -> None:
    """NamedInSettings, LastAdministrator: without this person nobody could invite and name others."""
    if person_id in administrators:
        raise NamedInSettings
    if not administrators and await team.administrators(session) == {person_id}:
        raise LastAdministrator
