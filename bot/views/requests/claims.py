"""What a volunteer holds: giving it back, handing it over, closing it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.domain.requests import Outcome
from bot.i18n import Speech
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.requests import wording as words
from bot.views.requests.claim_taps import (
    AskDay,
    AskDebrief,
    CloseClaim,
    HandOverClaim,
    ReleaseClaim,
    ShowClaim,
    ViewPrivatePart,
)
from bot.views.requests.taps import ShowBoard, ShowClaims, ShowRequest, WriteToOther
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.widgets import back_to, pick_one
from db.models.requests import Appointment, HelpRequest
from db.models.team import Volunteer


def mine(
    reader: Reader, held: Sequence[HelpRequest], logged: Sequence[HelpRequest], coming: Sequence[Appointment]
) -> Screen:
    """What they hold, with its appointments, then what they logged for neighbours."""
    speech = reader.speech
    codes = {one.id: words.code(speech, one) for one in held}
    dates = [Markup("{} · {}").format(codes[one.request_id], words.moment(reader, one.at)) for one in coming]
    text = paragraphs(
        speech.say("🙌 <b>My requests</b>"),
        None if held else speech.say("You hold none at the moment."),
        Markup("\n").join(dates),
        speech.say("🤝 held by you · 📝 logged by you for a neighbour") if held or logged else None,
    )
    holding = [(Button("🤝 " + words.on_button(reader, one), ShowClaim(one.id)),) for one in held]
    others = [one for one in logged if one.id not in codes]
    own = [(Button("📝 " + words.on_button(reader, one), ShowRequest(one.id)),) for one in others]
    return Screen(text, rows(speech, *holding, *own, back(speech, ShowBoard())))


def claimed(reader: Reader, request: HelpRequest, coming: Sequence[Appointment] = (), new: bool = False) -> Screen:
    """One that they hold, and all that they can do with it. Where they meet is in the private part."""
    speech, code = reader.speech, words.code(reader.speech, request)
    dates = [words.moment(reader, one.at) for one in coming]
    where = [speech.say("📍 Where you meet: tap 🔒.")] if any(one.place for one in coming) else []
    text = paragraphs(
        speech.say("🎉 <b>Thank you! {code} is yours now.</b>", code=code)
        if new
        else speech.say("🤝 <b>You are helping with {code}.</b>", code=code),
        words.public_part(reader, request),
        Markup("\n").join([*dates, *where]),
        words.never_call(speech, request),
    )
    talk = Button(speech.plain("💬 Write to the person"), WriteToOther(request.id))
    talks = request.for_person_id is not None and request.talk_ended_at is None
    return Screen(
        text,
        rows(
            speech,
            (Button(speech.plain("🔒 Name, phone, address"), ViewPrivatePart(request.id)),),
            (talk,) if talks else (),
            (Button(speech.plain("📅 Appointment"), AskDay(request.id)),),
            (Button(speech.plain("✅ Close it"), AskDebrief(request.id)),),
            (
                Button(speech.plain("↩️ Give it back"), ReleaseClaim(request.id)),
                Button(speech.plain("👋 Hand it over"), HandOverClaim(request.id)),
            ),
            back(speech, ShowClaims()),
        ),
    )


def ask_reason(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("↩️ <b>Give {code} back?</b> Why?", code=words.code(speech, request))
    choices = pick_one(words.reasons(speech), lambda reason: ReleaseClaim(request.id, reason))
    return Screen(text, rows(speech, *choices, to_claim(speech, request.id)))


def released(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("↩️ {code} is on the board again. Thank you for saying so.", code=words.code(speech, request))
    return Screen(text, rows(speech, back(speech, ShowBoard())))


def ask_colleague(speech: Speech, request: HelpRequest, colleagues: Sequence[Volunteer]) -> Screen:
    text = paragraphs(
        speech.say("👋 <b>To whom do you want to hand over {code}?</b>", code=words.code(speech, request)),
        None if colleagues else speech.say("There is nobody else in the team yet."),
        speech.say("It stays yours until they say yes."),
    )
    names = {one.person_id: f"🙂 {one.name}" for one in colleagues}
    choices = pick_one(names, lambda to_id: HandOverClaim(request.id, to_id))
    return Screen(text, rows(speech, *choices, to_claim(speech, request.id)))


def offered(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("👋 I have asked. {code} stays yours until they say yes.", code=words.code(speech, request))
    return Screen(text, rows(speech, to_claim(speech, request.id)))


def declined(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("👌 All right. {code} stays where it is.", code=words.code(speech, request))
    return Screen(text, rows(speech, back(speech, ShowBoard())))


def ask_outcome(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("✅ <b>Close {code}: how did it go?</b>", code=words.code(speech, request))
    choices = pick_one(words.outcomes(speech), lambda outcome: AskDebrief(request.id, outcome))
    return Screen(text, rows(speech, *choices, to_claim(speech, request.id)))


def ask_debrief(speech: Speech, request_id: int, outcome: Outcome) -> Screen:
    text = speech.say(
        "📝 <b>A word about it for the team?</b>\nWrite it here. It is kept private. Or close it without."
    )
    without = Button(speech.plain("✅ Close it without"), CloseClaim(request_id, outcome))
    buttons = rows(speech, (without,), back_to(speech, AskDebrief(request_id)))
    return Screen(text, buttons, asks=AskDebrief(request_id, outcome))


def closed(speech: Speech, request: HelpRequest) -> Screen:
    text = paragraphs(
        speech.say("✅ <b>{code} is closed.</b>", code=words.code(speech, request)),
        Markup.escape(words.outcomes(speech)[request.outcome]) if request.outcome else None,
        speech.say("Thank you for your help! 💛"),
    )
    return Screen(text, rows(speech, back(speech, ShowClaims())))


def going_on(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("👍 Good. {code} stays with you.", code=words.code(speech, request))
    return Screen(text, rows(speech, to_claim(speech, request.id)))


def to_claim(speech: Speech, request_id: int) -> tuple[Button, ...]:
    return (Button(speech.plain("⬅️ To the request"), ShowClaim(request_id)),)
