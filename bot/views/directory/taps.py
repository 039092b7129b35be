"""The buttons about hours, places, services and whom to call."""

from __future__ import annotations

from datetime import date

from bot.views.taps import Tap


class ShowHours(Tap, name="hours"):
    place_id: str | None = None
    first: date | None = None
    """The first of the days shown; today unless it says which."""


class ShowPlace(Tap, name="location"):
    place_id: str | None = None


class ShowMap(Tap, name="map"):
    place_id: str


class ShowServices(Tap, name="services"):
    pass


class ShowService(Tap, name="service"):
    service_id: str


class ShowContact(Tap, name="contact"):
    pass


class ShowEmergency(Tap, name="emergency"):
    pass
