"""Announcements as coordinators write them."""

from __future__ import annotations

from bot.domain.broadcasts import BroadcastState
from bot.views.broadcasts import draft as views
from bot.views.broadcasts.taps import AskMedia, AskText, AskTime, AskToSend, ShowBroadcast
from bot.views.reader import Reader
from tests.support.screens import broadcast, in_each_language, overview, taps


def test_all_that_is_decided_with_a_button_to_change_each(readers: dict[str, Reader]) -> None:
    screen = in_each_language(readers, lambda reader: views.overview(reader, overview(broadcast())))["en"]
    assert {AskText(1, "ar"), AskMedia(1), AskTime(1), AskToSend(1)} <= set(taps(screen))
    assert "Arabic: no text yet" in screen.text
    empty = views.overview(readers["en"], overview(broadcast(texts={})))
    assert AskToSend(1) not in taps(empty), "nothing to send yet"
    edit = views.overview(readers["en"], overview(broadcast(correction="edit", corrects_id=7)))
    assert AskMedia(1) not in taps(edit), "the photo of a message stays"


def test_each_question_asks_itself_again(readers: dict[str, Reader]) -> None:
    for shown, asks in (
        (lambda reader: views.ask_text(reader.speech, broadcast(), "fr"), AskText(1, "fr")),
        (lambda reader: views.ask_media(reader.speech, broadcast()), AskMedia(1)),
    ):
        assert in_each_language(readers, shown)["en"].asks == asks
    for shown in (
        views.first_language,
        lambda reader: views.unfinished(reader.speech, broadcast()),
        lambda reader: views.cancelled(reader.speech, broadcast()),
        lambda reader: views.planned(reader.speech, overview(broadcast())),
    ):
        in_each_language(readers, shown)


def test_the_list_shows_first_words_without_their_markup_and_no_empty_draft(readers: dict[str, Reader]) -> None:
    latest = [broadcast(id=2, texts={}), broadcast(texts={"fr": "<b>Fête &amp; danse</b> " + "x" * 99})]
    screen = in_each_language(readers, lambda reader: views.listed(reader.speech, latest))["fr"]
    assert screen.rows[0][0].text.startswith("✏️ Fête & danse x")
    assert [tap for tap in taps(screen) if isinstance(tap, ShowBroadcast)] == [ShowBroadcast(1)]
    assert set(views.STATES) == set(BroadcastState)
