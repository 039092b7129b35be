"""Where people find the desk."""

from __future__ import annotations

from bot.views.directory.location import address, location, pin
from bot.views.directory.taps import ShowMap
from bot.views.reader import Reader
from db.models.directory import Location
from tests.support.screens import TYPED, in_each_language, shows_as_typed, taps


def test_the_address_and_the_way_to_the_map(readers: dict[str, Reader]) -> None:
    place = readers["en"].desk.directory.main_location
    screen = in_each_language(readers, lambda reader: location(reader, place))["en"]
    assert address(place) in screen.text
    assert ShowMap(place.id) in taps(screen)
    shown = pin(readers["ar"].speech, place)
    assert shown
    assert shown.pin
    assert (shown.pin.address, shown.pin.latitude) == (address(place), place.latitude)


def test_a_place_that_is_only_online_has_no_pin_and_its_words_are_no_markup(readers: dict[str, Reader]) -> None:
    online = Location(id="online", name={"en": TYPED}, virtual_url="https://example.org/meet")
    screen = location(readers["en"], online)
    assert shows_as_typed(screen)
    assert "https://example.org/meet" in [button.url for row in screen.rows for button in row]
    assert pin(readers["en"].speech, online) is None
    assert address(online) == ""
