"""An appointment is asked for: the day, the hour, the place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.roles import VOLUNTEER
from bot.i18n import Speech
from bot.usecases.desk import DeskCache
from bot.views.menu_taps import ShowMenu
from bot.views.reader import Reader
from bot.views.requests import appointments
from bot.views.requests.taps import ShowRequest
from bot.views.screen import Screen
from bot.views.taps import Tap, data_of, tap_in
from tests.support.network import NOW, Network

LEADS_OUT = (ShowMenu, ShowRequest)


@pytest.fixture
async def reader(network: Network, speeches: dict[str, Speech]) -> Reader:
    async with network.sessions() as session:
        return Reader(speeches["en"], await DeskCache().read(session), VOLUNTEER, NOW)


def tapped(screen: Screen) -> Iterator[Tap]:
    for button in (button for row in screen.rows for button in row):
        assert isinstance(button.tap, Tap)
        assert tap_in(data_of(button.tap)) == button.tap
        yield button.tap


def stays(screen: Screen, asked: Tap) -> bool:
    return all(tap.stays_in(asked) for tap in tapped(screen) if not isinstance(tap, LEADS_OUT))


def test_an_appointment(reader: Reader) -> None:
    day = appointments.ask_day(reader, 12, [])
    hour = appointments.ask_hour(reader, 12, date(2026, 11, 23))
    place = appointments.ask_place(reader.speech, 12, datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Brussels")))
    for asked in (day.asks, place.asks):
        assert asked
        assert all(stays(screen, asked) for screen in (day, hour, place))


def test_only_hours_that_are_still_to_come(reader: Reader) -> None:
    """It is noon in Brussels."""
    shown = [
        len(list(tapped(appointments.ask_hour(reader, 12, reader.today + timedelta(days=days))))) for days in (-1, 0, 1)
    ]
    assert shown == [1, 9, 14], "with the way back"
