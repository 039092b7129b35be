"""What residents see of their own requests."""

from __future__ import annotations

from bot.domain.requests import Outcome, RequestState
from bot.views.reader import Reader
from bot.views.requests import own as views
from bot.views.requests.form_taps import NewRequest
from bot.views.requests.taps import CancelRequest, ShowRequest, WriteToOther
from tests.support.network import MARC
from tests.support.screens import SOON, TYPED, in_each_language, request, shows_as_typed, taps


def test_where_it_stands_and_what_can_be_done(readers: dict[str, Reader]) -> None:
    for values, offered in (
        ({}, {CancelRequest(12)}),
        ({"state": RequestState.CLAIMED, "holder_id": MARC}, {CancelRequest(12), WriteToOther(12)}),
        ({"state": RequestState.CLAIMED, "for_person_id": None}, {CancelRequest(12)}),
        ({"state": RequestState.CLOSED, "outcome": Outcome.DONE}, set()),
    ):
        one = request(**values)
        screen = in_each_language(readers, lambda reader, one=one: views.status(reader, one))["en"]  # type: ignore[misc]
        assert {tap for tap in taps(screen) if isinstance(tap, CancelRequest | WriteToOther)} == offered


def test_the_resident_reads_where_they_meet(readers: dict[str, Reader]) -> None:
    one = request(sentence=None)
    screen = in_each_language(readers, lambda reader: views.status(reader, one, [(SOON, TYPED)]))["en"]
    assert "09:30" in screen.text
    assert shows_as_typed(screen)


def test_a_list_a_question_and_an_end(readers: dict[str, Reader]) -> None:
    listed = in_each_language(readers, lambda reader: views.own(reader, [request()]))["en"]
    assert {ShowRequest(12), NewRequest()} <= set(taps(listed))
    asked = in_each_language(readers, lambda reader: views.ask_cancel(reader.speech, request()))["en"]
    assert taps(asked) == [CancelRequest(12, sure=True), ShowRequest(12)]
    in_each_language(readers, lambda reader: views.cancelled(reader.speech, request()))
