"""Whom an announcement goes to, in words and in numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args
from zlib import crc32

from markupsafe import Markup

from bot.domain.broadcasts import SKIP
from bot.domain.meetings.rules import Answer
from bot.domain.roles import COORDINATOR, RESIDENT, VOLUNTEER
from bot.i18n import Speech
from bot.usecases.broadcasts.drafts import Overview
from bot.usecases.desk import Desk
from bot.views.screen import Button, Screen, paragraphs, rows
from db.models.broadcasts import Broadcast
from db.models.meetings import Meeting


def goes_to(speech: Speech, seen: Overview) -> Markup:
    """How many it goes to now, by language; who gets none of it is said."""
    reach = seen.reach
    assert reach is not None
    each = [f"{speech.language(code)} {count}" for code, count in reach.by_language.items()]
    counted = speech.say_count("📨 Goes to {number} person", "📨 Goes to {number} people", reach.total)
    off = speech.say_count(
        "🔕 {number} more person wants no announcements",
        "🔕 {number} more people want no announcements",
        reach.switched_off,
    )
    lines = [counted + (f" ({speech.listing(each)})" if each else ""), off if reach.switched_off else Markup()]
    return Markup("\n").join(line for line in (*lines, _instead(speech, seen)) if line)


def _instead(speech: Speech, seen: Overview) -> Markup:
    missing = seen.broadcast.missing
    if not seen.lacking or not missing:
        return Markup()
    languages = speech.listing([speech.language(code) for code in seen.lacking])
    if missing == SKIP:
        return speech.say("🌐 Who reads {languages} gets nothing.", languages=languages)
    return speech.say(
        "🌐 Who reads {languages} gets the text in {other}.", languages=languages, other=speech.language(missing)
    )


def audience_words(speech: Speech, desk: Desk, broadcast: Broadcast) -> Markup:
    if broadcast.corrects_id:
        return speech.say("👥 For exactly those who got the message.")
    audience = broadcast.audience
    lines = []
    if roles := audience.get("roles"):
        lines.append(speech.listing([role_names(speech)[role] for role in roles]))
    if languages := audience.get("languages"):
        lines.append(speech.listing([speech.language(code) for code in languages]))
    if areas := audience.get("areas"):
        lines.append(speech.listing(areas))
    if meeting := _meeting(desk, audience.get("meeting")):
        answers = audience.get("rsvp") or list(answer_names(speech))
        named = speech.listing([answer_names(speech)[answer] for answer in answers])
        lines.append(f"{speech.text(meeting.title).striptags()} ({named})")
    if not lines:
        return speech.say("👥 For everybody")
    return speech.say("👥 For: {whom}", whom=" · ".join(lines))


def audience(speech: Speech, desk: Desk, seen: Overview) -> Screen:
    """By what it can be narrowed."""
    item = str(seen.broadcast.id)
    text = paragraphs(
        speech.say("👥 <b>For whom?</b>"), audience_words(speech, desk, seen.broadcast), goes_to(speech, seen)
    )
    by = (
        (Button(speech.plain("🙂 By role"), "broadcast.who", f"{item}.roles"),),
        (Button(speech.plain("🌐 By language"), "broadcast.who", f"{item}.languages"),),
        (Button(speech.plain("🏘 By area"), "broadcast.who", f"{item}.areas"),),
        (Button(speech.plain("☕ By meeting"), "broadcast.who", f"{item}.meeting"),),
    )
    return Screen(text, rows(speech, *by, _back(speech, seen, "broadcast")))


def choose_roles(speech: Speech, desk: Desk, seen: Overview) -> Screen:
    return _choose(speech, desk, seen, "roles", role_names(speech).items())


def choose_languages(speech: Speech, desk: Desk, seen: Overview) -> Screen:
    codes = desk.directory.organization.languages
    return _choose(speech, desk, seen, "languages", [(code, speech.language(code)) for code in codes])


def choose_areas(speech: Speech, desk: Desk, seen: Overview, areas: Sequence[str]) -> Screen:
    screen = _choose(speech, desk, seen, "areas", [(area, area) for area in areas])
    nobody = speech.say("Nobody has said yet where they live.")
    return screen if areas else Screen(paragraphs(screen.text, nobody), screen.rows)


def choose_meeting(speech: Speech, desk: Desk, seen: Overview) -> Screen:
    """The meetings; then, of the chosen one, the answers."""
    item, chosen = str(seen.broadcast.id), seen.broadcast.audience.get("meeting")
    meetings = [
        (
            Button(
                _ticked(meeting.id == chosen, _named(speech, desk, meeting)),
                "broadcast.meeting",
                f"{item}.{meeting.id}",
            ),
        )
        for meeting in desk.directory.meetings
    ]
    answers = _choices(speech, seen, "rsvp", answer_names(speech).items()) if chosen else []
    text = paragraphs(_heading(speech, desk, seen), None if meetings else speech.say("There is no meeting yet."))
    return Screen(text, rows(speech, *meetings, *answers, _back(speech, seen, "broadcast.who")))


def key_of(value: str) -> str:
    """What stands for it in a button, which has little room."""
    return f"{crc32(value.encode()):08x}"


def role_names(speech: Speech) -> dict[str, str]:
    return {
        RESIDENT: speech.plain("residents"),
        VOLUNTEER: speech.plain("volunteers"),
        COORDINATOR: speech.plain("coordinators"),
    }


def answer_names(speech: Speech) -> dict[str, str]:
    words = (
        speech.plain("coming"),
        speech.plain("perhaps"),
        speech.plain("not coming"),
        speech.plain("on the waiting list"),
    )
    return dict(zip(get_args(Answer), words, strict=True))


def _choose(speech: Speech, desk: Desk, seen: Overview, dimension: str, values: Iterable[tuple[str, str]]) -> Screen:
    choices = _choices(speech, seen, dimension, values)
    return Screen(_heading(speech, desk, seen), rows(speech, *choices, _back(speech, seen, "broadcast.who")))


def _choices(
    speech: Speech, seen: Overview, dimension: str, values: Iterable[tuple[str, str]]
) -> list[tuple[Button, ...]]:
    chosen: Sequence[str] = seen.broadcast.audience.get(dimension, ())  # type: ignore[assignment]
    item = f"{seen.broadcast.id}.{dimension}"
    return [
        (Button(_ticked(value in chosen, name), "broadcast.pick", f"{item}.{key_of(value)}"),) for value, name in values
    ]


def _heading(speech: Speech, desk: Desk, seen: Overview) -> Markup:
    return paragraphs(
        speech.say("👥 <b>For whom?</b> Tap to choose, tap again to take it back."),
        audience_words(speech, desk, seen.broadcast),
        goes_to(speech, seen),
    )


def _ticked(chosen: bool, name: str) -> str:
    return ("✅ " if chosen else "") + name


def _back(speech: Speech, seen: Overview, topic: str) -> tuple[Button, ...]:
    return (Button(speech.plain("⬅️ Back"), topic, str(seen.broadcast.id)),)


def _meeting(desk: Desk, meeting_id: str | None) -> Meeting | None:
    return next((meeting for meeting in desk.directory.meetings if meeting.id == meeting_id), None)


def _named(speech: Speech, desk: Desk, meeting: Meeting) -> str:
    day = meeting.starts_at.astimezone(desk.directory.zone(desk.directory.location(meeting.location_id))).date()
    return f"{speech.text(meeting.title).striptags()}, {speech.short_date(day)}"
