"""Requests as coordinators see them: what waits, who looks after it, what happened to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from bot.domain.requests import Action, RequestState
from bot.domain.roles import ADMINISTRATOR
from bot.i18n import Speech
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.requests import wording as words
from bot.views.requests.taps import (
    ApproveRequest,
    AssignReferent,
    CancelRequest,
    CoordinateRequest,
    CoordinatorViewsPrivatePart,
    ShowAuditLog,
    ShowWaiting,
)
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.team.names import role_name
from bot.views.widgets import pick_one
from db.models.requests import HelpRequest, PrivateView, RequestEvent

SHOWN = 15  # events and views on one screen
NOBODY = 0
TABS = (RequestState.TO_APPROVE, RequestState.OPEN, RequestState.CLAIMED)


def waiting(reader: Reader, state: RequestState, requests: Sequence[HelpRequest]) -> Screen:
    """Those in that state, what waits longest first; tabs for the other states."""
    speech, states = reader.speech, words.states(reader.speech)
    text = paragraphs(
        speech.say("🗂 <b>Requests</b>"),
        Markup.escape(states[state]),
        None if requests else speech.say("There is nothing here."),
    )
    found = [(Button(words.on_button(reader, one), CoordinateRequest(one.id)),) for one in requests]
    tabs = pick_one({one: states[one] for one in TABS}, ShowWaiting, state)
    return Screen(text, rows(speech, *found, *tabs, back(speech)))


def card(reader: Reader, request: HelpRequest, names: Mapping[int, str]) -> Screen:
    speech = reader.speech
    text = paragraphs(
        Markup("{}  {}").format(words.code(speech, request), words.states(speech)[request.state]),
        words.public_part(reader, request),
        _who(speech, speech.plain("🤝 Helping"), request.holder_id, names),
        _who(speech, speech.plain("🧭 Looking after it"), request.referent_id, names),
    )
    approve = Button(speech.plain("✅ To the board"), ApproveRequest(request.id))
    assign = Button(speech.plain("🧭 Who looks after it"), AssignReferent(request.id))
    view = Button(speech.plain("🔒 Name, phone, address"), CoordinatorViewsPrivatePart(request.id))
    audit = Button(speech.plain("👁 Who did and saw what"), ShowAuditLog(request.id))
    cancel = Button(speech.plain("✖️ Cancel it"), CancelRequest(request.id))
    running = request.state in TABS
    buttons = (
        (approve,) if request.state == RequestState.TO_APPROVE else (),
        (assign,) if running else (),
        (view,),
        (audit,),
        (cancel,) if running else (),
    )
    return Screen(text, rows(speech, *buttons, back(speech, ShowWaiting())))


def choose_referent(speech: Speech, request: HelpRequest, team: Mapping[int, str]) -> Screen:
    text = speech.say("🧭 <b>Who looks after {code}?</b>", code=words.code(speech, request))
    names = {one: f"🙂 {name or role_name(speech, ADMINISTRATOR)}" for one, name in team.items()}
    names[NOBODY] = speech.plain("🚫 Nobody")
    people = pick_one(names, lambda one: AssignReferent(request.id, one), request.referent_id)
    return Screen(text, rows(speech, *people, to_card(speech, request.id)))


def audit(
    reader: Reader,
    request: HelpRequest,
    events: Sequence[RequestEvent],
    views: Sequence[PrivateView],
    names: Mapping[int, str],
) -> Screen:
    """What happened, then who saw the private part; the latest last."""
    speech, actions = reader.speech, _actions(reader.speech)
    did = [
        Markup("{} · {} · {}").format(_at(reader, event.at), actions[event.what], _name(speech, event.who, names))
        for event in events[-SHOWN:]
    ]
    saw = [
        Markup("{} · {}").format(_at(reader, view.at), _name(speech, view.person_id, names)) for view in views[:SHOWN]
    ]
    text = paragraphs(
        speech.say("👁 <b>Who did and saw what</b> · {code}", code=words.code(speech, request)),
        Markup("\n").join(did),
        speech.say("🔒 <b>Saw the private part:</b>") + "\n" + (Markup("\n").join(saw) or speech.say("nobody")),
    )
    return Screen(text, rows(speech, to_card(speech, request.id)))


def to_card(speech: Speech, request_id: int) -> tuple[Button, ...]:
    return (Button(speech.plain("⬅️ To the request"), CoordinateRequest(request_id)),)


def _who(speech: Speech, label: str, person_id: int | None, names: Mapping[int, str]) -> Markup | None:
    if person_id is None:
        return None
    return speech.say("{label}: {value}", label=label, value=_name(speech, person_id, names))


def _name(speech: Speech, person_id: int | None, names: Mapping[int, str]) -> str:
    """Of somebody in the team, where administrators of the settings may have none; a resident stays nameless."""
    if person_id is None:
        return speech.plain("the bot")
    if person_id not in names:
        return speech.plain("a resident")
    return names[person_id] or role_name(speech, ADMINISTRATOR)


def _at(reader: Reader, at: datetime) -> str:
    local = at.astimezone(reader.desk.directory.zone())
    return reader.speech.ltr(f"{local:%d/%m %H:%M}")


def _actions(speech: Speech) -> Mapping[Action, str]:
    return {
        Action.LOG: speech.plain("logged"),
        Action.SUBMIT: speech.plain("logged, to be read by the team"),
        Action.APPROVE: speech.plain("put on the board"),
        Action.CLAIM: speech.plain("taken on"),
        Action.RELEASE: speech.plain("given back"),
        Action.TAKE_BACK: speech.plain("back on the board"),
        Action.HAND_OVER: speech.plain("handed over"),
        Action.CLOSE: speech.plain("closed"),
        Action.CANCEL: speech.plain("cancelled"),
        Action.EXPIRE: speech.plain("given up: nobody could"),
    }
