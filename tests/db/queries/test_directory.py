"""The directory as the views find it, read back from the database."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event, inspect
from sqlalchemy.exc import NoResultFound
from sqlalchemy.ext.asyncio import AsyncSession

from bot.content.importing import import_pack
from bot.content.pack import read_pack
from bot.domain.opening.recurrence import ScheduleRule
from bot.domain.opening.sessions import ClosureSpan, ExtraOpeningDay
from db.queries.directory import Directory, load
from tests.support.small_pack import SMALL, edited, write

BUS = """\
  - id: bus
    name: {fr: Bus}
    timezone: America/Lima
    schedules:
      - {id: saturday, freq: WEEKLY, byday: SA, opens_at: 10:00, closes_at: 11:00, with_appointment: both}
services:
"""
CLOSED_BUS = "closures:\n  - {location_id: bus, starts_on: 2026-12-01, ends_on: 2026-12-01, reason: {fr: Panne}}\n"


async def loaded(session: AsyncSession, folder: Path) -> Directory:
    await import_pack(session, read_pack(folder), datetime(2026, 11, 21, tzinfo=UTC))
    await session.commit()
    return await load(session)


async def test_before_the_first_import_there_is_none(session: AsyncSession) -> None:
    with pytest.raises(NoResultFound):
        await load(session)


async def test_rows_say_what_the_pack_says(session: AsyncSession, tmp_path: Path) -> None:
    directory = await loaded(session, write(tmp_path / "pack"))
    assert directory.organization.phones == [{"number": "+3221234567", "note": {"fr": "Accueil"}}]
    desk = directory.main_location
    assert desk.address == {"street": "Rue du Coin 1", "postal_code": "1070", "city": "Anderlecht"}
    (monday,) = directory.schedules_at(desk)
    assert (monday.opens_at, monday.closes_at, monday.interval) == (time(9), time(12), 1)
    assert (monday.with_appointment, monday.languages) == ("no", ["fr", "sfb"])
    (opening,) = directory.extra_openings_at(desk)
    assert (opening.date, opening.opens_at, opening.closes_at) == (date(2026, 12, 22), time(22), time(0, 30))
    (meeting,) = directory.meetings
    assert meeting.starts_at == datetime(2027, 4, 18, 11, 30, tzinfo=UTC)
    assert meeting.starts_at.tzinfo == UTC


async def test_rows_are_what_the_domain_computes_with(session: AsyncSession, tmp_path: Path) -> None:
    directory = await loaded(session, write(tmp_path / "pack"))
    rule: ScheduleRule = directory.schedules[0]
    closure: ClosureSpan = directory.closures[0]
    opening: ExtraOpeningDay = directory.extra_openings[0]
    assert (rule.byday, closure.ends_on, opening.reason["nl"]) == ("MO", date(2027, 1, 2), "Open nacht")


async def test_rows_outlive_their_session(session: AsyncSession, tmp_path: Path) -> None:
    directory = await loaded(session, write(tmp_path / "pack"))
    rows = [directory.organization, *directory.locations, *directory.services, *directory.schedules]
    assert all(inspect(row).detached and not inspect(row).unloaded for row in rows)


async def test_one_read_takes_seven_selects(session: AsyncSession, tmp_path: Path) -> None:
    await loaded(session, write(tmp_path / "pack"))
    connection = (await session.connection()).sync_connection
    statements = []
    event.listen(connection, "before_cursor_execute", lambda *seen: statements.append(seen[2]))
    await load(session)
    assert len(statements) == 7


async def test_each_place_has_its_own_hours_and_zone(session: AsyncSession, tmp_path: Path) -> None:
    text = edited("services:\n", BUS).replace("closures:\n", CLOSED_BUS)
    directory = await loaded(session, write(tmp_path / "pack", text))
    desk, bus = directory.locations
    assert [schedule.id for schedule in directory.schedules_at(bus)] == ["saturday"]
    assert [schedule.id for schedule in directory.schedules_at(desk)] == ["monday"]
    assert [closure.starts_on for closure in directory.closures_at(bus)] == [date(2026, 12, 1), date(2026, 12, 24)]
    assert [closure.starts_on for closure in directory.closures_at(desk)] == [date(2026, 12, 24)]
    assert directory.extra_openings_at(bus) == ()
    assert (directory.zone(bus), directory.zone(desk)) == (ZoneInfo("America/Lima"), ZoneInfo("Europe/Brussels"))
    assert directory.zone() == ZoneInfo("Europe/Brussels")
    letters = directory.services[0]
    assert directory.locations_of(letters) == (desk,)
    assert [schedule.id for schedule in directory.schedules_of(letters)] == ["monday"]


async def test_a_meeting_at_a_place_of_another_zone_is_at_that_places_hour(
    session: AsyncSession, tmp_path: Path
) -> None:
    text = edited("services:\n", BUS).replace("    location_id: desk\n    date", "    location_id: bus\n    date")
    (meeting,) = (await loaded(session, write(tmp_path / "pack", text))).meetings
    assert meeting.starts_at == datetime(2027, 4, 18, 18, 30, tzinfo=UTC)


async def test_ids_are_looked_up(session: AsyncSession, tmp_path: Path) -> None:
    directory = await loaded(session, write(tmp_path / "pack"))
    assert directory.location("desk") is directory.main_location
    assert directory.service("letters") is directory.services[0]
    assert directory.location("gone") is None
    assert directory.location(None) is None
    assert directory.service("gone") is None


async def test_a_meeting_is_coming_until_it_ends(session: AsyncSession, tmp_path: Path) -> None:
    directory = await loaded(session, write(tmp_path / "pack"))
    (meeting,) = directory.meetings
    assert directory.upcoming_meetings(meeting.ends_at - timedelta(minutes=1)) == (meeting,)
    assert directory.upcoming_meetings(meeting.ends_at) == ()


async def test_the_order_is_the_packs(session: AsyncSession, tmp_path: Path) -> None:
    names = ["zebra", "letters", "apple"]
    start, end = SMALL.index("services:"), SMALL.index("closures:")
    services = "".join(
        f"  - {{id: {name}, pictogram: 📄, name: {{fr: x}}, description: {{fr: x}}}}\n" for name in names
    )
    directory = await loaded(session, write(tmp_path / "pack", SMALL[:start] + "services:\n" + services + SMALL[end:]))
    assert [service.id for service in directory.services] == names
