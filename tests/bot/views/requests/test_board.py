"""What nobody has taken on yet, for volunteers."""

from __future__ import annotations

from bot.usecases.requests.board import Page
from bot.views.reader import Reader
from bot.views.requests import board as views
from bot.views.requests.taps import ChooseFilter, ClaimRequest, ShowBoard, ShowOpenRequest
from tests.support.screens import in_each_language, request, shows_as_typed, taps


def test_a_button_for_each_and_pages_that_stay_narrowed(readers: dict[str, Reader]) -> None:
    narrowed = ShowBoard(1, "a", "cureghem")
    page = Page([request(), request(id=13)], number=1, pages=3, count=12)
    screen = in_each_language(readers, lambda reader: views.board(reader, page, narrowed))["en"]
    assert {ShowOpenRequest(12), ShowOpenRequest(13), ChooseFilter(), ShowBoard()} <= set(taps(screen))
    assert {ShowBoard(0, "a", "cureghem"), ShowBoard(2, "a", "cureghem")} <= set(taps(screen))
    assert "Only: Cureghem" in screen.text
    assert "12 requests" in screen.text
    empty = views.board(readers["en"], Page([], 0, 1, 0), ShowBoard())
    assert "Nobody is waiting here" in empty.text


def test_one_is_taken_on_by_one_tap_and_its_sentence_is_no_markup(readers: dict[str, Reader]) -> None:
    screen = in_each_language(readers, lambda reader: views.card(reader, request()))["en"]
    assert ClaimRequest(12) in taps(screen)
    assert shows_as_typed(screen)
    choices = in_each_language(readers, views.choose_filter)["en"]
    assert {ShowBoard(0, "f"), ShowBoard(0, "t", "housing"), ShowBoard(0, "l", "ar")} <= set(taps(choices))
