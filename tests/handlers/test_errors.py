"""What went wrong, in the words of the person who ran into it."""

from __future__ import annotations

from typing import Any

import structlog

from bot.domain.errors import NotAllowed
from bot.i18n import Speech
from handlers.errors import in_words


def test_what_cannot_be_has_its_sentence_and_is_no_incident(speeches: dict[str, Speech]) -> None:
    with structlog.testing.capture_logs() as logged:
        screen = in_words(NotAllowed(), speeches["fr"])
    assert screen.text == in_words(NotAllowed(), speeches["fr"]).text
    assert logged == []


def test_what_broke_is_logged_under_the_number_that_the_person_reads(speeches: dict[str, Speech]) -> None:
    logged: list[Any]
    with structlog.testing.capture_logs() as logged:
        screens = [in_words(LookupError("Zaïnab"), speeches["fr"]) for _ in range(2)]
    for entry, screen in zip(logged, screens, strict=True):
        assert entry["incident"] in screen.text
        assert "Zaïnab" not in screen.text
    assert logged[0]["incident"] != logged[1]["incident"]
