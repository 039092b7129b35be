"""The demo's volunteers and coordinators have joined when it begins: by an invitation, like everybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.content.pack import read_pack
from bot.database import open_database
from bot.domain.clock import Clock
from bot.domain.roles import ADMINISTRATOR, COORDINATOR, RESIDENT, VOLUNTEER
from bot.policy import Policy
from bot.usecases.actor import Actor
from bot.usecases.content import PackImport
from bot.usecases.desk import Desk
from bot.usecases.team.invitations import Invitations, Joining
from bot.usecases.team.profiles import Volunteers
from bot.vault import Vault, new_key
from db.queries import directory, people
from db.queries.team import members

SPOKEN = {"ar": ("ar", "fr"), "fr": ("fr", "en"), "nl": ("nl", "fr"), "ro": ("ro", "fr")}
"""What somebody who reads this language speaks here."""


async def join_the_team(
    database_url: str, organisation: Path, clock: Clock, team: Mapping[int, tuple[str, str, str]]
) -> None:
    """`team`: by Telegram id the name, the language and the role. Who is in it already stays as they are."""
    async with open_database(database_url) as sessions, sessions.begin() as session:
        now = clock.now()
        await PackImport(session, now).bring_up_to_date(read_pack(organisation))
        desk = Desk(await directory.load(session))
        coordinator = next((one for one, (_, _, role) in team.items() if role == COORDINATOR), None)
        if coordinator is None:
            return
        unused = Vault([new_key()])  # nobody writes anything private here
        inviting = Actor(session, now, unused, Policy(), desk, coordinator, ADMINISTRATOR, [coordinator])
        for person_id in team:
            await people.arrive(session, person_id, now)
        for person_id, (name, language, role) in team.items():
            if await members.volunteer(session, person_id):
                continue
            if role == COORDINATOR:  # an administrator of the settings
                await members.accept_charter(session, now, person_id, name, desk.directory.organization)
            else:
                await _join(inviting, replace(inviting, person_id=person_id, role=RESIDENT), name, language)


async def _join(inviting: Actor, invited: Actor, name: str, language: str) -> None:
    _, token = await Invitations(inviting).create(VOLUNTEER)
    await inviting.session.flush()
    joining = Joining(invited)
    await joining.open_link(token)
    _, volunteer = await joining.accept(name)
    volunteers = Volunteers(replace(invited, role=VOLUNTEER))
    for spoken in SPOKEN.get(language, ()):
        await volunteers.toggle(volunteer, "languages", spoken)
