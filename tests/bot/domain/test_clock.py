"""The system's clock."""

from datetime import UTC, datetime

import time_machine

from bot.domain.clock import SystemClock


def test_now_is_an_aware_instant_in_utc() -> None:
    noon = datetime(2026, 10, 25, 12, tzinfo=UTC)
    with time_machine.travel(noon, tick=False):
        assert SystemClock().now() == noon
        assert SystemClock().now().tzinfo is UTC
