"""The exact answer to "are you open?" at 45 instants, in each language: tests/answer_sheet/*.txt, read by people."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.i18n import Speech
from bot.usecases.desk import Desk, DeskCache
from bot.views.directory.hours import state
from db.session import Sessions

TESTS = Path(__file__).parents[3]
LANGUAGES = ("fr", "nl", "ar", "ro", "en")


@pytest.fixture
def pack() -> Path:
    return TESTS / "packs" / "two_places"


@pytest.fixture
async def desk(sessions: Sessions) -> AsyncIterator[Desk]:
    async with sessions() as session:
        yield await DeskCache().read(session)


def answers(language: str) -> list[tuple[datetime, str, str]]:
    """Instant, place and answer of each entry: `# <instant> <place>: <why>`, then the answer up to a blank line."""
    sheet = (TESTS / "answer_sheet" / f"{language}.txt").read_text()
    found = []
    for entry in sheet.strip().split("\n\n"):
        head, _, answer = entry.partition("\n")
        instant, place = head.removeprefix("# ").split(" ")[:2]
        found.append((datetime.fromisoformat(instant), place.rstrip(":"), answer.strip()))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_answer_is_exactly_the_one_on_the_sheet(
    language: str, desk: Desk, speeches: dict[str, Speech]
) -> None:
    sheet = answers(language)
    assert len(sheet) >= 40
    for instant, place_id, answer in sheet:
        place = desk.directory.location(place_id)
        assert place
        assert state(speeches[language], desk.directory.organization, desk.hours(place).at(instant)) == answer, instant


def test_every_language_answers_the_same_questions() -> None:
    asked = [[(instant, place) for instant, place, _ in answers(language)] for language in LANGUAGES]
    assert all(questions == asked[0] for questions in asked)
