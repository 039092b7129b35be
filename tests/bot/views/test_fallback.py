"""No dead ends: whatever was sent, there is a way on and a way to a human."""

from __future__ import annotations

import pytest

from bot.views.directory.taps import ShowContact, ShowEmergency
from bot.views.fallback import failed, not_understood, old_button
from bot.views.reader import Reader
from tests.support.screens import in_each_language, taps


@pytest.mark.parametrize("kind", ["text", "command", "voice", "photo", "sticker", "dice"])
def test_each_kind_of_message_has_its_words(readers: dict[str, Reader], kind: str) -> None:
    screen = in_each_language(readers, lambda reader: not_understood(reader.speech, kind))["en"]
    assert {ShowContact(), ShowEmergency()} <= set(taps(screen))


def test_old_buttons_and_failures_lead_on(readers: dict[str, Reader]) -> None:
    in_each_language(readers, lambda reader: old_button(reader.speech))
    assert "4F7A21" in in_each_language(readers, lambda reader: failed(reader.speech, "4F7A21"))["en"].text
