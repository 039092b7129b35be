"""Requests as coordinators see them."""

from __future__ import annotations

from bot.domain.requests import Action, RequestState
from bot.views.reader import Reader
from bot.views.requests import coordination as views
from bot.views.requests.taps import ApproveRequest, AssignReferent, CancelRequest, CoordinateRequest, ShowWaiting
from db.models.requests import PrivateView, RequestEvent
from tests.support.network import AMINA, CLAIRE, MARC, NOW
from tests.support.screens import TYPED, in_each_language, request, shows_as_typed, taps

NAMES = {MARC: TYPED, CLAIRE: ""}


def test_what_waits_has_tabs_and_a_button_each(readers: dict[str, Reader]) -> None:
    screen = in_each_language(readers, lambda reader: views.waiting(reader, RequestState.OPEN, [request()]))["en"]
    assert CoordinateRequest(12) in taps(screen)
    assert {ShowWaiting(state) for state in views.TABS} <= set(taps(screen))


def test_only_what_waits_for_it_is_approved_and_what_is_over_stays_over(readers: dict[str, Reader]) -> None:
    for state, offered in (
        (RequestState.TO_APPROVE, {ApproveRequest(12), AssignReferent(12), CancelRequest(12)}),
        (RequestState.CLAIMED, {AssignReferent(12), CancelRequest(12)}),
        (RequestState.CLOSED, set()),
    ):
        one = request(state=state, holder_id=MARC)
        screen = in_each_language(readers, lambda reader, one=one: views.card(reader, one, NAMES))["en"]  # type: ignore[misc]
        assert {
            tap for tap in taps(screen) if isinstance(tap, ApproveRequest | AssignReferent | CancelRequest)
        } == offered
        assert shows_as_typed(screen)


def test_who_did_what_names_the_team_and_no_resident(readers: dict[str, Reader]) -> None:
    did = [
        RequestEvent(at=NOW, who=who, what=what, detail={})
        for who, what in ((AMINA, Action.LOG), (None, Action.EXPIRE))
    ]
    saw = [PrivateView(person_id=CLAIRE, at=NOW)]
    screen = in_each_language(readers, lambda reader: views.audit(reader, request(), did, saw, NAMES))["en"]
    for words in ("a resident", "the bot", "administrator", "21/11 12:00"):
        assert words in screen.text
    assert str(AMINA) not in screen.text
    chosen = in_each_language(readers, lambda reader: views.choose_referent(reader.speech, request(), NAMES))["en"]
    assert {AssignReferent(12, MARC), AssignReferent(12, CLAIRE), AssignReferent(12, views.NOBODY)} <= set(taps(chosen))
