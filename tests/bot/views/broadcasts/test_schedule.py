"""When an announcement goes out."""

from __future__ import annotations

from datetime import date, timedelta

from bot.views.broadcasts import schedule as views
from bot.views.broadcasts.taps import AskTime, PlanAtOnce, PlanBroadcast, Wake
from bot.views.reader import Reader
from tests.support.network import NOW
from tests.support.screens import broadcast, in_each_language, overview, taps


def test_a_day_is_tapped_or_typed_then_an_hour_that_is_still_to_come(readers: dict[str, Reader]) -> None:
    asked = in_each_language(readers, lambda reader: views.ask_time(reader, broadcast(), None))["en"]
    assert asked.asks == AskTime(1)
    assert PlanAtOnce(1) in taps(asked)
    for day, hours in ((date(2026, 11, 21), range(13, 21)), (date(2026, 11, 22), range(8, 21))):
        screen = in_each_language(readers, lambda reader, day=day: views.ask_hour(reader, broadcast(), day))["en"]  # type: ignore[misc]
        assert [tap.hour.hour for tap in taps(screen) if isinstance(tap, PlanBroadcast)] == [*hours]


def test_what_quiet_hours_put_off_says_why_and_may_go_all_the_same(readers: dict[str, Reader]) -> None:
    speech, late = readers["en"].speech, NOW + timedelta(hours=9)
    put_off = overview(broadcast(), wanted_at=late, starts_at=late + timedelta(hours=11), at_once=False)
    assert "nobody is woken" in views.moment(speech, put_off)
    assert [button.tap for button in views.wake_button(speech, put_off)] == [Wake(1, True)]
    woken = overview(broadcast(over_quiet_hours=True))
    assert [button.tap for button in views.wake_button(speech, woken)] == [Wake(1, False)]
    assert views.wake_button(speech, overview(broadcast())) == ()
