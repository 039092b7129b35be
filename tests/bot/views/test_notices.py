"""The registry of notices: each kind is written somewhere, and has a view in every language."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.domain.broadcasts import BroadcastState
from bot.domain.notices import NoticeKind
from bot.domain.requests import Outcome
from bot.domain.roles import VOLUNTEER
from bot.i18n import Speech
from bot.usecases.desk import Desk, DeskCache
from bot.views.notices import views
from bot.views.reader import Reader
from db.models.broadcasts import Broadcast
from db.models.meetings import Meeting
from db.models.notices import Notice
from db.queries import directory
from db.session import Sessions

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
TEAM = {"what": "role", "role": VOLUNTEER}
REQUEST = {"request": 1, "code": "AB12", "topic": "papers", "area": None, "languages": ["ar"], "urgency": None}
SAID = {"number": 2, "requests": [1, 2], "days": 3, "outcome": Outcome.DONE, "own": True, "sentence": None}
TALK = {"appointment": 1, "at": NOW.isoformat(), "from_chat": 1, "message_id": 2, "media": None}
LESSON = {"lesson": 1, "fresh": 2, "phrases": 3}
COFFEE = {"meeting": "coffee", "minutes": 1440, "starts_at": NOW.isoformat()}
PARAMS: dict[str, Any] = TEAM | REQUEST | SAID | TALK | LESSON | COFFEE


@pytest.fixture
async def desk(sessions: Sessions) -> Desk:
    """With a meeting to speak of."""
    async with sessions() as session:
        organization = (await DeskCache().read(session)).directory.organization
        coffee = Meeting(id="coffee", organization_id=organization.id, title={"fr": "Café"}, starts_at=NOW, ends_at=NOW)
        session.add(coffee)
        await session.flush()
        return Desk(await directory.load(session))


def test_each_kind_has_a_view_in_every_language(desk: Desk, speeches: dict[str, Speech]) -> None:
    broadcast = Broadcast(state=BroadcastState.SENDING, texts={code: f"In {code}" for code in speeches})
    for kind in NoticeKind:
        notice = Notice(chat_id=1, kind=kind, params=PARAMS, due_at=NOW)
        readers = [Reader(speech, desk, VOLUNTEER, NOW) for speech in speeches.values()]
        screens = {str(views()[kind](reader, notice, broadcast)) for reader in readers}
        assert "None" not in screens, kind
        assert len(screens) == len(speeches), f"{kind} says the same in two languages"


@pytest.mark.parametrize("kind", NoticeKind)
def test_each_kind_is_written_somewhere(kind: NoticeKind) -> None:
    assert any(f"NoticeKind.{kind.name}" in source for source in sources())


def sources() -> list[str]:
    """What writes notices: use cases, and queries where the rows never leave the database."""
    return [file.read_text() for folder in ("bot/usecases", "db/queries") for file in (ROOT / folder).rglob("*.py")]
