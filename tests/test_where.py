"""docs/where.md: each question stands once, and has one answer, which is there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "where.md"
HEADS = {"where would I change", "---"}
PLACE = re.compile(r"\[`([\w./-]+)`\]\(\.\./([\w./-]+)\)")


def answers() -> list[tuple[str, str]]:
    """Question and answer, row by row of all tables."""
    lines = (line.strip("| ") for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|"))
    found = [re.split(r" \| ", line) for line in lines]
    return [(question, place) for question, place in found if question not in HEADS]


def test_there_are_enough_questions_and_none_twice() -> None:
    questions = Counter(question for question, _ in answers())
    assert len(questions) >= 20
    assert [question for question, times in questions.items() if times > 1] == []


def test_each_has_one_place_that_is_named_as_its_link_is() -> None:
    for question, place in answers():
        found = PLACE.fullmatch(place)
        assert found, question
        assert found[1] == found[2], question


def test_each_place_is_a_file_or_a_folder() -> None:
    assert [place for _, place in answers() if not (ROOT / place.split("`")[1]).exists()] == []
