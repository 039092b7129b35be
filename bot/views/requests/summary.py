"""What has been asked for, before it is sent: each line can be corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from bot.i18n import Speech
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.requests import wording as words
from bot.views.requests.form_steps import PRIVATE, PUBLIC, steps
from bot.views.requests.form_taps import FIX, AskStep, DropRequest, SendRequest
from bot.views.requests.taps import ShowRequest
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.widgets import grid
from db.models.requests import HelpRequest


def summary(reader: Reader, draft: HelpRequest, private: Mapping[str, str], missing: Sequence[str] = ()) -> Screen:
    """All answers; each can be corrected. `missing`: what is asked for before it can be sent."""
    speech, labels, lines = reader.speech, _labels(reader.speech), _lines(reader, draft, private)
    public = Markup("\n").join(lines[step] for step in PUBLIC if step in lines)
    hidden = Markup("\n").join(lines[step] for step in (*PRIVATE, "consent") if step in lines)
    lacking = [labels[name] for name in missing if name in labels]
    text = paragraphs(
        speech.say("📋 <b>Is everything right?</b> {code}", code=words.code(speech, draft)),
        speech.say("👥 <b>All volunteers can read:</b>") + "\n" + public,
        speech.say("🔒 <b>Only the team and the person who helps:</b>") + "\n" + hidden,
        speech.say("❗ Still missing: {what}", what=speech.listing(lacking)) if lacking else None,
        speech.say("Tap a line to correct it."),
    )
    fixes = [Button(f"✏️ {labels[step]}", AskStep(draft.id, FIX, step)) for step in steps(reader.desk, draft)]
    send = Button(speech.plain("✅ Send"), SendRequest(draft.id))
    return Screen(text, rows(speech, (send,), *grid(fixes), throw_away(speech, draft), back(speech)))


def sent(speech: Speech, request: HelpRequest) -> Screen:
    """With the code that people can say on the phone."""
    text = paragraphs(
        speech.say("✅ <b>It is sent.</b> Its number is {code}.", code=words.code(speech, request)),
        Markup.escape(words.states(speech)[request.state]),
        speech.say("I write to you here as soon as somebody helps."),
    )
    show = Button(speech.plain("👁 Show it"), ShowRequest(request.id))
    return Screen(text, rows(speech, (show,), back(speech)))


def throw_away(speech: Speech, draft: HelpRequest) -> tuple[Button, ...]:
    return (Button(speech.plain("🗑 Throw it away"), DropRequest(draft.id)),)


def _labels(speech: Speech) -> Mapping[str, str]:
    return {
        "topic": speech.plain("Topic"),
        "area": speech.plain("Neighbourhood"),
        "languages": speech.plain("Languages"),
        "sentence": speech.plain("Sentence"),
        "urgency": speech.plain("Urgency"),
        "when": speech.plain("When"),
        "reach": speech.plain("In touch"),
        "name": speech.plain("Name"),
        "phone": speech.plain("Phone"),
        "address": speech.plain("Address"),
        "consent": speech.plain("Agreement"),
    }


def _lines(reader: Reader, draft: HelpRequest, private: Mapping[str, str]) -> dict[str, Markup]:
    speech = reader.speech
    attached = ("🎤 " if private.get("voice") else "") + ("📷 " if private.get("photo") else "")
    values: dict[str, str | Markup] = {
        "topic": words.topic(reader, draft.topic) if draft.topic else "",
        "area": words.area(reader, draft.area),
        "languages": words.language_names(speech, draft.languages) if draft.languages else "",
        "sentence": attached + (draft.sentence or ""),
        "urgency": words.urgencies(speech).get(draft.urgency or "", ""),
        "when": words.days(speech, draft),
        "reach": words.contact_ways(speech).get(draft.reach or "", ""),
        **{
            name: speech.ltr(private[name]) if name == "phone" else private[name]
            for name in PRIVATE
            if private.get(name)
        },
        "consent": "✅" if draft.consent else "",
    }
    labels = _labels(speech)
    return {
        step: speech.say("{label}: {value}", label=labels[step], value=values.get(step) or "–")
        for step in steps(reader.desk, draft)
    }
