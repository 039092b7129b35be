"""The private part of a request, in the chat of who may see it."""

from __future__ import annotations

from bot.domain.requests import ContactWay
from bot.usecases.requests.private_parts import Seen
from bot.views.reader import Reader
from bot.views.requests.claim_taps import HidePrivatePart, ShowClaim
from bot.views.requests.private_part import hidden, private
from bot.views.requests.taps import CoordinateRequest
from tests.support.screens import SOON, TYPED, in_each_language, request, shows_as_typed, taps


def seen(**fields: str) -> Seen:
    return Seen(request(reach=ContactWay.WRITING), fields, TYPED, [(SOON, TYPED)])


def test_each_message_of_it_can_be_taken_away_again(readers: dict[str, Reader]) -> None:
    screens = private(readers["en"], seen(name=TYPED, voice="voice-id", photo="photo-id"))
    assert [screen.media.kind if screen.media else None for screen in screens] == [None, "photo", "voice"]
    assert {screen.shows.request_id if screen.shows else None for screen in screens} == {12}
    assert all(screen.anew for screen in screens)
    assert taps(screens[0]) == [HidePrivatePart(12)]


def test_it_says_what_was_written_as_it_was_and_never_to_call(readers: dict[str, Reader]) -> None:
    shown = in_each_language(readers, lambda reader: private(reader, seen(name=TYPED, phone="0470 99 88 77"))[0])["en"]
    assert shows_as_typed(shown)
    for words in ("0470 99 88 77", "never use the phone", "Each look at this is written down", "09:30"):
        assert words in shown.text
    assert "Nothing is written here" in private(readers["en"], seen())[0].text


def test_who_has_read_it_goes_back_to_where_they_came_from(readers: dict[str, Reader]) -> None:
    for holds, way in ((True, ShowClaim(12)), (False, CoordinateRequest(12))):
        screen = in_each_language(readers, lambda reader, holds=holds: hidden(reader.speech, request(), holds))["en"]  # type: ignore[misc]
        assert taps(screen) == [way]
