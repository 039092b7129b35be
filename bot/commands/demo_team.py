"""The demo's volunteers and coordinators have joined when it begins: by an invitation, like everybody."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from bot.content.pack import read_pack
from bot.database import open_database
from bot.domain.clock import Clock
from bot.domain.roles import ADMINISTRATOR, COORDINATOR, RESIDENT, VOLUNTEER
from bot.usecases.content import Content
from bot.usecases.desk import Desk
from bot.usecases.team.invitations import Invitations, Joining
from bot.usecases.team.profiles import Volunteers, accept_charter
from db.queries import directory, people

SPOKEN = {"ar": ("ar", "fr"), "fr": ("fr", "en"), "nl": ("nl", "fr"), "ro": ("ro", "fr")}
"""What somebody who reads this language speaks here."""


async def join_the_team(
    database_url: str, organisation: Path, clock: Clock, team: Mapping[int, tuple[str, str, str]]
) -> None:
    """`team`: by Telegram id the name, the language and the role. Who is in it already stays as they are."""
    async with open_database(database_url) as sessions, sessions.begin() as session:
        await Content(session, clock.now()).bring_up_to_date(read_pack(organisation))
        desk = Desk(await directory.load(session))
        coordinator = next((one for one, (_, _, role) in team.items() if role == COORDINATOR), None)
        if coordinator is None:
            return
        for person_id in team:
            await people.arrive(session, person_id, clock.now())
        for person_id, (name, language, role) in team.items():
            if await Volunteers(session, clock, person_id, VOLUNTEER).read():
                continue
            if role == COORDINATOR:  # an administrator of the settings
                await accept_charter(session, clock.now(), person_id, name, desk.directory.organization)
            else:
                await _join(session, clock, desk, coordinator, person_id, name, language)


async def _join(
    session: AsyncSession, clock: Clock, desk: Desk, coordinator: int, person_id: int, name: str, language: str
) -> None:
    _, token = await Invitations(session, clock.now(), coordinator, ADMINISTRATOR).create(VOLUNTEER)
    await session.flush()
    joining = Joining(session, clock, person_id, RESIDENT, False, [coordinator])
    await joining.open_link(token)
    _, volunteer = await joining.accept(name, desk.directory.organization)
    volunteers = Volunteers(session, clock, person_id, VOLUNTEER)
    for spoken in SPOKEN.get(language, ()):
        await volunteers.toggle(volunteer, "languages", spoken, desk)
