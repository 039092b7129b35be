"""Quiet hours are chosen among all hours of the day."""

from __future__ import annotations

from datetime import time

import pytest

from bot.i18n import Speech
from bot.views.screen import Screen
from bot.views.taps import Tap
from bot.views.team.alerts import ask_quiet_end, ask_quiet_start
from bot.views.team.profile_taps import AskQuietHours, SetQuietHours
from db.models.team import Volunteer

HOURS = [time(hour) for hour in range(24)]


def taps(screen: Screen) -> list[Tap | None]:
    return [button.tap for row in screen.rows for button in row]


def test_they_begin_at_any_hour_or_never(speeches: dict[str, Speech]) -> None:
    shown = taps(ask_quiet_start(speeches["en"], Volunteer(quiet_from=None, quiet_to=None)))
    assert {AskQuietHours(hour) for hour in HOURS} | {SetQuietHours()} <= set(shown)


@pytest.mark.parametrize("start", [time(0), time(22), time(23)])
def test_they_end_at_any_other_hour_the_next_one_first(speeches: dict[str, Speech], start: time) -> None:
    shown = [tap for tap in taps(ask_quiet_end(speeches["en"], start)) if isinstance(tap, SetQuietHours)]
    assert shown[0].end == time((start.hour + 1) % 24)
    assert [tap.end for tap in sorted(shown, key=lambda tap: str(tap.end))] == [h for h in HOURS if h != start]
    assert {tap.start for tap in shown} == {start}
