"""What every screen owes to who reads it, without a chat and without a database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from markupsafe import escape

from bot.domain.broadcasts import TEXT_LIMIT, BroadcastState, length
from bot.domain.requests import ContactWay, RequestState, Urgency
from bot.usecases.broadcasts.drafts import Overview
from bot.views.screen import Screen
from bot.views.taps import Tap, data_of, tap_in
from db.models.broadcasts import Broadcast
from db.models.meetings import Meeting
from db.models.requests import HelpRequest
from db.queries.broadcasts.audiences import Reach
from tests.support.meetings import STARTS, TITLE
from tests.support.network import AMINA, CLAIRE, NOW

TYPED = "<b>Zohra</b> & co"
"""As somebody may write it: it is shown so, and never becomes markup."""
Reads = TypeVar("Reads")


def taps(screen: Screen) -> list[Tap]:
    return [button.tap for row in screen.rows for button in row if button.tap]


def in_each_language(readers: Mapping[str, Reads], shown: Callable[[Reads], Screen]) -> dict[str, Screen]:
    """The screen as each of them sees it: it fits into a message, its buttons are read again as what they are, lead
    to the same in each language, and no two languages say the same."""
    screens = {code: shown(reader) for code, reader in readers.items()}
    for code, screen in screens.items():
        assert 0 < length(str(screen.text)) <= TEXT_LIMIT, code
        assert [tap_in(data_of(tap)) for tap in taps(screen)] == taps(screen)
        assert all(button.text.strip() for row in screen.rows for button in row)
    assert len({screen.text for screen in screens.values()}) == len(readers), "two languages say the same"
    assert len({frozenset(map(str, taps(screen))) for screen in screens.values()}) == 1, "other ways on"
    return screens


def shows_as_typed(screen: Screen, words: str = TYPED) -> bool:
    return escape(words) in screen.text and words not in screen.text


def request(**values: Any) -> HelpRequest:
    """Amina's, on the board since yesterday."""
    usual = {
        "id": 12,
        "code": "R-4F7K",
        "state": RequestState.OPEN,
        "topic": "housing",
        "area": "cureghem",
        "languages": ["ar"],
        "days": [],
        "sentence": TYPED,
        "urgency": Urgency.THIS_WEEK,
        "reach": ContactWay.TELEGRAM,
        "consent": True,
        "for_person_id": AMINA,
        "logged_by": AMINA,
        "created_at": NOW - timedelta(days=1),
        "changed_at": NOW,
        "board_since": NOW - timedelta(days=1),
    }
    return HelpRequest(**usual | values)


def meeting(**values: Any) -> Meeting:
    """In a bit more than three weeks, at the desk."""
    usual = {
        "id": "coffee",
        "title": TITLE,
        "location_id": "desk",
        "starts_at": STARTS,
        "ends_at": STARTS + timedelta(hours=2),
        "sequence": 0,
    }
    return Meeting(**usual | values)


SOON = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
"""9:30 in Brussels, on the Monday after NOW."""


def broadcast(**values: Any) -> Broadcast:
    """A draft with a text in French."""
    usual = {
        "id": 1,
        "author_id": CLAIRE,
        "state": BroadcastState.DRAFT,
        "texts": {"fr": "<b>Fête</b>"},
        "audience": {},
        "over_quiet_hours": False,
    }
    return Broadcast(**usual | values)


def overview(of: Broadcast, **values: Any) -> Overview:
    """It would go to seven people at once."""
    by_language = values.pop("by_language", {"fr": 5, "ar": 2})
    usual: dict[str, Any]
    usual = {"lacking": [], "wanted_at": NOW, "starts_at": NOW, "at_once": True, "reach": Reach(by_language, 2)}
    return Overview(of, **usual | values)
