"""Requests as coordinators see them: what waits, who looks after it, what happened to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from bot.domain.requests import Action, State
from bot.domain.roles import ADMINISTRATOR
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.menu import back
from bot.views.requests import wording as words
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.team.members import role_name
from db.models.requests import HelpRequest, Look, RequestEvent

SHOWN = 15  # events and looks on one screen


def waiting(speech: Speech, desk: Desk, state: State, requests: Sequence[HelpRequest], now: datetime) -> Screen:
    """Those in that state, what waits longest first; tabs for the other states."""
    text = paragraphs(
        speech.say("🗂 <b>Requests</b>"),
        Markup.escape(words.states(speech)[state]),
        None if requests else speech.say("There is nothing here."),
    )
    found = [(Button(words.on_button(speech, desk, one, now), "desk.one", str(one.id)),) for one in requests]
    tabs = [
        (Button(("• " if one == state else "") + words.states(speech)[one], "desk", one.value),)
        for one in (State.TO_APPROVE, State.OPEN, State.CLAIMED)
    ]
    return Screen(text, rows(speech, *found, *tabs, back(speech)))


def card(speech: Speech, desk: Desk, request: HelpRequest, names: Mapping[int, str], now: datetime) -> Screen:
    item = str(request.id)
    text = paragraphs(
        Markup("{}  {}").format(words.code(speech, request), words.states(speech)[request.state]),
        words.public_part(speech, desk, request, now),
        _who(speech, speech.plain("🤝 Helping"), request.holder_id, names),
        _who(speech, speech.plain("🧭 Looking after it"), request.referent_id, names),
    )
    to_approve = request.state == State.TO_APPROVE
    running = request.state in (State.TO_APPROVE, State.OPEN, State.CLAIMED)
    approve = Button(speech.plain("✅ To the board"), "desk.approve", item)
    assign = Button(speech.plain("🧭 Who looks after it"), "desk.assign", item)
    look = Button(speech.plain("🔒 Name, phone, address"), "desk.look", item)
    audit = Button(speech.plain("👁 Who did and saw what"), "desk.audit", item)
    cancel = Button(speech.plain("✖️ Cancel it"), "ask.cancel", item)
    return Screen(
        text,
        rows(
            speech,
            (approve,) if to_approve else (),
            (assign,) if running else (),
            (look,),
            (audit,),
            (cancel,) if running else (),
            back(speech, "desk"),
        ),
    )


def choose_referent(speech: Speech, request: HelpRequest, team: Mapping[int, str]) -> Screen:
    text = speech.say("🧭 <b>Who looks after {code}?</b>", code=words.code(speech, request))
    people = [
        (
            Button(
                ("✅ " if one == request.referent_id else "") + f"🙂 {name or role_name(speech, ADMINISTRATOR)}",
                "desk.assign",
                f"{request.id}.{one}",
            ),
        )
        for one, name in team.items()
    ]
    nobody = Button(speech.plain("🚫 Nobody"), "desk.assign", f"{request.id}.0")
    return Screen(text, rows(speech, *people, (nobody,), _to_card(speech, request)))


def audit(
    speech: Speech,
    desk: Desk,
    request: HelpRequest,
    events: Sequence[RequestEvent],
    looks: Sequence[Look],
    names: Mapping[int, str],
) -> Screen:
    """What happened, then who saw the private part; the latest last."""
    did = [
        Markup("{} · {} · {}").format(
            _at(speech, desk, event.at), _actions(speech)[event.what], _name(speech, event.who, names)
        )
        for event in events[-SHOWN:]
    ]
    saw = [
        Markup("{} · {}").format(_at(speech, desk, look.at), _name(speech, look.person_id, names))
        for look in looks[:SHOWN]
    ]
    text = paragraphs(
        speech.say("👁 <b>Who did and saw what</b> · {code}", code=words.code(speech, request)),
        Markup("\n").join(did),
        speech.say("🔒 <b>Saw the private part:</b>") + "\n" + (Markup("\n").join(saw) or speech.say("nobody")),
    )
    return Screen(text, rows(speech, _to_card(speech, request)))


def _to_card(speech: Speech, request: HelpRequest) -> tuple[Button, ...]:
    return (Button(speech.plain("⬅️ To the request"), "desk.one", str(request.id)),)


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


def _at(speech: Speech, desk: Desk, at: datetime) -> str:
    local = at.astimezone(desk.directory.zone())
    return speech.ltr(f"{local:%d/%m %H:%M}")


def _actions(speech: Speech) -> Mapping[str, str]:
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
