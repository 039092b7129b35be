"""The desk: read once, and again when it has changed."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.commands.ask import desk_of
from bot.usecases.desk import DAYS, DeskCache, choices
from db.queries import directory
from db.session import Sessions
from tests.conftest import LES_PISSENLITS
from tests.support.databases import ON_SQLITE


@ON_SQLITE
async def test_the_directory_is_read_again_only_once_it_has_changed(sessions: Sessions) -> None:
    desks = DeskCache()
    async with sessions.begin() as session:
        first = await desks.read(session)
        assert await desks.read(session) is first
        await directory.changed(session)
        assert await desks.read(session, first.directory.organization.revision) is first, "who asked says which"
        assert await desks.read(session) is not first


def test_a_day_begins_at_midnight_of_the_place() -> None:
    desk = desk_of(LES_PISSENLITS)
    place = desk.directory.main_location
    for hour, day in ((22, 21), (23, 22)):
        assert desk.today(place, datetime(2026, 11, 21, hour, 30, tzinfo=UTC)) == date(2026, 11, day)


def test_what_can_be_chosen_is_what_the_pack_offers() -> None:
    desk = desk_of(LES_PISSENLITS)
    organization = desk.directory.organization
    assert choices(desk, "days") == DAYS
    assert {"fr", "ar"} <= set(choices(desk, "languages"))
    organization.spoken_languages = []
    assert choices(desk, "languages") == organization.languages, "where nothing is said of those spoken"
    assert "cureghem" in choices(desk, "areas")
    assert "housing" in choices(desk, "topics")
