"""One's own data: explained, handed over whole, and gone."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Column, Date, Float, Integer, LargeBinary, String, Table, Time, insert, select

from bot.views.privacy.own_data import FILE_NAME
from db.base import Base, UTCDateTime
from db.models.notices import Notice
from db.models.people import Person
from db.queries.privacy import is_personal, personal_columns
from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.team_at_work import coordinator, volunteer

BUTTON = {
    "fr": ("🔐 Mes données", "🗑 Effacer mes données", "🗑 Oui, tout effacer", "Vos données sont effacées"),
    "nl": ("🔐 Mijn gegevens", "🗑 Mijn gegevens wissen", "🗑 Ja, alles wissen", "Uw gegevens zijn gewist"),
    "ar": ("🔐 بياناتي", "🗑 حذف بياناتي", "🗑 نعم، حذف كل شيء", "حُذفت بياناتكم"),
    "ro": ("🔐 Datele mele", "🗑 Șterg datele mele", "🗑 Da, șterg tot", "Datele dumneavoastră sunt șterse"),
    "en": ("🔐 My data", "🗑 Delete my data", "🗑 Yes, delete everything", "Your data is deleted"),
}
VALUES: dict[type, Any] = {
    UTCDateTime: datetime(2026, 11, 1, 9, tzinfo=UTC),
    Boolean: False,
    Date: date(2026, 11, 1),
    Float: 1.0,
    Integer: 1,
    JSON: {},
    LargeBinary: b"x",
    String: "x",
    Time: time(9),
}


@pytest.mark.parametrize("language", BUTTON)
async def test_a_resident_erases_everything_and_begins_anew(desk: Desk, sessions: Sessions, language: str) -> None:
    heading, erase, yes, gone = BUTTON[language]
    amina = await desk.person("Amina", language).starts(language).says("/privacy").sees(heading)
    await amina.taps(erase).sees_edit().taps(yes).sees(gone, "/start")
    async with sessions() as session:
        assert await session.get(Person, amina.person.id) is None
    await amina.starts().sees("🌐")


async def test_it_is_explained_in_five_sentences(desk: Desk) -> None:
    amina = await desk.person("Amina", "en").starts("en").says("/privacy")
    _title, *sentences = amina.answer[0].text.split("\n\n")
    assert [sentence.count(".") for sentence in sentences] == [1] * 5


async def test_no_erases_nothing(desk: Desk, sessions: Sessions) -> None:
    amina = (
        await desk.person("Amina", "en").starts("en").says("/privacy").taps("🗑 Delete my data").taps("↩️ No, keep it")
    )
    async with sessions() as session:
        assert (await session.get_one(Person, amina.person.id)).language == "en"


async def test_the_file_holds_what_the_database_holds(desk: Desk) -> None:
    marc = await volunteer(desk, "Marc", "en")
    document = await exported(desk, marc)
    assert document["person"][0]["role"] == "volunteer"
    assert document["volunteer"][0]["name"] == "Marc"
    assert document["invitation"][0]["created_by"] is None  # somebody else's number
    assert document["role_change"][0]["what"] == "joined"


async def test_every_table_is_exported_and_erased(desk: Desk, sessions: Sessions) -> None:
    """A row about her in each table that can hold one, made up from its columns."""
    amina = await desk.person("Amina", "en").starts("en")
    her = amina.person.id
    async with sessions.begin() as session:
        present: dict[str, Any] = {}
        for table in Base.metadata.sorted_tables:
            there = (await session.execute(select(table).limit(1))).mappings().first()
            row = dict(there) if there else made_up(table, her, present)
            if not there:
                await session.execute(insert(table).values(row))
            present[table.name] = row
    document = await exported(desk, amina)
    hers = {table.name for table, _ in personal_columns()}
    assert set(document) - {"exported_at"} == hers | {"request_private", "appointment"}
    await amina.says("/privacy").taps("🗑 Delete my data").taps("🗑 Yes, delete everything").sees("Your data is deleted")
    async with sessions() as session:
        for table in Base.metadata.sorted_tables:
            for left in await session.execute(select(table)):
                assert str(her) not in str(left), table.name
        counted = (await session.scalars(select(Notice).where(Notice.broadcast_id == 1))).one()
    assert (counted.state, counted.chat_id) == ("sent", 0)


async def test_a_volunteer_who_erases_has_left_the_team_too(desk: Desk) -> None:
    marc = await volunteer(desk, "Marc", "en")
    await marc.says("/privacy").taps("🗑 Delete my data").sees("You also leave the team")
    await marc.taps("🗑 Yes, delete everything").sees("Your data is deleted")
    assert "profile" not in {command["command"] for command in marc.chat.commands}
    await marc.says("/profile").sees("I do not know this command")


async def test_an_administrator_of_the_settings_may_erase_and_stays_one(desk: Desk) -> None:
    claire = await coordinator(desk)
    await claire.says("/privacy").taps("🗑 Delete my data").taps("🗑 Yes, delete everything").sees("Your data is deleted")
    await claire.starts("en").says("/team").sees("The team")


async def exported(desk: Desk, talk: Talk) -> dict[str, Any]:
    await talk.says("/privacy").taps("📄 See all my data")
    message = talk.answer[-1]
    assert message.body["document"]["file_name"] == FILE_NAME
    file = desk.world.files.by_id[message.body["document"]["file_id"]].content
    document: dict[str, Any] = json.loads(file)
    return document


def made_up(table: Table, person_id: int, present: dict[str, Any]) -> dict[str, Any]:
    """A row with the person wherever a person can stand."""
    row = {column.name: value_for(column, person_id, present) for column in table.columns}
    special: dict[str, dict[str, Any]] = {
        "notice": {"state": "sent"},
        "request_event": {"detail": {"from": person_id}},
    }
    return row | special.get(table.name, {})


def value_for(column: Column[Any], person_id: int, present: dict[str, Any]) -> Any:
    if is_personal(column):
        return person_id
    for key in column.foreign_keys:
        if key.column.table is column.table:
            return None
        return present[key.column.table.name][key.column.name]
    return next(value for kind, value in VALUES.items() if isinstance(column.type, kind))
