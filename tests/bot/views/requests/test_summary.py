"""What has been asked for, before it is sent."""

from __future__ import annotations

from bot.domain.requests import ContactWay
from bot.views.reader import Reader
from bot.views.requests.form_steps import steps
from bot.views.requests.form_taps import FIX, AskStep, SendRequest
from bot.views.requests.summary import sent, summary
from bot.views.requests.taps import ShowRequest
from tests.support.screens import TYPED, in_each_language, request, shows_as_typed, taps


def test_each_line_can_be_corrected_and_none_is_markup(readers: dict[str, Reader]) -> None:
    private = {"name": TYPED, "address": TYPED, "voice": "id"}
    screen = in_each_language(readers, lambda reader: summary(reader, request(), private))["en"]
    assert shows_as_typed(screen)
    assert "🎤" in screen.text
    asked = steps(readers["en"].desk, request())
    assert {AskStep(12, FIX, step) for step in asked} <= set(taps(screen))
    assert SendRequest(12) in taps(screen)


def test_what_is_public_stands_apart_from_what_is_private(readers: dict[str, Reader]) -> None:
    draft = request(sentence="Une lettre", reach=ContactWay.PHONE)
    text = summary(readers["en"], draft, {"name": "Zohra", "phone": "0470 99 88 77"}, ["phone"]).text
    public, _, private = text.partition("Only the team")
    assert "Une lettre" in public
    assert "Zohra" not in public
    assert "0470 99 88 77" in private
    assert "Still missing: Phone" in text


def test_once_sent_it_has_a_number_to_say_on_the_phone(readers: dict[str, Reader]) -> None:
    screen = in_each_language(readers, lambda reader: sent(reader.speech, request()))["en"]
    assert "R-4F7K" in screen.text
    assert taps(screen)[0] == ShowRequest(12)
