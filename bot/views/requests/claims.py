"""What a volunteer holds: the private part, an appointment, giving it back, handing it over, closing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from markupsafe import Markup

from bot.domain.requests import PRIVATE_FIELDS
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.usecases.requests.private_parts import Seen
from bot.views.menu import back
from bot.views.requests import wording as words
from bot.views.requests.own import appointment, meeting
from bot.views.screen import Button, Media, Screen, Shows, bold, paragraphs, rows
from bot.views.widgets import example
from db.models.requests import Appointment, HelpRequest
from db.models.team import Volunteer

DAYS = 6  # that can be picked for an appointment
HOURS = range(8, 21)


def mine(
    speech: Speech,
    desk: Desk,
    held: Sequence[HelpRequest],
    logged: Sequence[HelpRequest],
    coming: Sequence[Appointment],
    now: datetime,
) -> Screen:
    """What they hold, with its appointments, then what they logged for neighbours."""
    codes = {one.id: words.code(speech, one) for one in held}
    dates = [Markup("{} · {}").format(codes[one.request_id], meeting(speech, desk, one)) for one in coming]
    text = paragraphs(
        speech.say("🙌 <b>My requests</b>"),
        None if held else speech.say("You hold none at the moment."),
        Markup("\n").join(dates),
        speech.say("🤝 held by you · 📝 logged by you for a neighbour") if held or logged else None,
    )
    holding = [(Button("🤝 " + words.on_button(speech, desk, one, now), "claim", str(one.id)),) for one in held]
    others = [one for one in logged if one.id not in {each.id for each in held}]
    own = [(Button("📝 " + words.on_button(speech, desk, one, now), "ask.one", str(one.id)),) for one in others]
    return Screen(text, rows(speech, *holding, *own, back(speech, "board")))


def claimed(
    speech: Speech,
    desk: Desk,
    request: HelpRequest,
    now: datetime,
    coming: Sequence[Appointment] = (),
    new: bool = False,
) -> Screen:
    """One that they hold, and all that they can do with it. Where they meet is in the private part."""
    dates = Markup("\n").join(meeting(speech, desk, one) for one in coming)
    where = speech.say("📍 Where you meet: tap 🔒.") if any(one.place for one in coming) else None
    item = str(request.id)
    text = paragraphs(
        speech.say("🎉 <b>Thank you! {code} is yours now.</b>", code=words.code(speech, request))
        if new
        else speech.say("🤝 <b>You are helping with {code}.</b>", code=words.code(speech, request)),
        words.public_part(speech, desk, request, now),
        Markup("\n").join(line for line in (dates, where) if line),
        words.never_call(speech, request),
    )
    talk = Button(speech.plain("💬 Write to the person"), "talk", item)
    talks = request.for_person_id is not None and request.talk_ended_at is None
    return Screen(
        text,
        rows(
            speech,
            (Button(speech.plain("🔒 Name, phone, address"), "claim.look", item),),
            (talk,) if talks else (),
            (Button(speech.plain("📅 Appointment"), "claim.meet", item),),
            (Button(speech.plain("✅ Close it"), "claim.close", item),),
            (
                Button(speech.plain("↩️ Give it back"), "claim.release", item),
                Button(speech.plain("👋 Hand it over"), "claim.hand", item),
            ),
            back(speech, "claims"),
        ),
    )


def private(speech: Speech, desk: Desk, seen: Seen) -> list[Screen]:
    """The private part, with the note that this look was written down; a voice note or a photo after it."""
    labels = _private_labels(speech)
    shown = {name: seen.fields[name] for name in PRIVATE_FIELDS if name in labels and seen.fields.get(name)}
    lines = [
        speech.say("{label}: {value}", label=labels[name], value=bold(Markup.escape(_value(speech, name, value))))
        for name, value in shown.items()
    ]
    text = paragraphs(
        speech.say("🔒 <b>Private</b> · {code}", code=words.code(speech, seen.request)),
        Markup("\n").join(lines) or speech.say("Nothing is written here."),
        Markup("\n").join(appointment(speech, desk, at, place) for at, place in seen.appointments),
        words.never_call(speech, seen.request),
        Markup("📝 {}").format(seen.debrief) if seen.debrief else None,
        speech.say("👁 Each look at this is written down. Please tell it to nobody."),
        speech.say("⏳ It goes from this chat after two days, or earlier. Then you can look again."),
    )
    shows = Shows(seen.request.id, seen.request.code, seen.request.changed_at)
    hide = Button(speech.plain("🙈 I have read it: take it away"), "claim.hide", str(seen.request.id))
    first = Screen(text, rows(speech, (hide,)), anew=True, shows=shows)
    photo = seen.fields.get("photo")
    voice = seen.fields.get("voice")
    files = [Media("photo", photo)] if photo else []
    files += [Media("voice", voice)] if voice else []
    more = (Screen(words.code(speech, seen.request), media=file, anew=True, shows=shows) for file in files)
    return [first, *more]


def hidden(speech: Speech, request: HelpRequest, holds: bool) -> Screen:
    """Below it: what was tapped goes."""
    text = speech.say("🙈 {code}: it goes from this chat now.", code=words.code(speech, request))
    to_desk = (Button(speech.plain("⬅️ To the request"), "desk.one", str(request.id)),)
    return Screen(text, rows(speech, to_claim(speech, request.id) if holds else to_desk), anew=True)


def ask_reason(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("↩️ <b>Give {code} back?</b> Why?", code=words.code(speech, request))
    choices = [
        (Button(name, "claim.release", f"{request.id}.{reason}"),) for reason, name in words.reasons(speech).items()
    ]
    return Screen(text, rows(speech, *choices, to_claim(speech, request.id)))


def released(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("↩️ {code} is on the board again. Thank you for saying so.", code=words.code(speech, request))
    return Screen(text, rows(speech, back(speech, "board")))


def ask_colleague(speech: Speech, request: HelpRequest, colleagues: Sequence[Volunteer]) -> Screen:
    text = paragraphs(
        speech.say("👋 <b>To whom do you want to hand over {code}?</b>", code=words.code(speech, request)),
        None if colleagues else speech.say("There is nobody else in the team yet."),
        speech.say("It stays yours until they say yes."),
    )
    names = [(Button(f"🙂 {one.name}", "claim.hand", f"{request.id}.{one.person_id}"),) for one in colleagues]
    return Screen(text, rows(speech, *names, to_claim(speech, request.id)))


def offered(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("👋 I have asked. {code} stays yours until they say yes.", code=words.code(speech, request))
    return Screen(text, rows(speech, to_claim(speech, request.id)))


def declined(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("👌 All right. {code} stays where it is.", code=words.code(speech, request))
    return Screen(text, rows(speech, back(speech, "board")))


def ask_outcome(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("✅ <b>Close {code}: how did it go?</b>", code=words.code(speech, request))
    choices = [
        (Button(name, "claim.close", f"{request.id}.{outcome}"),) for outcome, name in words.outcomes(speech).items()
    ]
    return Screen(text, rows(speech, *choices, to_claim(speech, request.id)))


def ask_debrief(speech: Speech, request_id: int, outcome: str) -> Screen:
    text = speech.say(
        "📝 <b>A word about it for the team?</b>\nWrite it here. It is kept private. Or close it without."
    )
    without = Button(speech.plain("✅ Close it without"), "claim.done", f"{request_id}.{outcome}")
    return Screen(text, rows(speech, (without,), (Button(speech.plain("⬅️ Back"), "claim.close", str(request_id)),)))


def closed(speech: Speech, request: HelpRequest) -> Screen:
    text = paragraphs(
        speech.say("✅ <b>{code} is closed.</b>", code=words.code(speech, request)),
        Markup.escape(words.outcomes(speech).get(request.outcome or "", "")),
        speech.say("Thank you for your help! 💛"),
    )
    return Screen(text, rows(speech, back(speech, "claims")))


def going_on(speech: Speech, request: HelpRequest) -> Screen:
    text = speech.say("👍 Good. {code} stays with you.", code=words.code(speech, request))
    return Screen(text, rows(speech, to_claim(speech, request.id)))


def ask_day(speech: Speech, desk: Desk, request_id: int, coming: Sequence[Appointment], today: date) -> Screen:
    """Appointments that stand can be cancelled; a new one by its day, or typed."""
    days = [today + timedelta(days=ahead) for ahead in range(DAYS)]
    picks = [Button(speech.short_date(day), "claim.day", f"{request_id}.{day.isoformat()}") for day in days]
    stand = [
        (
            Button(
                "✖️ " + speech.plain("Cancel: {when}").format(when=_when(speech, desk, one)), "claim.unmeet", str(one.id)
            ),
        )
        for one in coming
    ]
    text = paragraphs(
        speech.say("📅 <b>Appointment</b>"),
        Markup("\n").join(meeting(speech, desk, one) for one in coming),
        speech.say("Tap a day for a new one, or write day and time. Both of you are reminded."),
        example(speech),
    )
    pairs = (tuple(picks[at : at + 2]) for at in range(0, DAYS, 2))
    return Screen(text, rows(speech, *stand, *pairs, to_claim(speech, request_id)))


def ask_hour(speech: Speech, request_id: int, day: date, now: datetime) -> Screen:
    first = now.hour + 1 if day == now.date() else 0
    item = f"{request_id}.{day.isoformat()}"
    picks = [Button(f"{hour:02}:00", "claim.hour", f"{item}.{hour:02}00") for hour in HOURS if hour >= first]
    text = paragraphs(
        speech.say("🕒 {date}: at what time?", date=speech.date(day)),
        None if picks else speech.say("Today it is too late. Please choose another day."),
    )
    lines = (tuple(picks[at : at + 4]) for at in range(0, len(picks), 4))
    return Screen(text, rows(speech, *lines, (Button(speech.plain("⬅️ Back"), "claim.meet", str(request_id)),)))


def ask_place(speech: Speech, request_id: int, at: datetime) -> Screen:
    text = paragraphs(
        speech.say("📅 {date}, {time}", date=speech.date(at.date()), time=speech.time(at.time())),
        speech.say("📍 <b>Where do you meet?</b> Write it here. Only you two and the team can see it."),
    )
    none = Button(speech.plain("⏭ Skip"), "claim.met", f"{request_id}.{at:%Y-%m-%d.%H%M}")
    return Screen(text, rows(speech, (none,), (Button(speech.plain("⬅️ Back"), "claim.meet", str(request_id)),)))


def appointed(speech: Speech, desk: Desk, appointment: Appointment, place: str) -> Screen:
    text = paragraphs(
        speech.say("✅ <b>Noted.</b>"),
        meeting(speech, desk, appointment),
        speech.say("{label}: {value}", label=speech.plain("📍 Place"), value=place) if place else None,
        speech.say("I remind you both."),
    )
    return Screen(text, rows(speech, to_claim(speech, appointment.request_id)))


def unappointed(speech: Speech, desk: Desk, appointment: Appointment) -> Screen:
    text = paragraphs(speech.say("✖️ <b>This appointment is cancelled:</b>"), meeting(speech, desk, appointment))
    return Screen(text, rows(speech, to_claim(speech, appointment.request_id)))


def happened(speech: Speech, request: HelpRequest, took_place: bool) -> Screen:
    text = (
        speech.say("👍 Good to know. Thank you!")
        if took_place
        else speech.say("👌 I ask whether help is still needed.")
    )
    return Screen(text, rows(speech, to_claim(speech, request.id)))


def to_claim(speech: Speech, request_id: int) -> tuple[Button, ...]:
    return (Button(speech.plain("⬅️ To the request"), "claim", str(request_id)),)


def _when(speech: Speech, desk: Desk, appointment: Appointment) -> str:
    local = appointment.at.astimezone(desk.directory.zone())
    return f"{speech.short_date(local.date())} {local:%H:%M}"


def _value(speech: Speech, name: str, value: str) -> str:
    return speech.ltr(value) if name == "phone" else value


def _private_labels(speech: Speech) -> Mapping[str, str]:
    return {
        "name": speech.plain("🙂 Name"),
        "phone": speech.plain("📞 Phone"),
        "address": speech.plain("🏠 Address"),
        "note": speech.plain("📝 Note"),
    }
