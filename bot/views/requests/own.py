"""What residents see of their own requests, and the conversation with who helps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from bot.domain.requests import State
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.menu import back
from bot.views.requests import wording as words
from bot.views.screen import Button, Copied, Screen, paragraphs, rows
from db.models.notices import Notice
from db.models.requests import Appointment, HelpRequest

NEW = "new"


def own(speech: Speech, desk: Desk, requests: Sequence[HelpRequest], now: datetime) -> Screen:
    """What they asked for, or logged for a neighbour, and the way to ask for more."""
    text = paragraphs(
        speech.say("🙋 <b>Ask for help</b>"),
        speech.say("Volunteers from the neighbourhood can help: with a letter, on the way, at the doctor’s, …"),
        speech.say("These are running:") if requests else None,
    )
    running = [(Button(words.on_button(speech, desk, one, now), "ask.one", str(one.id)),) for one in requests]
    new = Button(speech.plain("➕ Ask for something"), "ask.new")
    return Screen(text, rows(speech, *running, (new,), back(speech)))


def status(
    speech: Speech, desk: Desk, request: HelpRequest, now: datetime, appointments: Sequence[tuple[datetime, str]] = ()
) -> Screen:
    """Where it stands, in one line; the request as volunteers read it; what can be done."""
    lines = [appointment(speech, desk, at, place) for at, place in appointments]
    outcome = words.outcomes(speech).get(request.outcome or "")
    text = paragraphs(
        Markup("{}  {}").format(words.code(speech, request), words.states(speech)[request.state]),
        Markup.escape(outcome) if outcome else None,
        Markup("\n").join(lines),
        words.public_part(speech, desk, request, now),
    )
    item = str(request.id)
    talk = Button(speech.plain("💬 Write to who helps"), "talk", item)
    cancel = Button(speech.plain("✖️ I do not need it any more"), "ask.cancel", item)
    talks = request.state == State.CLAIMED and request.for_person_id is not None and request.talk_ended_at is None
    running = request.state in (State.TO_APPROVE, State.OPEN, State.CLAIMED)
    return Screen(text, rows(speech, (talk,) if talks else (), (cancel,) if running else (), back(speech, "ask")))


def meeting(speech: Speech, desk: Desk, appointment: Appointment) -> Markup:
    return moment(speech, desk, appointment.at)


def moment(speech: Speech, desk: Desk, at: datetime) -> Markup:
    local = at.astimezone(desk.directory.zone())
    return speech.say("📅 {date}, {time}", date=speech.date(local.date()), time=speech.time(local.time()))


def appointment(speech: Speech, desk: Desk, at: datetime, place: str) -> Markup:
    where = "\n" + speech.say("{label}: {value}", label=speech.plain("📍 Place"), value=place) if place else ""
    return moment(speech, desk, at) + where


def ask_cancel(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("✖️ {code}: is it not needed any more?", code=words.code(speech, request))
    yes = Button(speech.plain("✅ Yes, cancel it"), "ask.cancel", f"{request.id}.yes")
    no = Button(speech.plain("⬅️ Back"), "ask.one", str(request.id))
    return Screen(text, rows(speech, (yes,), (no,)))


def cancelled(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("✖️ {code} is cancelled. You can always ask again.", code=words.code(speech, request))
    return Screen(text, rows(speech, back(speech, "ask")))


def talk(speech: Speech, request: HelpRequest, sent: bool = False) -> Screen:
    """What they write from now on goes to the other."""
    how = paragraphs(
        speech.say("💬 <b>You are writing about {code}.</b>", code=words.code(speech, request)),
        speech.say("What you send now goes to the other person: words, voice 🎤, photo 📷, document 📄 or place 📍."),
        speech.say("They see neither your name nor your number, unless you write it."),
        words.never_call(speech, request),
    )
    text = speech.say("✓ Passed on. You can write more.") if sent else how
    return Screen(text, rows(speech, *_talking(speech, request)), anew=True)


def talk_only(speech: Speech, request: HelpRequest) -> Screen:
    """Something that is not passed on."""
    text = speech.say("I can pass on words, voice messages, photos, documents and places. Please send one of these.")
    return Screen(text, rows(speech, *_talking(speech, request)))


def paused(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("⏸ What you write now stays between you and me.")
    again = Button(speech.plain("💬 Write again"), "talk", str(request.id))
    return Screen(text, rows(speech, (again,), back(speech)))


def talk_ended(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say(
        "⏹ The conversation about {code} has ended. Nobody can write in it any more.", code=words.code(speech, request)
    )
    return Screen(text, rows(speech, back(speech)))


def over(speech: Speech) -> Screen:
    text = speech.say("⏹ This conversation has ended. What you write is not passed on any more.")
    return Screen(text, rows(speech, back(speech, "ask", "contact")))


def _talking(speech: Speech, request: HelpRequest) -> list[tuple[Button, ...]]:
    item = str(request.id)
    pause = Button(speech.plain("⏸ Enough for now"), "talk.pause", item)
    end = Button(speech.plain("⏹ End the conversation"), "talk.end", item)
    return [(pause,), (end,)]


def passed_on(speech: Speech, _desk: Desk, notice: Notice, _broadcast: object) -> Screen:
    """What the other wrote, as they wrote it, with the way to answer."""
    where = notice.params
    answer = Button(speech.plain("💬 Answer") + f" · {speech.ltr(where['code'])}", "talk", str(where["request"]))
    return Screen(rows=rows(speech, (answer,)), copied=Copied(where["from_chat"], where["message_id"]))
