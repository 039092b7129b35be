"""Opening hours in words: two weeks, and pages from today on."""

from __future__ import annotations

from datetime import timedelta

from bot.views.directory.hours import AHEAD, FORTNIGHT, hours
from bot.views.directory.taps import ShowHours
from bot.views.reader import Reader
from tests.support.screens import in_each_language, taps


def test_how_it_is_now_and_when_it_opens_next(readers: dict[str, Reader]) -> None:
    place = readers["en"].desk.directory.main_location
    text = in_each_language(readers, lambda reader: hours(reader, place, reader.today))["en"].text.striptags()
    assert "Now it is Saturday, 21 November 2026, 12:00" in text
    assert "Next opening: Monday, 23 November 2026" in text


def test_pages_go_neither_before_today_nor_on_for_ever(readers: dict[str, Reader]) -> None:
    reader, place = readers["en"], readers["en"].desk.directory.main_location
    today = reader.today
    for first, pages in (
        (today, [today + FORTNIGHT]),
        (today + timedelta(days=3), [today, today + timedelta(days=3) + FORTNIGHT]),
        (today + AHEAD, [today + AHEAD - FORTNIGHT]),
    ):
        screen = hours(reader, place, first)
        assert [tap.first for tap in taps(screen) if isinstance(tap, ShowHours) and tap.first] == pages
