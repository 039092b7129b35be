"""What belongs to a request, in words and in pictograms."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.requests import ContactWay, Outcome, Reason, RequestState, Urgency
from bot.views.reader import Reader
from bot.views.requests import wording as words
from tests.support.network import NOW
from tests.support.screens import request


def test_everything_that_a_request_can_be_has_its_words_in_each_language(readers: dict[str, Reader]) -> None:
    for kinds, named in (
        (Urgency, words.urgencies),
        (ContactWay, words.contact_ways),
        (Outcome, words.outcomes),
        (Reason, words.reasons),
        (RequestState, words.states),
    ):
        for reader in readers.values():
            names = named(reader.speech)
            assert set(names) == set(kinds)
            assert len(set(names.values())) == len(names), "no two are said alike"


def test_who_does_not_hear_is_never_called(readers: dict[str, Reader]) -> None:
    for reach in ContactWay:
        said = words.never_call(readers["en"].speech, request(reach=reach))
        assert bool(said) is (reach in (ContactWay.WRITING, ContactWay.SIGN))
    assert words.language(readers["en"].speech, "sfb").startswith("🧏")


def test_how_long_it_waits_is_counted_in_days_of_the_desk(readers: dict[str, Reader]) -> None:
    reader = readers["en"]
    for hours, said in ((1, "since today"), (13, "for 1 day"), (72, "for 3 days")):
        assert said in words.age(reader, NOW - timedelta(hours=hours))
    line = words.on_button(reader, request(board_since=NOW - timedelta(days=3)))
    assert line.startswith("🟠🏠")
    assert line.endswith("AR 🕓3")


def test_the_public_part_says_nothing_of_who_it_is(readers: dict[str, Reader]) -> None:
    one = request(days=["MO"], wanted_when="after <i>4</i>")
    text = words.public_part(readers["en"], one)
    assert "Monday, after &lt;i&gt;4&lt;/i&gt;" in text
    assert str(one.for_person_id) not in text
    assert words.topic(readers["en"], "gone") == words.topic(readers["en"], None)
