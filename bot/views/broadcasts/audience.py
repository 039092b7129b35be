"""Whom an announcement goes to, in words and in numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zlib import crc32

from markupsafe import Markup

from bot.domain.broadcasts import SKIP, Choice
from bot.domain.roles import COORDINATOR, RESIDENT, VOLUNTEER
from bot.i18n import Speech
from bot.usecases.broadcasts.drafts import Overview
from bot.views.broadcasts.taps import AskAudience, ChooseAudience, ChooseMeeting, ShowBroadcast
from bot.views.meetings.meeting import answer_names
from bot.views.reader import Reader
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.widgets import Line, back_to, pick_one, pick_several
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


def audience_words(reader: Reader, broadcast: Broadcast) -> Markup:
    speech = reader.speech
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
    if meeting := _meeting(reader, audience.get("meeting")):
        answers = audience.get("rsvp") or list(answer_names(speech))
        named = speech.listing([answer_names(speech)[answer] for answer in answers])
        lines.append(f"{speech.text(meeting.title).striptags()} ({named})")
    if not lines:
        return speech.say("👥 For everybody")
    return speech.say("👥 For: {whom}", whom=" · ".join(lines))


def audience(reader: Reader, seen: Overview) -> Screen:
    """By what it can be narrowed."""
    speech, item = reader.speech, seen.broadcast.id
    text = paragraphs(speech.say("👥 <b>For whom?</b>"), audience_words(reader, seen.broadcast), goes_to(speech, seen))
    by = (
        (Button(speech.plain("🙂 By role"), AskAudience(item, "roles")),),
        (Button(speech.plain("🌐 By language"), AskAudience(item, "languages")),),
        (Button(speech.plain("🏘 By area"), AskAudience(item, "areas")),),
        (Button(speech.plain("☕ By meeting"), AskAudience(item, "meeting")),),
    )
    return Screen(text, rows(speech, *by, back_to(speech, ShowBroadcast(item))))


def choose_roles(reader: Reader, seen: Overview) -> Screen:
    return _choose(reader, seen, _choices(seen, "roles", role_names(reader.speech)))


def choose_languages(reader: Reader, seen: Overview) -> Screen:
    names = {code: reader.speech.language(code) for code in reader.organization.languages}
    return _choose(reader, seen, _choices(seen, "languages", names))


def choose_areas(reader: Reader, seen: Overview, areas: Sequence[str]) -> Screen:
    nobody = None if areas else reader.speech.say("Nobody has said yet where they live.")
    return _choose(reader, seen, _choices(seen, "areas", {area: area for area in areas}), nobody)


def choose_meeting(reader: Reader, seen: Overview) -> Screen:
    """The meetings; then, of the chosen one, the answers."""
    item, chosen = seen.broadcast.id, seen.broadcast.audience.get("meeting")
    names = {meeting.id: _named(reader, meeting) for meeting in reader.desk.directory.meetings}
    meetings = pick_one(names, lambda meeting_id: ChooseMeeting(item, meeting_id), chosen)
    answers = _choices(seen, "rsvp", answer_names(reader.speech)) if chosen else []
    nothing = None if meetings else reader.speech.say("There is no meeting yet.")
    return _choose(reader, seen, [*meetings, *answers], nothing)


def key_of(value: str) -> str:
    """What stands for it in a button, which has little room."""
    return f"{crc32(value.encode()):08x}"


def role_names(speech: Speech) -> dict[str, str]:
    return {
        RESIDENT: speech.plain("residents"),
        VOLUNTEER: speech.plain("volunteers"),
        COORDINATOR: speech.plain("coordinators"),
    }


def _choose(reader: Reader, seen: Overview, choices: Sequence[Line], nothing: Markup | None = None) -> Screen:
    speech = reader.speech
    text = paragraphs(
        speech.say("👥 <b>For whom?</b> Tap to choose, tap again to take it back."),
        audience_words(reader, seen.broadcast),
        goes_to(speech, seen),
        nothing,
    )
    return Screen(text, rows(speech, *choices, back_to(speech, AskAudience(seen.broadcast.id))))


def _choices(seen: Overview, by: Choice, names: Mapping[str, str]) -> list[Line]:
    item = seen.broadcast.id
    return pick_several(
        names, lambda value: ChooseAudience(item, by, key_of(value)), seen.broadcast.audience.get(by, [])
    )


def _meeting(reader: Reader, meeting_id: str | None) -> Meeting | None:
    return next((meeting for meeting in reader.desk.directory.meetings if meeting.id == meeting_id), None)


def _named(reader: Reader, meeting: Meeting) -> str:
    directory, speech = reader.desk.directory, reader.speech
    day = meeting.starts_at.astimezone(directory.zone(directory.location(meeting.location_id))).date()
    return f"{speech.text(meeting.title).striptags()}, {speech.short_date(day)}"
