"""The demo's volunteers and coordinators have joined when it begins."""

from __future__ import annotations

from pathlib import Path

from bot.commands.demo_team import join_the_team
from bot.database import open_database
from bot.domain.roles import COORDINATOR, VOLUNTEER
from bot.settings import read_settings
from db.queries.team import members
from tests.conftest import LES_PISSENLITS
from tests.support.network import HandClock

CLAIRE, MARC = 1, 2


def url_of(folder: Path) -> str:
    return read_settings(database_url=f"sqlite:///{folder / 'demo.sqlite3'}").database_url


async def test_they_are_in_the_team_once_however_often_it_starts(tmp_path: Path) -> None:
    url = url_of(tmp_path)
    team = {MARC: ("Marc", "ar", VOLUNTEER), CLAIRE: ("Claire", "fr", COORDINATOR)}
    for _ in range(2):
        await join_the_team(url, LES_PISSENLITS, HandClock(), team)
    async with open_database(url) as sessions, sessions() as session:
        found, total = await members.members(session, [CLAIRE], 0, 10)
        marc = await members.volunteer(session, MARC)
    assert (total, {member.name for member in found}) == (2, {"Marc", "Claire"})
    assert marc
    assert set(marc.languages) == {"ar", "fr"}, "he speaks what he reads, and French"


async def test_without_a_coordinator_nobody_can_invite(tmp_path: Path) -> None:
    url = url_of(tmp_path)
    await join_the_team(url, LES_PISSENLITS, HandClock(), {MARC: ("Marc", "ar", VOLUNTEER)})
    async with open_database(url) as sessions, sessions() as session:
        assert await members.volunteer(session, MARC) is None
