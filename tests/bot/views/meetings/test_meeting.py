"""Coming meetings, and what one can answer to them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.domain.roles import RESIDENT
from bot.usecases.meetings.rsvp import MeetingWithRsvp
from bot.views.meetings import meeting as views
from bot.views.meetings.taps import AnswerMeeting, CallOffMeeting, JoinOnline, ShowGuests
from bot.views.reader import Reader
from db.models.meetings import RSVP
from tests.support.meetings import STARTS
from tests.support.network import NOW
from tests.support.screens import in_each_language, meeting, taps


def seen(answer: str | None = None, free: int | None = None, **values: Any) -> MeetingWithRsvp:
    own = RSVP(answer=answer, people=2, interpreter="ar") if answer else None
    return MeetingWithRsvp(meeting(location_id=None, **values), own, free, NOW)


def test_ones_own_answer_stands_there_in_each_language(readers: dict[str, Reader]) -> None:
    for answer, said in (("going", "You come."), ("maybe", "perhaps"), ("waitlisted", "waiting list")):
        one = seen(answer)
        screen = in_each_language(readers, lambda reader, one=one: views.meeting(reader, one))["en"]  # type: ignore[misc]
        assert said in screen.text
        assert "Interpreter: Arabic" in screen.text
    assert "Interpreter" not in views.meeting(readers["en"], seen("not_going")).text


def test_after_the_deadline_there_is_only_a_no_and_after_the_end_nothing(readers: dict[str, Reader]) -> None:
    for one, given in (
        (seen(), ["going", "maybe", "not_going"]),
        (seen(answer_until=NOW), ["not_going"]),
        (replace(seen(), now=STARTS.replace(day=16)), []),
        (seen(cancelled_at=NOW), []),
    ):
        screen = in_each_language(readers, lambda reader, one=one: views.meeting(reader, one))["en"]  # type: ignore[misc]
        assert [tap.rsvp for tap in taps(screen) if isinstance(tap, AnswerMeeting)] == given


def test_the_link_is_for_who_comes_and_the_rest_for_the_team(readers: dict[str, Reader]) -> None:
    resident = replace(readers["en"], role=RESIDENT)
    link: dict[str, Any] = {"online_url": "https://meet.example/x"}
    assert JoinOnline("coffee") in taps(views.meeting(resident, seen("going", **link)))
    assert JoinOnline("coffee") not in taps(views.meeting(resident, seen("maybe", **link)))
    team = {ShowGuests("coffee"), CallOffMeeting("coffee")}
    assert team <= set(taps(views.meeting(readers["en"], seen())))
    assert team.isdisjoint(taps(views.meeting(resident, seen())))
    online = in_each_language(readers, lambda reader: views.online(reader.speech, seen(**link).meeting))["en"]
    assert online.rows[0][0].url == "https://meet.example/x"


def test_lists_and_choices_in_each_language(readers: dict[str, Reader]) -> None:
    in_each_language(readers, views.meetings)
    in_each_language(readers, lambda reader: views.choose_people(reader.speech, seen("going")))
    in_each_language(readers, lambda reader: views.choose_interpreter(reader, seen("going")))
