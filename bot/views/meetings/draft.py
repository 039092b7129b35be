"""A meeting as a coordinator writes it: what is decided so far, and what changes each of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from markupsafe import Markup

from bot.domain.meetings.rules import DAY
from bot.domain.opening.sessions import Day
from bot.i18n import Speech
from bot.usecases.meetings.drafts import closed_days
from bot.views.directory.location import place_lines
from bot.views.labels import button
from bot.views.meetings.description import local_start, title_and_day
from bot.views.meetings.form_taps import AskMeeting, AskMeetingDay, AskMeetingText, SaveMeeting, ShowMeetingDraft
from bot.views.meetings.taps import AnnounceMeeting, CallOffMeeting, ShowMeeting, ShowMeetings
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.screen import Button, Rows, Screen, bold, paragraphs, rows
from bot.views.widgets import CHOSEN, back_to, grid
from db.models.meetings import Meeting, MeetingDraft


def overview(reader: Reader, draft: MeetingDraft) -> Screen:
    """Each day with its weekday and full date; what speaks against one is said."""
    speech = reader.speech
    heading = speech.say("✏️ <b>Change the meeting</b>") if draft.meeting_id else speech.say("➕ <b>New meeting</b>")
    closed = {day.date: _why_closed(speech, day) for day in closed_days(reader.desk, draft)}
    days = Markup("\n").join(_day(speech, date.fromisoformat(day), closed) for day in draft.days)
    text = paragraphs(
        heading,
        Markup("\n").join(_title(speech, draft, code) for code in reader.organization.languages),
        days,
        Markup("\n").join(_details(reader, draft)),
        speech.say("✏️ the name · 📝 what it is about"),
        speech.say("Is everything right? Then tap “Save”."),
    )
    return Screen(text, _overview_rows(reader, draft))


def _overview_rows(reader: Reader, draft: MeetingDraft) -> Rows:
    speech, id, codes = reader.speech, draft.id, reader.organization.languages
    titles = [
        Button(_written(code in draft.title, speech.language(code)), AskMeetingText(id, "title", code))
        for code in codes
    ]
    agendas = [
        Button(_agenda(draft, code) + speech.language(code), AskMeetingText(id, "agenda", code)) for code in codes
    ]
    repeat = () if draft.meeting_id else (Button(speech.plain("🔁 Repeat"), AskMeeting(id, "repeat")),)
    day = Button(speech.plain("📅 Day"), AskMeetingDay(id))
    return rows(
        speech,
        (Button(speech.plain("💾 Save"), SaveMeeting(id)),),
        (day, Button(speech.plain("🕒 Times"), AskMeeting(id, "hours")), *repeat),
        *_detail_lines(speech, id),
        *grid(titles),
        *grid(agendas),
        back(speech, ShowMeetings()),
    )


def _detail_lines(speech: Speech, id: int) -> Rows:
    welcome = Button(speech.plain("☕ Welcome"), AskMeeting(id, "welcome"))
    place = Button(speech.plain("📍 Place"), AskMeeting(id, "place"))
    link = Button(speech.plain("💻 Online link"), AskMeeting(id, "link"))
    places = Button(speech.plain("👥 Places"), AskMeeting(id, "limit"))
    deadline = Button(speech.plain("✍️ Answer before"), AskMeeting(id, "deadline"))
    reminders = Button(speech.plain("⏰ Reminders"), AskMeeting(id, "remind"))
    return (welcome, place), (link, places), (deadline, reminders)


def saved(reader: Reader, meetings: Sequence[Meeting], put_back: int = 0) -> Screen:
    """Next: to tell people. `put_back`: announcements that say what was."""
    speech, first = reader.speech, meetings[0]
    days = [Markup("📅 {}").format(speech.date(local_start(reader, one))) for one in meetings]
    text = paragraphs(
        speech.say("💾 <b>Saved.</b>"),
        bold(speech.text(first.title)),
        Markup("\n").join(days),
        _put_back(speech, put_back),
    )
    announce = Button(speech.plain("📣 Announce"), AnnounceMeeting(first.id))
    show = Button(speech.plain("👁 See how it looks"), ShowMeeting(first.id))
    return Screen(text, rows(speech, (announce, show), back(speech, ShowMeetings())))


def in_the_way(reader: Reader, draft: MeetingDraft) -> Screen:
    """Asked before it is saved: days on which the place is closed, or public holidays."""
    speech = reader.speech
    closed = {day.date: _why_closed(speech, day) for day in closed_days(reader.desk, draft)}
    text = paragraphs(
        speech.say("⚠️ <b>A small question before I save it.</b>"),
        Markup("\n").join(_day(speech, day, closed) for day in closed),
        speech.say("Do you meet all the same?"),
    )
    without = Button(speech.plain("🗓 Leave these days out"), SaveMeeting(draft.id, "without"))
    save = Button(speech.plain("💾 Save all the same"), SaveMeeting(draft.id, "all"))
    others = len(closed) < len(draft.days)
    return Screen(text, rows(speech, (without,) if others else (), (save,), to_draft(speech, draft)))


def to_draft(speech: Speech, draft: MeetingDraft) -> tuple[Button, ...]:
    """The way back from one of its questions."""
    return back_to(speech, ShowMeetingDraft(draft.id))


def before_start(speech: Speech, minutes: int) -> str:
    """How long: in whole days, or in hours."""
    if minutes % DAY:
        return str(speech.say_count("{number} hour before", "{number} hours before", minutes // 60))
    return str(speech.say_count("{number} day before", "{number} days before", minutes // DAY))


def _title(speech: Speech, draft: MeetingDraft, code: str) -> Markup:
    if code not in draft.title:
        return speech.say("✏️ {language}: no text yet", language=speech.language(code))
    title = Markup("<b>{}</b>").format(speech.ltr(draft.title[code]))
    return Markup(CHOSEN) + speech.say("{label}: {value}", label=speech.language(code), value=title)


def _agenda(draft: MeetingDraft, code: str) -> str:
    return "📝✅ " if code in draft.description else "📝 "


def _written(is_so: bool, words: str) -> str:
    return (CHOSEN if is_so else "✏️ ") + words


def _day(speech: Speech, day: date, closed: Mapping[date, Markup]) -> Markup:
    line = speech.say("📅 {date}", date=speech.date(day))
    return line + "\n" + closed[day] if day in closed else line


def _why_closed(speech: Speech, day: Day) -> Markup:
    if day.closure:
        return speech.say("⚠️ That day we are closed: {reason}", reason=speech.text(day.closure.reason))
    return speech.say("⚠️ That day is a public holiday.")


def _details(reader: Reader, draft: MeetingDraft) -> list[Markup]:
    speech = reader.speech
    assert draft.starts_at
    assert draft.ends_at
    starts, ends = speech.time(draft.starts_at), speech.time(draft.ends_at)
    lines = [Markup("🕒 {}").format(speech.say("From {starts} to {ends}", starts=starts, ends=ends))]
    if draft.welcome_at:
        lines.append(speech.say("☕ Welcome from {time}", time=speech.time(draft.welcome_at)))
    if place := reader.desk.directory.location(draft.location_id):
        lines.append(Markup("📍 {}").format(place_lines(speech, place)))
    if draft.online_url:
        lines.append(Markup("💻 {}").format(speech.ltr(draft.online_url)))
    if draft.capacity:
        lines.append(speech.say_count("👥 {number} place", "👥 {number} places", draft.capacity))
    if draft.answer_before:
        lines.append(speech.say("✍️ Answer until: {when}", when=before_start(speech, draft.answer_before)))
    reminders = speech.listing([before_start(speech, minutes) for minutes in draft.reminders])
    lines.append(speech.say("⏰ Reminders: {when}", when=reminders) if reminders else speech.say("⏰ No reminders"))
    return lines


def cancel(reader: Reader, one: Meeting) -> Screen:
    speech = reader.speech
    text = paragraphs(
        speech.say("🗑 <b>Call off this meeting?</b>"),
        title_and_day(reader, one),
        speech.say("Everybody who answered is told."),
    )
    yes = Button(speech.plain("🗑 Yes, call it off"), CallOffMeeting(one.id, sure=True))
    return Screen(text, rows(speech, (yes,), back_to(speech, ShowMeeting(one.id))))


def called_off(speech: Speech, put_back: int) -> Screen:
    done = speech.say("🗑 The meeting is called off. Everybody who answered is told.")
    return Screen(paragraphs(done, _put_back(speech, put_back)), rows(speech, (button(speech, ShowMeetings()),)))


def _put_back(speech: Speech, announcements: int) -> Markup | None:
    if not announcements:
        return None
    return speech.say("📣 An announcement of it was planned. It is a draft again: look at it before you send it.")
