"""What a volunteer holds, and all that they can do with it."""

from __future__ import annotations

from bot.domain.requests import ContactWay, Outcome, Reason, RequestState
from bot.views.reader import Reader
from bot.views.requests import claims as views
from bot.views.requests.claim_taps import AskDebrief, HandOverClaim, ReleaseClaim, ShowClaim, ViewPrivatePart
from bot.views.requests.taps import ShowRequest, WriteToOther
from db.models.requests import Appointment
from db.models.team import Volunteer
from tests.support.network import MARC, NOW
from tests.support.screens import SOON, in_each_language, request, taps

MEETS = Appointment(request_id=12, at=SOON, place=b"encrypted")


def test_the_dates_stand_there_and_not_the_place(readers: dict[str, Reader]) -> None:
    one = request(state=RequestState.CLAIMED, holder_id=MARC)
    screen = in_each_language(readers, lambda reader: views.claimed(reader, one, [MEETS]))["en"]
    assert "23 November 2026, 09:30" in screen.text
    assert "tap 🔒" in screen.text
    assert {ViewPrivatePart(12), WriteToOther(12), AskDebrief(12), ReleaseClaim(12)} <= set(taps(screen))
    mine = in_each_language(readers, lambda reader: views.mine(reader, [one], [one, request(id=13)], [MEETS]))["en"]
    assert [tap for tap in taps(mine) if isinstance(tap, ShowClaim | ShowRequest)] == [ShowClaim(12), ShowRequest(13)]


def test_with_whom_nobody_can_talk_there_is_no_conversation(readers: dict[str, Reader]) -> None:
    for values in ({"for_person_id": None}, {"talk_ended_at": NOW}):
        assert WriteToOther(12) not in taps(views.claimed(readers["en"], request(**values)))
    deaf = views.claimed(readers["en"], request(reach=ContactWay.SIGN))
    assert "never use the phone" in deaf.text


def test_each_reason_each_outcome_and_each_colleague_is_one_tap(readers: dict[str, Reader]) -> None:
    one, sofie = request(), Volunteer(person_id=7, name="Sofie & <i>co</i>")
    for shown, expected in (
        (views.ask_reason, {ReleaseClaim(12, reason) for reason in Reason}),
        (views.ask_outcome, {AskDebrief(12, outcome) for outcome in Outcome}),
        (lambda speech, one: views.ask_colleague(speech, one, [sofie]), {HandOverClaim(12, 7)}),
    ):
        screen = in_each_language(readers, lambda reader, shown=shown: shown(reader.speech, one))["en"]  # type: ignore[misc]
        assert expected <= set(taps(screen))
    assert "There is nobody else" in views.ask_colleague(readers["en"].speech, one, []).text


def test_what_was_done_is_said_with_the_code(readers: dict[str, Reader]) -> None:
    over = request(outcome=Outcome.PARTLY)
    for shown in (views.released, views.offered, views.declined, views.closed, views.going_on):
        assert "R-4F7K" in in_each_language(readers, lambda reader, shown=shown: shown(reader.speech, over))["en"].text  # type: ignore[misc]
