"""Who comes to a meeting, for the team; who came; and the invitation that goes out as an announcement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from markupsafe import Markup

from bot.i18n import Speech
from bot.usecases.meetings.planning import Guest
from bot.views.meetings.description import description
from bot.views.meetings.meeting import answer_names, to_meeting
from bot.views.meetings.taps import TickGuest
from bot.views.reader import Reader
from bot.views.screen import Screen, paragraphs, rows
from bot.views.widgets import pick_several
from db.models.meetings import Meeting

TICKS = 40  # buttons on a screen
MOST_NAMES = 800  # signs, for each answer: all of it is one message


def guests(reader: Reader, one: Meeting, everybody: Sequence[Guest]) -> Screen:
    """The answers, the languages, the interpreters; once it has begun, a button to tick each who came."""
    speech, begun = reader.speech, one.starts_at <= reader.now
    coming = [guest for guest in everybody if guest.answer.answer in ("going", "maybe")]
    text = paragraphs(
        Markup("👥 <b>{}</b>").format(speech.text(one.title)),
        *(_answered(speech, name, words, everybody) for name, words in answer_names(speech).items()),
        _languages(speech, coming),
        _interpreters(speech, coming),
        None if everybody else speech.say("Nobody has answered yet."),
        speech.say("Tap who came.") if begun and coming else None,
    )
    if len(coming) > TICKS:  # who is ticked makes room for the next
        coming.sort(key=lambda guest: bool(guest.answer.attended))
    shown = coming[:TICKS] if begun else []
    names = {guest.answer.person_id: _named(guest) for guest in shown}
    came = {guest.answer.person_id for guest in shown if guest.answer.attended}
    lines = pick_several(names, partial(TickGuest, one.id), came)
    return Screen(text, rows(speech, *lines, to_meeting(speech, one)))


def invitation(reader: Reader, one: Meeting) -> str:
    """The words of its announcement in one language, as Telegram's HTML."""
    speech = reader.speech
    return str(paragraphs(speech.say("☕ You are invited:"), description(reader, one), speech.say("Do you come?")))


def _answered(speech: Speech, name: str, words: str, everybody: Sequence[Guest]) -> Markup | None:
    those = [guest for guest in everybody if guest.answer.answer == name]
    if not those:
        return None
    people = sum(guest.answer.people for guest in those)
    total = speech.say_count("{number} person", "{number} people", people)
    names = ", ".join(_named(guest) for guest in those)
    shown = names if len(names) <= MOST_NAMES else names[:MOST_NAMES].rpartition(", ")[0] + ", …"
    label = Markup("<b>{}</b>").format(words[:1].upper() + words[1:])
    return speech.say("{label}: {value}", label=label, value=total) + Markup("\n{}").format(shown)


def _named(guest: Guest) -> str:
    name = guest.answer.name or "–"
    return f"{name} ({guest.answer.people})" if guest.answer.people > 1 else name


def _languages(speech: Speech, coming: Sequence[Guest]) -> Markup | None:
    counts = Counter(guest.language for guest in coming if guest.language)
    each = [f"{speech.language(code)} {count}" for code, count in counts.most_common()]
    return speech.say("🌐 They read: {languages}", languages=speech.listing(each)) if each else None


def _interpreters(speech: Speech, coming: Sequence[Guest]) -> Markup | None:
    counts = Counter(guest.answer.interpreter for guest in coming if guest.answer.interpreter)
    each = [f"{speech.language(code)} {count}" for code, count in counts.most_common()]
    return speech.say("🗣 Interpreters needed: {languages}", languages=speech.listing(each)) if each else None
