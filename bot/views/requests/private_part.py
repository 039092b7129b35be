"""The private part of a request, in the chat of who may see it."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from bot.domain.requests import PRIVATE_FIELDS
from bot.i18n import Speech
from bot.usecases.requests.private_parts import Seen
from bot.views.reader import Reader
from bot.views.requests import wording as words
from bot.views.requests.claim_taps import HidePrivatePart
from bot.views.requests.claims import to_claim
from bot.views.requests.coordination import to_card
from bot.views.screen import Button, Media, Screen, Shows, bold, paragraphs, rows
from db.models.requests import HelpRequest


def private(reader: Reader, seen: Seen) -> list[Screen]:
    """With the note that this view was written down; a voice note or a photo after it."""
    speech, labels = reader.speech, _labels(reader.speech)
    shown = {name: seen.fields[name] for name in PRIVATE_FIELDS if name in labels and seen.fields.get(name)}
    lines = [
        speech.say("{label}: {value}", label=labels[name], value=bold(Markup.escape(_value(speech, name, value))))
        for name, value in shown.items()
    ]
    text = paragraphs(
        speech.say("🔒 <b>Private</b> · {code}", code=words.code(speech, seen.request)),
        Markup("\n").join(lines) or speech.say("Nothing is written here."),
        Markup("\n").join(words.appointment(reader, at, place) for at, place in seen.appointments),
        words.never_call(speech, seen.request),
        Markup("📝 {}").format(seen.debrief) if seen.debrief else None,
        speech.say("👁 Each look at this is written down. Please tell it to nobody."),
        speech.say("⏳ It goes from this chat after two days, or earlier. Then you can look again."),
    )
    shows = Shows(seen.request.id, seen.request.code, seen.request.changed_at)
    hide = Button(speech.plain("🙈 I have read it: take it away"), HidePrivatePart(seen.request.id))
    files = [Media(kind, seen.fields[kind]) for kind in ("photo", "voice") if seen.fields.get(kind)]
    more = (Screen(words.code(speech, seen.request), media=file, anew=True, shows=shows) for file in files)
    return [Screen(text, rows(speech, (hide,)), anew=True, shows=shows), *more]


def hidden(speech: Speech, request: HelpRequest, holds: bool) -> Screen:
    """Below it: what was tapped goes."""
    text = speech.say("🙈 {code}: it goes from this chat now.", code=words.code(speech, request))
    way_back = to_claim(speech, request.id) if holds else to_card(speech, request.id)
    return Screen(text, rows(speech, way_back), anew=True)


def _value(speech: Speech, name: str, value: str) -> str:
    return speech.ltr(value) if name == "phone" else value


def _labels(speech: Speech) -> Mapping[str, str]:
    return {
        "name": speech.plain("🙂 Name"),
        "phone": speech.plain("📞 Phone"),
        "address": speech.plain("🏠 Address"),
        "note": speech.plain("📝 Note"),
    }
