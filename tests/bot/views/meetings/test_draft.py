"""A meeting as a coordinator writes it."""

from __future__ import annotations

from datetime import time

from bot.views.meetings import draft as views
from bot.views.meetings.form_taps import AskMeeting, SaveMeeting
from bot.views.meetings.taps import AnnounceMeeting, CallOffMeeting
from bot.views.reader import Reader
from db.models.meetings import MeetingDraft
from tests.support.screens import TYPED, in_each_language, meeting, shows_as_typed, taps


def draft(**values: object) -> MeetingDraft:
    usual = {"id": 12, "title": {"fr": TYPED}, "description": {}, "days": ["2026-12-15", "2026-12-25"]}
    times = {"starts_at": time(13, 30), "ends_at": time(15, 30), "reminders": [1440, 120]}
    return MeetingDraft(**usual | times | {"location_id": None} | values)


def test_each_part_can_be_changed_and_a_title_is_no_markup(readers: dict[str, Reader]) -> None:
    screen = in_each_language(readers, lambda reader: views.overview(reader, draft()))["en"]
    assert shows_as_typed(screen)
    assert {SaveMeeting(12), AskMeeting(12, "repeat"), AskMeeting(12, "limit")} <= set(taps(screen))
    assert "Reminders: 1 day before and 2 hours before" in screen.text
    assert AskMeeting(12, "repeat") not in taps(views.overview(readers["en"], draft(meeting_id="coffee")))


def test_days_in_the_way_are_named_and_left_out_only_if_others_stay(readers: dict[str, Reader]) -> None:
    place = readers["en"].desk.directory.main_location.id
    screen = in_each_language(readers, lambda reader: views.in_the_way(reader, draft(location_id=place)))["en"]
    assert "25 December 2026" in screen.text
    assert "15 December" not in screen.text
    assert SaveMeeting(12, "without") in taps(screen)
    alone = views.in_the_way(readers["en"], draft(location_id=place, days=["2026-12-25"]))
    assert SaveMeeting(12, "without") not in taps(alone)


def test_saved_and_called_off_say_what_became_of_an_announcement(readers: dict[str, Reader]) -> None:
    one = meeting(location_id=None)
    for put_back in (0, 1):
        saved = in_each_language(readers, lambda reader, n=put_back: views.saved(reader, [one], n))["en"]  # type: ignore[misc]
        gone = in_each_language(readers, lambda reader, n=put_back: views.called_off(reader.speech, n))["en"]  # type: ignore[misc]
        assert ("draft again" in saved.text) is ("draft again" in gone.text) is bool(put_back)
        assert AnnounceMeeting("coffee") in taps(saved)
    asked = in_each_language(readers, lambda reader: views.cancel(reader, one))["en"]
    assert CallOffMeeting("coffee", sure=True) in taps(asked)
