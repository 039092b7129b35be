"""How meetings were attended, for the team."""

from __future__ import annotations

from datetime import date

from bot.domain.meetings.statistics import FEWEST, Month
from bot.views.meetings.statistics import MONTHS, figures
from bot.views.reader import Reader
from tests.support.screens import in_each_language


def test_small_numbers_are_not_shown(readers: dict[str, Reader]) -> None:
    month = Month(date(2026, 10, 1), meetings=2, answers=20, ticked=True, came=17, stayed_away=1)
    text = in_each_language(readers, lambda reader: figures(reader.speech, [month]))["en"].text.striptags()
    assert "October 2026 · 2 meetings" in text
    assert "Came: 17" in text
    assert f"fewer than {FEWEST}" in text


def test_a_year_at_most_and_a_word_where_there_is_none(readers: dict[str, Reader]) -> None:
    assert "No meeting is over yet" in in_each_language(readers, lambda reader: figures(reader.speech, []))["en"].text
    months = [Month(date(2026, 1, 1), 1, 9) for _ in range(MONTHS + 5)]
    text = figures(readers["en"].speech, months).text
    assert text.count("Nobody has noted who came") == MONTHS
