"""What is private stands nowhere: neither in the database file, nor in the logs, nor in anybody else's chat."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from tests.support.conversation import Desk, Talk
from tests.support.databases import Databases
from tests.support.requesting import PRIVATE, ask, button_with, settle, volunteer

DEBRIEF, PLACE, SAID = "We went there on Tuesday and Zohra is glad", "Café Le Tilleul", "Tell Zohra it is about her son"
HIDDEN = (*PRIVATE, DEBRIEF, PLACE, SAID)


@pytest.fixture
def databases(sqlite: Databases) -> Databases:
    """The one that is a file."""
    return sqlite


async def test_private_words_are_found_nowhere(
    desk: Desk, sessions: object, database_url: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    amina = await desk.person("Amina", "en").starts("en")
    marc = await volunteer(desk, sessions, "Marc", spoken=["ar"])  # type: ignore[arg-type]
    sofie = await volunteer(desk, sessions, "Sofie")  # type: ignore[arg-type]
    claire = await desk.administrator("Claire", "en").starts("en")
    code = await ask(amina, reach="📞 By phone")
    await settle(desk)
    await sofie.says("/board")
    await sofie.taps(button_with(sofie, code))
    await marc.says("/board")
    await marc.taps(button_with(marc, code)).taps("🤝 I take it on").taps("🔒 Name, phone, address").sees(*PRIVATE)
    await marc.says("/mine")
    await marc.taps(button_with(marc, code)).taps("💬 Write to the person").says(SAID)
    await marc.says("/mine")
    await marc.taps(button_with(marc, code)).taps("📅 Appointment").says("24/11 10:00").says(PLACE).sees("Noted")
    await settle(desk)
    assert SAID in [message.text for message in amina.chat.visible]
    await marc.taps("⬅️ To the request").taps("✅ Close it").taps("✅ Done").says(DEBRIEF).sees("is closed")
    await settle(desk)
    assert hidden_in(received(sofie)) == hidden_in(received(claire)) == []
    assert hidden_in(received(amina)) == [SAID], "and that was for her"
    assert hidden_in(caplog.text + "".join(capfd.readouterr())) == []
    file = Path(make_url(database_url).database or "")
    stored = b"".join(path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))
    assert code.encode() in stored, "it is the right file"
    assert [words for words in HIDDEN if words.encode() in stored or json.dumps(words).encode() in stored] == []


def received(talk: Talk) -> str:
    return "\n".join(message.text for message in talk.chat.visible if message.by_bot)


def hidden_in(text: str) -> list[str]:
    return [words for words in HIDDEN if words in text]
