"""A date and a time as people type them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.errors import NoSuchTime
from bot.domain.typed_time import read_time

BRUSSELS = ZoneInfo("Europe/Brussels")
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=BRUSSELS)
NAMED = {
    "today": date(2026, 11, 21),
    "tomorrow": date(2026, 11, 22),
    "mon": date(2026, 11, 23),
    "monday": date(2026, 11, 30),
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-23 09:00", "2026-11-23T09:00"),
        ("2026-11-23T9:05", "2026-11-23T09:05"),
        ("  23/11   9h30 ", "2026-11-23T09:30"),
        ("23.11.2026, 9 h", "2026-11-23T09:00"),
        ("23-11 om 9u", "2026-11-23T09:00"),
        ("23/11 9", "2026-11-23T09:00"),
        ("٢٣/١١ ٩:٣٠", "2026-11-23T09:30"),
        ("Tomorrow at 14:00", "2026-11-22T14:00"),
        ("monday 8.15", "2026-11-30T08:15"),  # the longer name, not "mon"
        ("15:45", "2026-11-21T15:45"),
        ("15h", "2026-11-21T15:00"),
        ("20/11 10:00", "2026-11-20T10:00"),  # past, and said to be so by the use case
        ("5/1 10:00", "2027-01-05T10:00"),  # long past this year: the next
        ("29/03/2027 2:30", "2027-03-29T02:30"),
    ],
)
def test_what_is_typed_is_understood(typed: str, meant: str) -> None:
    assert read_time(typed, NOON, NAMED) == datetime.fromisoformat(meant).replace(tzinfo=BRUSSELS)


def test_a_time_that_clocks_skip_is_the_first_after_it() -> None:
    assert read_time("28/03/2027 2:30", NOON, {}).isoformat() == "2027-03-28T03:00:00+02:00"


NO_TIME = """
14|soon|soon 9h|23/11|31/02 10:00|23/13 10:00|23/11 25:00|23/11 9:75|2028-01-01 10:00
23/11/26 10:00|tomorrow|1/1/0000 10:00|9:30 23/11|
"""


@pytest.mark.parametrize("typed", NO_TIME.strip().replace("\n", "|").split("|"))
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(NoSuchTime):
        read_time(typed, NOON, NAMED)
