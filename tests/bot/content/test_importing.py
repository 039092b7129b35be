from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.content.importing import TABLES, import_pack
from bot.content.pack import read_pack
from bot.content.reading import PackError
from db.models.meetings import RSVP, Meeting
from db.queries import directory, people
from tests.bot.content.test_pack import LES_PISSENLITS
from tests.support.small_pack import SMALL, edited, write

NOW = datetime(2026, 11, 21, tzinfo=UTC)

ADDED = [
    "added closure everywhere:2026-12-24 (Congé)",
    "added extra_opening desk:2026-12-22:22:00 (Nuit blanche)",
    "added location desk (Bureau)",
    "added meeting spring (Rencontre)",
    "added organization corner (Au coin)",
    "added schedule monday (monday)",
    "added service letters (Lettres)",
]

CHANGES = [
    ('opens_at: "09:00"', 'opens_at: "10:00"', "schedule monday (monday): opens_at 09:00 → 10:00"),
    ("languages: [fr, sfb]", "languages: [fr, ar]", "schedule monday (monday): languages"),
    ("nl: Brieven", "nl: Post, ar: رسائل", "service letters (Lettres): name (nl, ar)"),
    ("{fr: Congé", "{fr: Repos", "closure everywhere:2026-12-24 (Repos): reason (fr)"),
    ("2027-01-02", "2027-01-03", "closure everywhere:2026-12-24 (Congé): ends_on 2027-01-02 → 2027-01-03"),
    ("Rue du Coin 1", "Rue du Coin 2", "location desk (Bureau): address (street)"),
    ("latitude: 50.84", "latitude: 50.85", "location desk (Bureau): latitude 50.84 → 50.85"),
    ("    note: {fr: Accueil}\n", "", "organization corner (Au coin): phones"),
    ("email: bonjour@example.org\n", "", "organization corner (Au coin): email bonjour@example.org → nothing"),
    ("15:30", "16:00", "meeting spring (Rencontre): ends_at 2027-04-18 13:30 UTC → 2027-04-18 14:00 UTC"),
    ("15:30", "15:30\n    capacity: 20", "meeting spring (Rencontre): capacity nothing → 20"),
    ("15:30", "15:30\n    reminders: [1 day]", "meeting spring (Rencontre): reminders"),
    (
        "15:30",
        "15:30\n    answer_until: 2027-04-16 18:00",
        "meeting spring (Rencontre): answer_until nothing → 2027-04-16 16:00 UTC",
    ),
    ("    welcome_at: 13:00\n", "", "meeting spring (Rencontre): welcome_at 2027-04-18 11:00 UTC → nothing"),
]


async def imported(session: AsyncSession, folder: Path) -> list[str]:
    changes = await import_pack(session, read_pack(folder), NOW)
    await session.commit()
    session.expunge_all()
    return [str(change) for change in changes]


async def everything(session: AsyncSession) -> list[dict[str, object]]:
    rows = [row for table in TABLES for row in await session.scalars(select(table).order_by(table.id))]
    return [{column.key: getattr(row, column.key) for column in row.__table__.columns} for row in rows]


async def test_everything_is_added_once(session: AsyncSession, tmp_path: Path) -> None:
    folder = write(tmp_path / "pack")
    assert await imported(session, folder) == ADDED
    assert await directory.revision(session) == 1
    before = await everything(session)
    assert await imported(session, folder) == []
    assert await everything(session) == before


@pytest.mark.parametrize(("old", "new", "line"), CHANGES)
async def test_a_change_is_told(session: AsyncSession, tmp_path: Path, old: str, new: str, line: str) -> None:
    await imported(session, write(tmp_path / "pack"))
    folder = write(tmp_path / "pack", edited(old, new))
    assert await imported(session, folder) == [f"changed {line}"]
    assert await directory.revision(session) == 2
    assert await imported(session, folder) == []


async def test_what_the_pack_has_no_more_is_removed(session: AsyncSession, tmp_path: Path) -> None:
    await imported(session, write(tmp_path / "pack"))
    rest = SMALL[: SMALL.index("    schedules:")]
    assert await imported(session, write(tmp_path / "pack", rest)) == [
        "removed closure everywhere:2026-12-24 (Congé)",
        "removed extra_opening desk:2026-12-22:22:00 (Nuit blanche)",
        "removed meeting spring (Rencontre)",
        "removed schedule monday (monday)",
        "removed service letters (Lettres)",
    ]
    assert {row["id"] for row in await everything(session)} == {"corner", "desk"}


async def test_a_location_gives_way_to_another(session: AsyncSession, tmp_path: Path) -> None:
    await imported(session, write(tmp_path / "pack"))
    folder = write(tmp_path / "pack", SMALL.replace("id: desk", "id: shop"))
    lines = await imported(session, folder)
    assert "added location shop (Bureau)" in lines
    assert "changed schedule monday (monday): location_id desk → shop" in lines
    assert "removed location desk (Bureau)" in lines


async def test_another_organization_takes_over_and_the_revision_still_grows(
    session: AsyncSession, tmp_path: Path
) -> None:
    await imported(session, write(tmp_path / "pack"))
    lines = await imported(session, LES_PISSENLITS)
    assert "removed organization corner (Au coin)" in lines
    assert "added organization les_pissenlits (Les Pissenlits)" in lines
    assert await directory.revision(session) == 2


async def test_a_meeting_with_answers_outlives_its_organization_and_its_place(
    session: AsyncSession, tmp_path: Path
) -> None:
    await imported(session, write(tmp_path / "pack"))
    await people.arrive(session, 1, NOW)
    session.add(RSVP(meeting_id="spring", person_id=1, answer="going"))
    await session.commit()
    lines = await imported(session, LES_PISSENLITS)
    assert "removed meeting spring (Rencontre)" in lines
    kept = await session.get_one(Meeting, "spring")
    assert (kept.organization_id, kept.location_id, kept.cancelled_at) == ("les_pissenlits", "desk", NOW)
    assert await imported(session, LES_PISSENLITS) == []


async def test_a_pack_with_a_mistake_changes_nothing(session: AsyncSession, tmp_path: Path) -> None:
    await imported(session, write(tmp_path / "pack"))
    before = await everything(session)
    text = edited("ends_at: 15:30", "ends_at: late").replace("Rue du Coin 1", "Rue du Coin 2")
    with pytest.raises(PackError):
        await imported(session, write(tmp_path / "pack", text))
    await session.commit()
    assert await everything(session) == before


async def test_the_caller_decides_whether_an_import_counts(session: AsyncSession, tmp_path: Path) -> None:
    assert await import_pack(session, read_pack(write(tmp_path / "pack")), NOW)
    await session.rollback()
    assert await everything(session) == []
    assert await directory.revision(session) == 0


async def test_notes_and_layout_are_no_change(session: AsyncSession, tmp_path: Path) -> None:
    await imported(session, write(tmp_path / "pack"))
    moved = "# A note\n" + SMALL[: SMALL.index("closures:")]
    folder = write(tmp_path / "pack", moved, dates=SMALL[SMALL.index("closures:") :])
    assert await imported(session, folder) == []
    assert await directory.revision(session) == 1
