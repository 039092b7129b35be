"""Asking for help: one question at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from bot.domain.requests import OTHER, WEEKDAYS, ContactWay
from bot.i18n import Speech
from bot.views.directory.taps import ShowEmergency
from bot.views.labels import label
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.requests import wording as words
from bot.views.requests.form_steps import MAY_BE_SKIPPED, PICKED, PRIVATE, SEVERAL, steps
from bot.views.requests.form_taps import (
    FIX,
    NEXT,
    AskStep,
    KeepSentence,
    Mode,
    NewRequest,
    PickAnswer,
    PickedStep,
    ShowSummary,
    SkipStep,
    Step,
)
from bot.views.requests.summary import throw_away
from bot.views.requests.taps import ShowOwnRequests
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.widgets import back_to, pick_several
from db.models.requests import HelpRequest


def for_whom(speech: Speech) -> Screen:
    """Volunteers are asked first."""
    text = speech.say("🙋 <b>Ask for help</b>\n\nFor whom?")
    other = Button(speech.plain("🧑‍🤝‍🧑 For a neighbour"), NewRequest("other"))
    own = Button(speech.plain("🙂 For me"), NewRequest("self"))
    return Screen(text, rows(speech, (other,), (own,), back(speech)))


def unfinished(speech: Speech, draft: HelpRequest, step: Step) -> Screen:
    """One was begun before: go on with it, or not."""
    text = paragraphs(
        speech.say("📝 <b>You have begun to ask for help.</b>"),
        Markup("<blockquote>{}</blockquote>").format(draft.sentence) if draft.sentence else None,
        speech.say("Nothing is sent yet. Do you want to go on?"),
    )
    go_on = Button(speech.plain("▶️ Continue"), AskStep(draft.id, NEXT, step))
    return Screen(text, rows(speech, (go_on,), throw_away(speech, draft), back(speech)))


def thrown_away(speech: Speech) -> Screen:
    text = speech.say("🗑 It is thrown away. Nothing of it is kept.")
    return Screen(text, rows(speech, back(speech, ShowOwnRequests())))


def question(reader: Reader, draft: HelpRequest, step: Step, mode: Mode = NEXT) -> Screen:
    """What they write next answers it, and leaving it does not lose it."""
    speech, asked = reader.speech, steps(reader.desk, draft)
    place = asked.index(step) + 1 if step in asked else len(asked)
    text = paragraphs(
        Markup("<i>{} · {}</i>").format(speech.ltr(f"{place}/{len(asked)}"), words.code(speech, draft)),
        speech.say("🔒 <b>Private:</b> only the team and the person who helps can see this.")
        if step in PRIVATE
        else None,
        _asked(speech, draft, step),
    )
    skip = SkipStep(draft.id, mode, step)
    buttons = (
        *_choices(reader, draft, step, mode),
        (Button(speech.plain("➡️ Continue"), skip),) if step in SEVERAL else (),
        (Button(speech.plain("⏭ Skip"), skip),) if step in MAY_BE_SKIPPED else (),
        _back(speech, asked, draft, step, mode),
    )
    return Screen(text, rows(speech, *buttons), asks=AskStep(draft.id, mode, step))


def warning(speech: Speech, draft: HelpRequest, sentence: str, mode: Mode, found: Iterable[str]) -> Screen:
    """The sentence is public, and seems to hold what should not be. `found`: kinds of bot.domain.privacy.sensitive.
    What they write next is another sentence."""
    named = _sensitive(speech)
    lines = [Markup.escape(named[kind]) for kind in found]
    text = paragraphs(
        speech.say("⚠️ <b>All volunteers will read this sentence:</b>"),
        Markup("<blockquote>{}</blockquote>").format(sentence),
        speech.say("It seems to say:") + "\n" + Markup("\n").join(lines),
        speech.say("Name, phone and address come later, in the private part. Do you want to change the sentence?"),
    )
    again = AskStep(draft.id, mode, "sentence")
    edit = Button(speech.plain("✏️ Change it"), again)
    fine = Button(speech.plain("👌 It’s fine"), KeepSentence(draft.id, mode, "sentence"))
    return Screen(text, rows(speech, (edit,), (fine,)), asks=again)


def _asked(speech: Speech, draft: HelpRequest, step: Step) -> Markup:
    match step:
        case "name":
            return speech.say("🙂 <b>What is the name?</b>\nA first name is enough.")
        case "phone":
            return _phone(speech, draft)
        case "address":
            return speech.say("🏠 <b>Where is it?</b>\nStreet and number, or a place to meet.")
        case "consent":
            return _consent(speech, draft.for_person_id is not None)
        case _:
            return _public(speech)[step]


def _public(speech: Speech) -> Mapping[str, Markup]:
    return {
        "topic": speech.say("🧩 <b>What is it about?</b>"),
        "area": speech.say("📍 <b>In which neighbourhood?</b>"),
        "languages": speech.say("🗣 <b>Which languages are spoken or signed?</b>\nTap one or more, then “Continue”."),
        "sentence": speech.say(
            "✏️ <b>What is needed? Write one or two sentences.</b>\n"
            "Please no name, no phone number, no address: all volunteers can read it. "
            "You may also send a voice message 🎤 or a photo 📷; only the person who helps gets these."
        ),
        "urgency": paragraphs(
            speech.say("⏱ <b>How urgent is it?</b>"),
            speech.say("In danger, tap “{emergency}”.", emergency=label(speech, ShowEmergency)),
        ),
        "when": speech.say("📅 <b>When does it suit?</b>\nTap days, or write it: “Monday after 4”. Then “Continue”."),
        "reach": speech.say("📨 <b>How do we get in touch?</b>"),
    }


def _phone(speech: Speech, draft: HelpRequest) -> Markup:
    if draft.reach in (ContactWay.WRITING, ContactWay.SIGN):
        return speech.say("✍️ <b>A number for written messages?</b>\nNobody will use it to speak.")
    return speech.say("📞 <b>What is the phone number?</b>")


def _consent(speech: Speech, own: bool) -> Markup:
    if own:
        return speech.say("🤝 <b>Do you agree?</b>\nThe team and one volunteer read your request in order to help you.")
    return speech.say(
        "🤝 <b>Does your neighbour agree?</b>\nDid they say that the team and one volunteer may read this?"
    )


def _choices(reader: Reader, draft: HelpRequest, step: Step, mode: Mode) -> list[tuple[Button, ...]]:
    if step not in PICKED:
        return []
    chosen = {"languages": draft.languages, "when": draft.days}.get(step, [])
    columns = 2 if step in ("area", *SEVERAL) else 1
    return pick_several(
        _offered(reader, draft, step), lambda value: PickAnswer(draft.id, mode, step, value), chosen, columns
    )


def _offered(reader: Reader, draft: HelpRequest, step: PickedStep) -> Mapping[str, str]:
    """What can be tapped, by its value."""
    speech, organization = reader.speech, reader.organization
    match step:
        case "topic":
            topics = [*(service.id for service in reader.desk.directory.services), OTHER]
            return {one: words.topic(reader, one) for one in topics}
        case "area":
            return {one["id"]: words.area(reader, one["id"]) for one in organization.areas}
        case "languages":
            spoken = (speech.code, *organization.spoken_languages, *organization.languages)
            return {one: words.language(speech, one) for one in spoken}
        case "urgency":
            return words.urgencies(speech)
        case "when":
            return {day: words.day_name(speech, day) for day in WEEKDAYS}
        case "reach":
            without = None if draft.for_person_id is not None else ContactWay.TELEGRAM
            return {one: name for one, name in words.contact_ways(speech).items() if one != without}
        case "consent":
            return {"yes": speech.plain("✅ Yes"), "no": speech.plain("✖️ No")}


def _back(speech: Speech, asked: Sequence[Step], draft: HelpRequest, step: Step, mode: Mode) -> tuple[Button, ...]:
    if mode == FIX:
        return back_to(speech, ShowSummary(draft.id))
    before = asked[asked.index(step) - 1] if step in asked[1:] else None
    return back_to(speech, AskStep(draft.id, mode, before)) if before else throw_away(speech, draft)


def _sensitive(speech: Speech) -> Mapping[str, str]:
    return {
        "phone": speech.plain("📞 a phone number"),
        "email": speech.plain("✉️ an e-mail address"),
        "address": speech.plain("🏠 an address"),
        "number": speech.plain("🪪 a personal number"),
        "status": speech.plain("📄 something about papers or status"),
        "diagnosis": speech.plain("🏥 something about health"),
    }
