"""Quiet hours, and how long a text is."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.broadcasts import after_quiet_hours, length

BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest.mark.parametrize(
    ("wanted", "goes"),
    [
        ("2026-11-21T20:59:59", "2026-11-21T20:59:59"),
        ("2026-11-21T21:00", "2026-11-22T08:00"),
        ("2026-11-21T23:59", "2026-11-22T08:00"),
        ("2026-11-22T00:00", "2026-11-22T08:00"),
        ("2026-11-22T07:59", "2026-11-22T08:00"),
        ("2026-11-22T08:00", "2026-11-22T08:00"),
        ("2026-12-31T22:00", "2027-01-01T08:00"),
    ],
)
def test_nobody_is_woken(wanted: str, goes: str) -> None:
    moment = datetime.fromisoformat(wanted).replace(tzinfo=BRUSSELS)
    assert after_quiet_hours(moment) == datetime.fromisoformat(goes).replace(tzinfo=BRUSSELS)


@pytest.mark.parametrize(("html", "units"), [("", 0), ("abc", 3), ("<b>a</b> &lt;b&gt; &amp;", 7), ("😀", 2), ("é", 1)])
def test_a_text_is_as_long_as_telegram_says(html: str, units: int) -> None:
    assert length(html) == units
