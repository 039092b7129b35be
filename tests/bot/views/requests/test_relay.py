"""The conversation between a resident and who helps them."""

from __future__ import annotations

from bot.domain.requests import ContactWay
from bot.views.reader import Reader
from bot.views.requests import relay as views
from bot.views.requests.taps import EndTalk, PauseTalk, WriteToOther
from bot.views.screen import Copied
from db.models.notices import Notice
from tests.support.screens import in_each_language, request, taps


def test_what_they_write_goes_to_the_other_until_they_pause_or_end_it(readers: dict[str, Reader]) -> None:
    for shown in (views.talk, views.talk_only, lambda speech, one: views.talk(speech, one, sent=True)):
        screen = in_each_language(readers, lambda reader, shown=shown: shown(reader.speech, request()))["en"]  # type: ignore[misc]
        assert screen.asks == WriteToOther(12)
        assert taps(screen) == [PauseTalk(12), EndTalk(12)]
    assert "never use the phone" in views.talk(readers["en"].speech, request(reach=ContactWay.WRITING)).text
    paused = in_each_language(readers, lambda reader: views.paused(reader.speech, request()))["en"]
    assert taps(paused)[0] == WriteToOther(12)
    assert paused.asks is None


def test_once_it_is_over_nothing_leads_back_into_it(readers: dict[str, Reader]) -> None:
    for shown in (lambda speech: views.talk_ended(speech, request()), views.over):
        screen = in_each_language(readers, lambda reader, shown=shown: shown(reader.speech))["en"]  # type: ignore[misc]
        assert WriteToOther(12) not in taps(screen)


def test_what_the_other_wrote_comes_as_they_wrote_it(readers: dict[str, Reader]) -> None:
    where = {"request": 12, "code": "R-4F7K", "from_chat": 5, "message_id": 7}
    screen = views.passed_on(readers["en"], Notice(params=where), None)
    assert screen.copied == Copied(5, 7)
    assert taps(screen) == [WriteToOther(12)]
