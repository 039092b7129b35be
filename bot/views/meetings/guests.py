"""Who comes to a meeting, for the team; who came; and the invitation that goes out as an announcement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.usecases.meetings.planning import Guest
from bot.views.broadcasts.audience import answer_names
from bot.views.meetings.meeting import description, to_meeting
from bot.views.screen import Button, Screen, paragraphs, rows
from db.models.meetings import Meeting

TICKS = 40  # buttons on a screen
MOST_NAMES = 800  # signs, for each answer: all of it is one message


def guests(speech: Speech, one: Meeting, everybody: Sequence[Guest], now: datetime) -> Screen:
    """The answers, the languages, the interpreters; once it has begun, a button to tick each who came."""
    coming = [guest for guest in everybody if guest.answer.answer in ("going", "maybe")]
    text = paragraphs(
        Markup("👥 <b>{}</b>").format(speech.text(one.title)),
        *(_answered(speech, name, words, everybody) for name, words in answer_names(speech).items()),
        _languages(speech, coming),
        _interpreters(speech, coming),
        None if everybody else speech.say("Nobody has answered yet."),
        speech.say("Tap who came.") if one.starts_at <= now and coming else None,
    )
    if len(coming) > TICKS:  # who is ticked makes room for the next
        coming.sort(key=lambda guest: bool(guest.answer.attended))
    ticks = [_tick(speech, one, guest) for guest in coming[:TICKS]] if one.starts_at <= now else []
    lines = (tuple(ticks[at : at + 2]) for at in range(0, len(ticks), 2))
    return Screen(text, rows(speech, *lines, to_meeting(speech, one)))


def invitation(speech: Speech, desk: Desk, one: Meeting) -> str:
    """The words of its announcement in one language, as Telegram's HTML."""
    return str(
        paragraphs(speech.say("☕ You are invited:"), description(speech, desk, one), speech.say("Do you come?"))
    )


def _answered(speech: Speech, name: str, words: str, everybody: Sequence[Guest]) -> Markup | None:
    those = [guest for guest in everybody if guest.answer.answer == name]
    if not those:
        return None
    people = sum(guest.answer.people for guest in those)
    total = speech.say_count("{number} person", "{number} people", people)
    names = ", ".join(_named(speech, guest) for guest in those)
    shown = names if len(names) <= MOST_NAMES else names[:MOST_NAMES].rpartition(", ")[0] + ", …"
    label = Markup("<b>{}</b>").format(words[:1].upper() + words[1:])
    return speech.say("{label}: {value}", label=label, value=total) + Markup("\n{}").format(shown)


def _named(speech: Speech, guest: Guest) -> str:
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


def _tick(speech: Speech, one: Meeting, guest: Guest) -> Button:
    mark = "✅ " if guest.answer.attended else "▫️ "
    return Button(mark + _named(speech, guest), "meeting.tick", f"{one.id}.{guest.answer.person_id}")
