"""A meeting in words."""

from __future__ import annotations

from datetime import timedelta

from bot.views.meetings.description import description, whose_time
from bot.views.reader import Reader
from tests.support.meetings import STARTS
from tests.support.screens import TYPED, meeting


def test_what_when_and_where_and_no_link(readers: dict[str, Reader]) -> None:
    place = readers["en"].desk.directory.main_location
    one = meeting(location_id=place.id, welcome_at=STARTS - timedelta(minutes=30), online_url="https://meet.example/x")
    text = description(readers["en"], one).striptags()
    for words in ("Coffee", "Tuesday, 15 December 2026", "Welcome from 13:00", "From 13:30 to 15:30"):
        assert words in text
    assert "meet.example" not in text, "only for who comes"
    assert len({description(reader, one) for reader in readers.values()}) == len(readers)


def test_its_words_are_no_markup_and_may_be_left_out(readers: dict[str, Reader]) -> None:
    one = meeting(location_id=None, title={"en": TYPED}, description={"en": "About <i>rent</i>"})
    assert "<b>&lt;b&gt;Zohra" in description(readers["en"], one)
    assert "&lt;i&gt;rent" in description(readers["en"], one)
    assert "rent" not in description(readers["en"], one, agenda=False)


def test_who_may_be_elsewhere_reads_whose_time_it_is(readers: dict[str, Reader]) -> None:
    place = readers["en"].desk.directory.main_location
    assert whose_time(readers["en"], place, online=False) == ""
    assert "Brussels" in whose_time(readers["en"], place, online=True)
