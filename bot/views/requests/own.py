"""What residents see of their own requests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from bot.domain.requests import RequestState
from bot.i18n import Speech
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.requests import wording as words
from bot.views.requests.form_taps import NewRequest
from bot.views.requests.taps import CancelRequest, ShowOwnRequests, ShowRequest, WriteToOther
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.widgets import back_to
from db.models.requests import HelpRequest


def own(reader: Reader, requests: Sequence[HelpRequest]) -> Screen:
    """What they asked for, or logged for a neighbour, and the way to ask for more."""
    speech = reader.speech
    text = paragraphs(
        speech.say("🙋 <b>Ask for help</b>"),
        speech.say("Volunteers from the neighbourhood can help: with a letter, on the way, at the doctor’s, …"),
        speech.say("These are running:") if requests else None,
    )
    running = [(Button(words.on_button(reader, one), ShowRequest(one.id)),) for one in requests]
    new = Button(speech.plain("➕ Ask for something"), NewRequest())
    return Screen(text, rows(speech, *running, (new,), back(speech)))


def status(reader: Reader, request: HelpRequest, appointments: Sequence[tuple[datetime, str]] = ()) -> Screen:
    """Where it stands, in one line; the request as volunteers read it; what can be done."""
    speech = reader.speech
    lines = [words.appointment(reader, at, place) for at, place in appointments]
    text = paragraphs(
        Markup("{}  {}").format(words.code(speech, request), words.states(speech)[request.state]),
        Markup.escape(words.outcomes(speech)[request.outcome]) if request.outcome else None,
        Markup("\n").join(lines),
        words.public_part(reader, request),
    )
    talk = Button(speech.plain("💬 Write to who helps"), WriteToOther(request.id))
    cancel = Button(speech.plain("✖️ I do not need it any more"), CancelRequest(request.id))
    claimed = request.state == RequestState.CLAIMED
    talks = claimed and request.for_person_id is not None and request.talk_ended_at is None
    running = claimed or request.state in (RequestState.TO_APPROVE, RequestState.OPEN)
    buttons = ((talk,) if talks else (), (cancel,) if running else (), back(speech, ShowOwnRequests()))
    return Screen(text, rows(speech, *buttons))


def ask_cancel(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("✖️ {code}: is it not needed any more?", code=words.code(speech, request))
    yes = Button(speech.plain("✅ Yes, cancel it"), CancelRequest(request.id, sure=True))
    return Screen(text, rows(speech, (yes,), back_to(speech, ShowRequest(request.id))))


def cancelled(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("✖️ {code} is cancelled. You can always ask again.", code=words.code(speech, request))
    return Screen(text, rows(speech, back(speech, ShowOwnRequests())))
