"""When the wall shows a time, on ordinary days and where clocks change."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.wall_time import closing, opening


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("zone", "wall", "opens", "closes"),
    [
        # An ordinary day.
        ("Europe/Brussels", "2026-11-23 09:00", "2026-11-23 09:00+01:00", "2026-11-23 09:00+01:00"),
        ("America/Lima", "2026-11-23 09:00", "2026-11-23 09:00-05:00", "2026-11-23 09:00-05:00"),
        # Clocks go from 2:00 to 3:00.
        ("Europe/Brussels", "2026-03-29 01:59", "2026-03-29 01:59+01:00", "2026-03-29 01:59+01:00"),
        ("Europe/Brussels", "2026-03-29 02:00", "2026-03-29 03:00+02:00", "2026-03-29 03:00+02:00"),
        ("Europe/Brussels", "2026-03-29 02:30", "2026-03-29 03:00+02:00", "2026-03-29 03:00+02:00"),
        ("Europe/Brussels", "2026-03-29 03:00", "2026-03-29 03:00+02:00", "2026-03-29 03:00+02:00"),
        # Clocks go from 3:00 back to 2:00: what closes at 2:00 closes when it is first 2:00.
        ("Europe/Brussels", "2026-10-25 02:00", "2026-10-25 02:00+02:00", "2026-10-25 02:00+02:00"),
        ("Europe/Brussels", "2026-10-25 02:30", "2026-10-25 02:30+02:00", "2026-10-25 02:30+01:00"),
        ("Europe/Brussels", "2026-10-25 03:00", "2026-10-25 03:00+01:00", "2026-10-25 03:00+01:00"),
        # A day without a midnight, and one on which 23:00 comes twice.
        ("Africa/Cairo", "2026-04-24 00:00", "2026-04-24 01:00+03:00", "2026-04-24 01:00+03:00"),
        ("Africa/Cairo", "2026-10-29 23:30", "2026-10-29 23:30+03:00", "2026-10-29 23:30+02:00"),
        ("Africa/Cairo", "2026-10-30 00:00", "2026-10-30 00:00+02:00", "2026-10-30 00:00+02:00"),
        # Clocks changed at one minute past midnight: midnight came twice.
        ("America/St_Johns", "2005-10-30 00:00", "2005-10-30 00:00-02:30", "2005-10-30 00:00-03:30"),
        # A whole day that never was.
        ("Pacific/Apia", "2011-12-30 09:00", "2011-12-31 00:00+14:00", "2011-12-31 00:00+14:00"),
    ],
)
def test_opening_and_closing(zone: str, wall: str, opens: str, closes: str) -> None:
    shown = at(wall)
    where = ZoneInfo(zone)
    day, clock = shown.date(), shown.time()
    assert opening(day, clock, where).isoformat() == at(opens).isoformat()
    assert closing(day, clock, where).isoformat() == at(closes).isoformat()


def test_answers_are_in_the_zone() -> None:
    lima = ZoneInfo("America/Lima")
    assert opening(date(2026, 1, 1), time(8), lima).tzinfo is lima
    assert closing(date(2026, 1, 1), time(8), lima).tzinfo is lima
