"""The content pack changes a meeting: whoever answered hears of it as if a coordinator had done it."""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.content.pack import read_pack
from bot.usecases.content import PackImport
from db.models.meetings import RSVP, Meeting
from db.models.notices import Notice
from db.session import Sessions
from tests.conftest import LES_PISSENLITS
from tests.support.conversation import Desk, Talk
from tests.support.meetings import add, at, opened, told

COFFEE = """
  - id: coffee
    title: {fr: Café, nl: Koffie, ar: قهوة, ro: Cafea, en: Coffee}
    location_id: desk
    date: 2026-12-15
    welcome_at: "13:00"
    starts_at: "13:30"
    ends_at: "15:30"
"""
Import = Callable[..., Awaitable[list[str]]]


@pytest.fixture
def imports(desk: Desk, sessions: Sessions, tmp_path: Path) -> Import:
    """Les Pissenlits with these meetings; what that changed."""

    async def bring(meetings: str, **more: str) -> list[str]:
        folder = shutil.copytree(LES_PISSENLITS, tmp_path / "pack", dirs_exist_ok=True)
        for name, text in {"dates": f"meetings:{meetings}", **more}.items():
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        async with sessions.begin() as session:
            changes = await PackImport(session, desk.world.clock.now()).bring_up_to_date(read_pack(folder))
        await desk.beat()
        return [str(change) for change in changes]

    return bring


@pytest.fixture
async def guests(desk: Desk, imports: Import) -> dict[str, Talk]:
    """One person for each answer to the coffee."""
    await imports(COFFEE)
    people = {}
    for answer in ("going", "maybe", "not_going"):
        people[answer] = await desk.person(answer, "en").starts("en")
        await people[answer].forges(f"s1:meeting.answer:coffee.{answer}")
    return people


async def notices(sessions: Sessions) -> list[str]:
    async with sessions() as session:
        return list(await session.scalars(select(Notice.kind).order_by(Notice.id)))


async def test_a_move_is_told_and_asked_again(
    desk: Desk, sessions: Sessions, imports: Import, guests: dict[str, Talk]
) -> None:
    stranger = await desk.person("Luc", "en").starts("en")
    assert await imports(COFFEE.replace("2026-12-15", "2026-12-17"))
    for person in guests.values():
        assert told(person, "This meeting has changed") == 1
        seen = person.chat.visible[-1].text
        assert "Before: Tuesday, 15 December 2026\n☕ Welcome from 13:00\n🕒 From 13:30 to 15:30" in seen
        assert "Thursday, 17 December 2026" in seen
        assert "Please answer once more" in seen
        event = opened(desk, person)
        assert (event["sequence"], event.decoded("dtstart")) == (1, datetime(2026, 12, 17, 12, 30, tzinfo=UTC))
    assert told(stranger, "This meeting has changed") == 0
    await at(desk, datetime(2026, 12, 14, 12, 30, tzinfo=UTC))
    assert told(guests["going"], "Are you still coming?") == 0
    await at(desk, datetime(2026, 12, 16, 12, 30, tzinfo=UTC))
    assert [told(person, "Are you still coming?") for person in guests.values()] == [1, 1, 0]


async def test_each_old_thing_is_told_with_the_new_one(imports: Import, guests: dict[str, Talk]) -> None:
    await imports(COFFEE.replace('"13:00"', '"13:15"'))
    seen = guests["maybe"].chat.visible[-1].text
    before, _, now = seen.partition("Now:")
    assert ("Welcome from 13:00" in before, "Welcome from 13:15" in now) == (True, True)
    assert "answer once more" not in seen
    await imports(COFFEE.replace("    location_id: desk\n", ""))
    before, _, now = guests["maybe"].chat.visible[-1].text.partition("Now:")
    assert ("Chaussée de Mons" in before, "Chaussée de Mons" in now) == (True, False)
    await imports(COFFEE)
    before, _, now = guests["maybe"].chat.visible[-1].text.partition("Now:")
    assert ("Before: 💻 Only online" in before, "Chaussée de Mons" in now) == (True, True)


async def test_an_import_that_changes_nothing_tells_nobody(
    sessions: Sessions, imports: Import, guests: dict[str, Talk]
) -> None:
    assert await imports("\n# A note" + COFFEE) == []
    assert await imports(COFFEE.replace("en: Coffee", "en: Tea"))
    assert await notices(sessions) == []
    async with sessions() as session:
        answers = {one.answer: one.people for one in await session.scalars(select(RSVP))}
    assert answers == {"going": 1, "maybe": 1, "not_going": 1}


@pytest.mark.parametrize("rest", ["", COFFEE + "    cancelled: yes\n"])
async def test_what_the_pack_calls_off_or_leaves_out_is_called_off(
    desk: Desk, sessions: Sessions, imports: Import, guests: dict[str, Talk], rest: str
) -> None:
    assert await imports(rest) == ["removed meeting coffee (Café)"]
    for person in guests.values():
        assert told(person, "This meeting is called off") == 1
        assert opened(desk, person)["status"] == "CANCELLED"
    await at(desk, datetime(2026, 12, 14, 12, 30, tzinfo=UTC))
    assert [told(person, "Are you still coming?") for person in guests.values()] == [0, 0, 0]
    assert await imports(rest + "\n# A note") == []
    await guests["going"].forges("s1:meeting:coffee").sees("This meeting is called off")
    assert len(await notices(sessions)) == 3


async def test_what_comes_back_takes_place_after_all(
    desk: Desk, sessions: Sessions, imports: Import, guests: dict[str, Talk]
) -> None:
    await imports("")
    await imports(COFFEE)
    for person in guests.values():
        assert told(person, "This meeting takes place after all") == 1
        assert (opened(desk, person)["status"], opened(desk, person)["sequence"]) == ("CONFIRMED", 2)
    await guests["maybe"].taps("✅ I come").sees("You come")
    await at(desk, datetime(2026, 12, 14, 12, 30, tzinfo=UTC))
    assert told(guests["maybe"], "Are you still coming?") == 1


async def test_a_meeting_without_answers_goes_quietly(sessions: Sessions, imports: Import) -> None:
    await imports(COFFEE)
    assert await imports("") == ["removed meeting coffee (Café)"]
    async with sessions() as session:
        assert await session.get(Meeting, "coffee") is None
    assert await notices(sessions) == []


async def test_what_is_over_tells_nobody_and_keeps_its_answers(
    desk: Desk, sessions: Sessions, imports: Import, guests: dict[str, Talk]
) -> None:
    desk.world.clock.set(datetime(2026, 12, 15, 15, 0, tzinfo=UTC))
    assert await imports("") == []
    assert await notices(sessions) == []
    async with sessions() as session:
        assert len(list(await session.scalars(select(RSVP)))) == 3
    await guests["going"].forges("s1:meeting:coffee").sees("This meeting is over")


async def test_the_id_of_what_is_over_may_serve_again(
    desk: Desk, sessions: Sessions, imports: Import, guests: dict[str, Talk]
) -> None:
    desk.world.clock.set(datetime(2026, 12, 15, 15, 0, tzinfo=UTC))
    assert await imports(COFFEE.replace("2026-12-15", "2027-01-19"))
    await guests["going"].forges("s1:meeting:coffee").sees("Tuesday, 19 January 2027").sees_no("You come")
    assert await notices(sessions) == []
    async with sessions() as session:
        assert {answer.meeting_id for answer in await session.scalars(select(RSVP))}.isdisjoint({"coffee"})
        assert len(list(await session.scalars(select(RSVP)))) == 3


async def test_a_pack_says_how_many_until_when_and_when_people_are_reminded(
    desk: Desk, sessions: Sessions, imports: Import
) -> None:
    conference = (
        COFFEE
        + """    description: {fr: L’accueil puis la conférence, nl: n, ar: a, ro: r, en: First the welcome}
    online_url: https://meet.example/abc
    answer_until: 2026-12-13 18:00
    capacity: 1
    reminders: [2 hours, 3 days]
"""
    )
    await imports(conference)
    amina, marc = [await desk.person(name, "en").starts("en") for name in ("Amina", "Marc")]
    await amina.says("/meetings").taps("☕ Tue 15 Dec · Coffee").sees("First the welcome", "1 place is free")
    await amina.sees("Please answer before Sunday, 13 December 2026, 18:00").sees_no("meet.example").taps("✅ I come")
    await amina.taps("💻 Join online").sees("This link is for you")
    await marc.forges("s1:meeting.answer:coffee.going").sees("You are on the waiting list")
    await at(desk, datetime(2026, 12, 12, 12, 30, 10, tzinfo=UTC))
    assert told(amina, "A reminder") == 1
    desk.world.clock.set(datetime(2026, 12, 13, 17, 0, tzinfo=UTC))
    await amina.says("/help").forges("s1:meeting.answer:coffee.maybe").sees("Please call us")
    await at(desk, datetime(2026, 12, 14, 12, 30, 10, tzinfo=UTC))
    assert told(amina, "Are you still coming?") == 0
    await at(desk, datetime(2026, 12, 15, 10, 30, 10, tzinfo=UTC))
    assert (told(amina, "A reminder"), told(marc, "A reminder")) == (2, 0)


async def test_more_places_let_those_who_wait_come(desk: Desk, sessions: Sessions, imports: Import) -> None:
    await imports(COFFEE + "    capacity: 1\n")
    amina, marc = [await desk.person(name, "en").starts("en") for name in ("Amina", "Marc")]
    for person in (amina, marc):
        await person.forges("s1:meeting.answer:coffee.going")
    await imports(COFFEE + "    capacity: 2\n")
    assert (told(amina, "A place is free for you"), told(marc, "A place is free for you")) == (0, 1)


async def test_a_place_that_is_gone_is_told_also_of_a_meeting_of_the_team(
    desk: Desk, sessions: Sessions, imports: Import
) -> None:
    desk_alone = (LES_PISSENLITS / "locations.yaml").read_text(encoding="utf-8")
    hall = "  - {id: hall, name: {fr: Salle, nl: Zaal, ar: قاعة, ro: Sală, en: Hall}}\n"
    await imports(COFFEE, locations=desk_alone + hall)
    await add(sessions, id="tea", location_id="hall")
    amina = await desk.person("Amina", "en").starts("en")
    await amina.forges("s1:meeting.answer:tea.going").sees("Hall")
    await imports(COFFEE, locations=desk_alone)
    assert told(amina, "This meeting has changed") == 1
    assert "Hall" not in amina.chat.visible[-1].text
