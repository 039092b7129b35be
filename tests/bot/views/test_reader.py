"""Who reads a screen, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.views.reader import Reader


def test_it_is_today_where_the_desk_is(readers: dict[str, Reader]) -> None:
    late = replace(readers["fr"], now=datetime(2026, 11, 21, 23, 30, tzinfo=UTC))
    assert (late.today, late.local_now.hour) == (date(2026, 11, 22), 0)
    assert late.local_now == late.now, "the same instant"
