"""Who speaks or signs what at the sessions, and whether one needs an appointment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.opening.sessions import Session
from bot.views.directory.sessions import appointment_words, who_is_there
from bot.views.reader import Reader
from tests.support.rows import Rule

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def session(days: int, *languages: str) -> Session:
    opens = MONDAY + timedelta(days=days)
    return Session(opens, opens + timedelta(hours=3), Rule(languages=languages))


def test_one_line_where_all_are_alike_and_else_a_line_for_each(readers: dict[str, Reader]) -> None:
    speech = readers["en"].speech
    alike = who_is_there(speech, [session(0, "fr"), session(1, "fr")])
    assert "Monday" not in alike
    assert "French" in alike
    different = who_is_there(speech, [session(0, "fr"), session(7, "fr"), session(1, "fr", "sfb")])
    assert different.count("Monday 09:00") == 1
    assert "Tuesday 09:00" in different
    assert who_is_there(speech, []) == ""


@pytest.mark.parametrize(("needed", "said"), [("yes", "Only with"), ("no", "need no"), ("both", "or without")])
def test_whether_one_needs_an_appointment(readers: dict[str, Reader], needed: str, said: str) -> None:
    words = appointment_words(readers["en"].speech, needed)
    assert words
    assert said in words
    assert appointment_words(readers["en"].speech, "") is None, "extra openings do not say"
