"""Is it open on the days that somebody asked about?"""

from __future__ import annotations

from datetime import date, timedelta

from bot.views.answers.about_days import MOST, days_asked
from bot.views.directory.taps import ShowHours, ShowPlace
from bot.views.reader import Reader
from tests.support.screens import in_each_language, taps

MONDAY = date(2026, 11, 23)


def test_never_a_time_without_its_place_and_full_date(readers: dict[str, Reader]) -> None:
    place = readers["en"].desk.directory.main_location
    screen = in_each_language(readers, lambda reader: days_asked(reader, place, [MONDAY]))["en"]
    assert "Monday, 23 November 2026: open" in screen.text.striptags()
    assert "Chaussée de Mons 192" in screen.text
    assert {ShowHours(), ShowPlace()} <= set(taps(screen))


def test_of_many_days_it_tells_the_first_and_still_fits(readers: dict[str, Reader]) -> None:
    place = readers["en"].desk.directory.main_location
    year = [MONDAY + timedelta(days=number) for number in range(366)]
    text = in_each_language(readers, lambda reader: days_asked(reader, place, year[::-1]))["en"].text.striptags()
    assert text.count(": open") + text.count(": closed") >= MOST
    assert "23 November 2026" in text
    assert "2027" not in text.split("Around")[0]
