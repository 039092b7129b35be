"""When an announcement goes out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.announcing import begun, received
from tests.support.conversation import Desk, Talk

TWO_PLACES = Path(__file__).parents[2] / "packs" / "two_places"


@pytest.fixture
def pack() -> Path:
    return TWO_PLACES


async def test_a_time_is_picked_by_buttons(desk: Desk, claire: Talk) -> None:
    await begun(claire)
    await claire.taps("🕒 When").taps("21").sees("at what time").sees_buttons("13:00", "20:00")
    assert not claire.answer[0].button("12:00")  # it is noon
    await claire.taps("⬅️ Back").taps("23").taps("08:00").sees("🕒 Monday, 23 November 2026, 08:00")
    await claire.taps("🕒 When").taps("⚡ At once").sees("🕒 At once")


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("2026-11-23 09:00", "Monday, 23 November 2026, 09:00"),
        ("5/1 10h30", "Tuesday, 5 January 2027, 10:30"),
        ("Wednesday at 14:00", "Wednesday, 25 November 2026, 14:00"),
        ("15:45", "Saturday, 21 November 2026, 15:45"),
        ("23/11 22:00", "Tuesday, 24 November 2026, 08:00"),
        ("20/11 10:00", "This time is already over"),
        ("next week or so", "I do not understand this date and time"),
        ("2031-01-01 10:00", "I do not understand this date and time"),
    ],
)
async def test_a_time_is_typed(desk: Desk, claire: Talk, typed: str, understood: str) -> None:
    await begun(claire)
    await claire.taps("🕒 When").says(typed).sees(understood)


async def test_another_month_is_a_page_of_the_calendar_and_the_form_stays_open(desk: Desk, claire: Talk) -> None:
    await begun(claire)
    await claire.taps("🕒 When").taps("December 2026 ▶️").taps("24").sees("24 December 2026: at what time")
    await claire.taps("⬅️ Back").sees_buttons("◀️ November 2026").says("tomorrow 9:30").sees("22 November 2026, 09:30")


async def test_the_button_at_once_of_an_earlier_version_is_old(desk: Desk, claire: Talk) -> None:
    await begun(claire)
    await claire.taps("🕒 When").says("tomorrow 9:30").forges("s1:broadcast.at:1.now").sees("This button is old")
    await claire.forges("s1:broadcast.at:1.2026-11-23.0900").sees("Monday, 23 November 2026, 09:00")


async def test_quiet_hours_put_it_off_unless_they_are_overridden_openly(
    desk: Desk, claire: Talk, residents: dict[str, Talk]
) -> None:
    desk.world.clock.set(datetime(2026, 11, 21, 21, 15, tzinfo=UTC))
    await begun(claire)
    await claire.taps("➡️ Send").taps("🌐 The text in English")
    await claire.sees("Sunday, 22 November 2026, 08:00", "Between 21:00 and 08:00 nobody is woken")
    await claire.taps("🌙 Send at 22:15 all the same").sees("🕒 At once").taps("🌅 Rather not at night")
    await claire.taps("✅ Yes, send").sees("It is planned", "08:00")
    await desk.beat()
    assert received(residents["fr"]) == []
    desk.world.clock.set(datetime(2026, 11, 22, 7, 0, tzinfo=UTC))
    await desk.beat()
    assert received(residents["fr"]) == ["Open day on Saturday"]


async def test_what_is_planned_can_be_changed_or_called_off(
    desk: Desk, claire: Talk, residents: dict[str, Talk]
) -> None:
    await begun(claire)
    await claire.taps("🕒 When").says("14:00")
    await claire.taps("➡️ Send").taps("🌐 The text in English").taps("✅ Yes, send").sees("It is planned")
    await claire.says("/broadcasts").taps("🕒 Open day on Saturday").taps("✏️ Change").taps("✅ English").says("Later")
    desk.world.clock.set(datetime(2026, 11, 21, 14, 0, tzinfo=UTC))
    await desk.beat()
    await claire.taps("➡️ Send").taps("✅ Yes, send").sees("already over").says("/broadcast").taps("▶️ Continue")
    await claire.taps("🕒 When").says("16:00").taps("➡️ Send").taps("✅ Yes, send").taps("🗑 Do not send")
    await claire.sees("will not be sent")
    desk.world.clock.set(datetime(2026, 11, 21, 16, 0, tzinfo=UTC))
    await desk.beat()
    assert received(residents["fr"]) == []
    await claire.taps("↩️ Take it back").sees("✅ English")
