"""What people can get."""

from __future__ import annotations

from bot.views.directory.services import service, services
from bot.views.directory.taps import ShowHours, ShowService, ShowServices
from bot.views.reader import Reader
from db.models.directory import Service
from tests.support.screens import TYPED, in_each_language, shows_as_typed, taps


def test_a_button_for_each_and_a_screen_behind_it(readers: dict[str, Reader]) -> None:
    offered = readers["en"].desk.directory.services
    shown = in_each_language(readers, services)["en"]
    assert [tap for tap in taps(shown) if isinstance(tap, ShowService)] == [ShowService(one.id) for one in offered]
    for one in offered:
        screen = in_each_language(readers, lambda reader, one=one: service(reader.speech, one))["en"]  # type: ignore[misc]
        assert {ShowHours(), ShowServices()} <= set(taps(screen))


def test_an_alert_stands_out_and_nothing_in_the_pack_is_markup(readers: dict[str, Reader]) -> None:
    words = {"en": TYPED}
    made = Service(id="x", pictogram="📄", name=words, description=words, alert={"en": "Closed in July"}, languages=[])
    screen = service(readers["en"].speech, made)
    assert shows_as_typed(screen)
    assert "⚠️ Closed in July" in screen.text
