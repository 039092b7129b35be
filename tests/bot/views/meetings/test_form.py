"""The questions about a meeting: each asks itself again, and what is shown in the form belongs to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import get_args, get_type_hints

import pytest

from bot.domain.roles import COORDINATOR
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.meetings.draft import in_the_way, overview
from bot.views.meetings.form import ask, ask_day, ask_text, next_step, which_day
from bot.views.meetings.form_taps import FORM, AskMeeting, AskMeetingDay, AskMeetingText
from bot.views.meetings.taps import ShowMeetings
from bot.views.menu_taps import ShowMenu
from bot.views.reader import Reader
from bot.views.screen import Screen
from bot.views.taps import TAPS, Tap, data_of, tap_in
from db.models.meetings import MeetingDraft
from db.queries import directory
from db.session import Sessions

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
FIELDS = get_args(get_type_hints(AskMeeting)["field"])
TEXTS = get_args(get_type_hints(AskMeetingText)["text"])


@pytest.fixture
async def reader(sessions: Sessions, speeches: dict[str, Speech]) -> Reader:
    async with sessions() as session:
        return Reader(speeches["en"], Desk(await directory.load(session)), COORDINATOR, NOW)


def draft(**values: object) -> MeetingDraft:
    """On a day that is a Tuesday, and on Christmas."""
    usual = {
        "id": 12,
        "title": {"en": "Coffee"},
        "description": {},
        "location_id": "desk",
        "days": ["2026-12-15", "2026-12-25"],
        "starts_at": time(13, 30),
        "ends_at": time(15, 30),
        "reminders": [1440],
    }
    return MeetingDraft(**usual | values)


def screens(reader: Reader) -> list[Screen]:
    """All of the form."""
    one = draft()
    texts = [ask_text(reader, one, AskMeetingText(12, text, "fr")) for text in TEXTS]
    days = [ask_day(reader, one), which_day(reader.speech, one, [date(2026, 12, 3), date(2026, 12, 10)])]
    return [*(ask(reader, one, AskMeeting(12, field)) for field in FIELDS), *texts, *days]


def taps_in(screen: Screen) -> list[Tap]:
    return [button.tap for row in screen.rows for button in row if isinstance(button.tap, Tap)]


def test_each_question_asks_itself_again(reader: Reader) -> None:
    for field in FIELDS:
        assert ask(reader, draft(), AskMeeting(12, field)).asks == AskMeeting(12, field)
    assert ask_day(reader, draft(), date(2027, 1, 9)).asks == AskMeetingDay(12, date(2027, 1, 1))


def test_what_is_shown_in_the_form_stays_in_it_and_nothing_else_does(reader: Reader) -> None:
    shown = {type(tap): tap for screen in screens(reader) for tap in taps_in(screen)}
    shown |= {type(tap): tap for one in (overview, in_the_way) for tap in taps_in(one(reader, draft()))}
    belonging = {kind for kind in TAPS.values() if kind.forms & set(FORM)}
    assert belonging == set(shown) - {ShowMeetings, ShowMenu}
    for screen in screens(reader):
        assert screen.asks
        for kind in belonging:
            assert shown[kind].stays_in(screen.asks)
            assert not replace(shown[kind], draft_id=1).stays_in(screen.asks), "another one is another form"  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("lacking", "asked"),
    [
        ({"title": {}}, AskMeetingText(12, "title", "en")),
        ({"days": []}, AskMeetingDay(12, date(2026, 11, 1))),
        ({"starts_at": None, "ends_at": None}, AskMeeting(12, "hours")),
        ({"ends_at": None}, AskMeeting(12, "ends")),
        ({}, None),
    ],
)
def test_the_next_question_is_about_what_is_lacking(reader: Reader, lacking: dict[str, object], asked: Tap) -> None:
    assert next_step(reader, draft(**lacking)).asks == asked


def test_a_meeting_of_no_day_is_not_repeated(reader: Reader) -> None:
    assert ask(reader, draft(days=[]), AskMeeting(12, "repeat")).asks == AskMeetingDay(12, date(2026, 11, 1))


def test_each_button_of_the_form_fits_into_telegram_and_is_read_again(reader: Reader) -> None:
    for screen in screens(reader):
        for tap in taps_in(screen):
            assert tap_in(data_of(tap)) == tap
