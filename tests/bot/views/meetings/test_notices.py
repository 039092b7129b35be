"""What the bot says by itself about meetings, as long as they stand."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.meetings.rules import DAY
from bot.views.meetings import notices as views
from bot.views.meetings.taps import AnswerMeeting
from bot.views.reader import Reader
from db.models.meetings import Meeting
from db.models.notices import Notice
from tests.support.meetings import STARTS
from tests.support.network import NOW
from tests.support.screens import meeting, taps

ASKS = AnswerMeeting("coffee", "going", "copy")


@pytest.fixture
def coffee(readers: dict[str, Reader], monkeypatch: pytest.MonkeyPatch) -> Meeting:
    """One that the directory has."""
    one = meeting(location_id=None, organization_id="x")
    directory = readers["en"].desk.directory
    monkeypatch.setattr(type(directory), "meeting", lambda _self, name: one if name == "coffee" else None)
    return one


def notice(**params: Any) -> Notice:
    return Notice(params={"meeting": "coffee", "minutes": DAY, "starts_at": STARTS.isoformat()} | params)


def test_a_reminder_counts_while_the_time_is_what_it_was(readers: dict[str, Reader], coffee: Meeting) -> None:
    texts = set()
    for reader in readers.values():
        screen = views.reminder(reader, notice(), None)
        assert screen
        assert ASKS in taps(screen)
        texts.add(screen.text)
    assert len(texts) == len(readers)
    assert views.reminder(readers["en"], notice(starts_at=NOW.isoformat()), None) is None
    coffee.cancelled_at = NOW
    assert views.reminder(readers["en"], notice(), None) is None
    assert views.place(readers["en"], notice(), None) is None
    assert views.cancelled(readers["en"], notice(), None)


def test_a_move_says_what_was_and_asks_again_only_where_the_time_is_another(
    readers: dict[str, Reader], coffee: Meeting
) -> None:
    before = (STARTS - timedelta(days=7)).isoformat()
    moved = views.moved(readers["en"], Notice(params={"meeting": "coffee", "starts_at": before}), None)
    assert moved
    assert "8 December 2026" in moved.text
    assert "15 December 2026" in moved.text
    assert ASKS in taps(moved)
    assert moved.file, "for calendars"
    elsewhere = views.moved(readers["en"], Notice(params={"meeting": "coffee", "location_id": None}), None)
    assert elsewhere
    assert "Only online" in elsewhere.text
    assert ASKS not in taps(elsewhere)
    assert views.moved(readers["en"], Notice(params={"meeting": "tea"}), None) is None
