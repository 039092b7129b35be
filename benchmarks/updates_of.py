"""Updates as Telegram sends them."""

from __future__ import annotations

from typing import Any

FIRST_PERSON = 5_000_000_001


def message(update_id: int, person: int, text: str) -> dict[str, Any]:
    """An update as Telegram sends it: the n-th person writes this text."""
    somebody = {"id": FIRST_PERSON + person, "first_name": "Somebody"}
    entities = [{"type": "bot_command", "offset": 0, "length": len(text)}] if text.startswith("/") else []
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "from": {**somebody, "is_bot": False, "language_code": "fr"},
            "chat": {**somebody, "type": "private"},
            "date": 1_795_000_000,
            "text": text,
            "entities": entities,
        },
    }
