"""Where people find the desk."""

from __future__ import annotations

from markupsafe import Markup

from bot.i18n import Speech
from bot.views.directory.taps import ShowHours, ShowMap, ShowPlace
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.screen import Button, Pin, Screen, paragraphs, rows
from db.models.directory import Location


def location(reader: Reader, place: Location) -> Screen:
    """Address, how to get there, and whether a wheelchair gets in."""
    speech = reader.speech
    parts = (
        (speech.say("🧭 How to find us"), place.directions),
        (speech.say("🚌 Nearest stops"), place.nearest_stops),
        (speech.say("♿ Access"), place.accessibility),
    )
    details = (Markup("<b>{}</b>\n{}").format(title, speech.text(words)) for title, words in parts if words)
    text = paragraphs(speech.say("📍 <b>Where we are</b>"), place_lines(speech, place), *details)
    on_map = (Button(speech.plain("🗺 Show on the map"), ShowMap(place.id)),) if pin(speech, place) else ()
    online = (Button(speech.plain("💻 Open online"), url=place.virtual_url),) if place.virtual_url else ()
    others = tuple(
        (Button(f"📍 {speech.text(other.name).striptags()}", ShowPlace(other.id)),)
        for other in reader.desk.directory.locations
        if other is not place
    )
    return Screen(text, rows(speech, on_map, online, *others, back(speech, ShowHours())))


def place_lines(speech: Speech, place: Location) -> Markup:
    """Name and address, as on an envelope."""
    name = Markup("<b>{}</b>").format(speech.text(place.name))
    return Markup("{}\n{}").format(name, speech.ltr(address(place))) if place.address else name


def address(place: Location) -> str:
    """Street, postal code and city on one line; empty for a place that is only online."""
    return "{street}, {postal_code} {city}".format(**place.address) if place.address else ""


def pin(speech: Speech, place: Location) -> Screen | None:
    """The place as a pin that the phone's own map opens."""
    if place.latitude is None or place.longitude is None:
        return None
    title = speech.text(place.name).striptags()
    return Screen(pin=Pin(title, address(place), place.latitude, place.longitude))
