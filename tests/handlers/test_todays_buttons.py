"""Buttons that people have in their chats since before buttons had types, and questions that they were asked then.

`todays_buttons.tsv` was recorded by walking over the bot as it was: what each button says, the first line of its
answer, and what was expected next. Each is answered in the same way, or as an old button; never as something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.domain.roles import COORDINATOR
from db.models.people import Person
from db.queries.team import members as team
from db.session import Sessions
from tests.support.conversation import Desk, Talk
from tests.support.databases import Databases
from tests.support.requesting import ask, volunteer

OLD = ("This button is old", "🔄 This has changed meanwhile", "(nothing)")
"""As an old button; or as one about what an earlier one has not done, because it is old."""

FREE_TEXT = ("🕒 Opening hours", "🤔 I do not know the answer to this")


def recorded(part: str) -> Iterator[tuple[str, str]]:
    """What was tapped, sent or expected, and the first line of the answer."""
    lines = Path(__file__).with_name("todays_buttons.tsv").read_text(encoding="utf-8").splitlines()
    begin = next(number for number, line in enumerate(lines) if line.startswith(f"# {part}"))
    for line in lines[begin + 1 :]:
        if line.startswith("# "):
            return
        said, answer, _ = line.split("\t")
        yield said, answer


def first_line(talk: Talk) -> str:
    text = next((message.text or "" for message in talk.answer), "(nothing)")
    return re.sub(r"R-\w{4}", "R-0000", re.sub(r"\d", "0", text.split("\n")[0]))


@pytest.fixture
def databases(sqlite: Databases) -> Databases:
    """One of them: nothing here depends on it."""
    return sqlite


@pytest.fixture
async def marc(desk: Desk, sessions: Sessions) -> Talk:
    """A coordinator, with a volunteer beside, and two requests on the board."""
    amina = await desk.person("Amina", "en").starts("en")
    for _ in range(2):
        await ask(amina)
    await volunteer(desk, sessions, "Sofie", spoken=["ar"])
    marc = await volunteer(desk, sessions, "Marc", spoken=["ar"])
    async with sessions.begin() as session:
        await team.set_role(session, marc.person.id, COORDINATOR)
    return marc


async def replay(talk: Talk, part: str) -> list[tuple[str, str, str]]:
    """What is answered otherwise than it was."""
    wrong = []
    for said, answer in recorded(part):
        await (talk.says(said) if said.startswith("/") else talk.forges(said))
        if (now := first_line(talk)) != answer and not now.startswith(OLD) and answer != "(nothing)":
            wrong.append((said, answer, now))
    return wrong


async def test_buttons_of_residents(marc: Talk, desk: Desk) -> None:
    assert await replay(desk.person("Amina", "en"), "resident") == []


async def test_buttons_of_coordinators(marc: Talk) -> None:
    assert await replay(marc, "coordinator") == []


async def test_questions_that_were_asked(marc: Talk, sessions: Sessions) -> None:
    """What is typed answers the question, or is free text for the bot."""
    begun = ("board.claim:1", "ask.new:other", "broadcast.new:en", "plan.new:")
    for button in begun:
        await marc.forges(f"s1:{button}")
        await (marc.says("Open day") if button.startswith("broadcast") else marc)
    wrong = []
    for expected, answer in recorded("expects"):
        async with sessions.begin() as session:
            await session.execute(update(Person).where(Person.id == marc.person.id).values(expects=expected))
        await marc.says("Tomorrow 9:30")
        if (now := first_line(marc)) != answer and not now.startswith((*FREE_TEXT, *OLD)):
            wrong.append((expected, answer, now))
    assert wrong == []
