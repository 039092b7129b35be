"""An announcement on its way."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.broadcasts import SKIP, BroadcastState
from bot.domain.notices import NoticeState
from bot.usecases.broadcasts.progress import Counts, Progress
from bot.views.broadcasts import sending as views
from bot.views.broadcasts.taps import AskCorrection, DecideMissing, SendAgain, SendBroadcast, StopBroadcast
from bot.views.reader import Reader
from tests.support.network import NOW
from tests.support.screens import broadcast, in_each_language, overview, taps


def seen(counts: Counts, **values: object) -> Progress:
    started = broadcast(state=BroadcastState.SENDING, started_at=NOW - timedelta(seconds=10), **values)
    return Progress(started, counts, {"fr": counts, "ar": counts}, NOW)


def test_it_is_sent_by_a_yes_once_each_language_is_decided_about(readers: dict[str, Reader]) -> None:
    decided = overview(broadcast(missing=SKIP), lacking=["ar"])
    assert SendBroadcast(1) in taps(in_each_language(readers, lambda reader: views.confirm(reader, decided))["en"])
    open_ = overview(broadcast(), lacking=["ar"])
    asked = in_each_language(readers, lambda reader: views.confirm(reader, open_))["en"]
    assert {DecideMissing(1, SKIP), DecideMissing(1, "fr")} <= set(taps(asked))
    assert SendBroadcast(1) not in taps(asked)
    nobody = overview(broadcast(), by_language={})
    assert SendBroadcast(1) not in taps(views.confirm(readers["en"], nobody))


def test_while_it_runs_one_sees_how_far_it_is_and_stops_it(readers: dict[str, Reader]) -> None:
    counts = {NoticeState.SENT: 75, NoticeState.PENDING: 25}
    screen = in_each_language(readers, lambda reader: views.progress(reader.speech, seen(counts)))["en"]
    assert "75%" in screen.text
    assert "7.5 a second" in screen.text.striptags()
    assert StopBroadcast(1) in taps(screen)
    in_each_language(readers, lambda reader: views.stopping(reader.speech, 1))
    assert "0%" not in views.progress(readers["en"].speech, seen({})).text.replace("100%", "")


def test_the_report_offers_again_what_nobody_knows_about(readers: dict[str, Reader]) -> None:
    for counts, offered in (
        ({NoticeState.SENT: 3, NoticeState.UNKNOWN: 1}, {SendAgain(1), AskCorrection(1)}),
        ({NoticeState.CANCELLED: 3}, set()),
    ):
        report = seen(counts)
        screen = in_each_language(readers, lambda reader, report=report: views.report(reader.speech, report))["en"]  # type: ignore[misc]
        assert {tap for tap in taps(screen) if isinstance(tap, SendAgain | AskCorrection)} == offered
    in_each_language(readers, lambda reader: views.ask_correction(reader.speech, broadcast()))
