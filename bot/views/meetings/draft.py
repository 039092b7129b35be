"""A meeting as a coordinator writes it: what is decided so far, and what changes each of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from markupsafe import Markup

from bot.domain.meetings.rules import DAY
from bot.domain.opening.sessions import Day
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.usecases.meetings.drafts import closed_days, zone_of
from bot.views.directory.location import place_lines
from bot.views.labels import button
from bot.views.menu import back
from bot.views.screen import Button, Rows, Screen, paragraphs, rows
from db.models.meetings import Meeting, MeetingDraft


def overview(speech: Speech, desk: Desk, draft: MeetingDraft) -> Screen:
    """Each day with its weekday and full date; what speaks against one is said."""
    heading = speech.say("✏️ <b>Change the meeting</b>") if draft.meeting_id else speech.say("➕ <b>New meeting</b>")
    closed = {day.date: _why_closed(speech, day) for day in closed_days(desk, draft)}
    days = Markup("\n").join(_day(speech, date.fromisoformat(day), closed) for day in draft.days)
    text = paragraphs(
        heading,
        Markup("\n").join(_title(speech, draft, code) for code in desk.directory.organization.languages),
        days,
        Markup("\n").join(_details(speech, desk, draft)),
        speech.say("✏️ the name · 📝 what it is about"),
        speech.say("Is everything right? Then tap “Save”."),
    )
    return Screen(text, _overview_rows(speech, desk, draft))


def _overview_rows(speech: Speech, desk: Desk, draft: MeetingDraft) -> Rows:
    def ask(words: str, field: str) -> Button:
        return Button(words, "plan.ask", f"{draft.id}.{field}")

    codes = desk.directory.organization.languages
    titles = [ask(_ticked(code in draft.title, speech.language(code)), f"title.{code}") for code in codes]
    agendas = [ask(_agenda(draft, code) + speech.language(code), f"agenda.{code}") for code in codes]
    repeat = () if draft.meeting_id else (ask(speech.plain("🔁 Repeat"), "repeat"),)
    return rows(
        speech,
        (Button(speech.plain("💾 Save"), "plan.save", str(draft.id)),),
        (ask(speech.plain("📅 Day"), "day"), ask(speech.plain("🕒 Times"), "hours"), *repeat),
        (ask(speech.plain("☕ Welcome"), "welcome"), ask(speech.plain("📍 Place"), "place")),
        (ask(speech.plain("💻 Online link"), "link"), ask(speech.plain("👥 Places"), "limit")),
        (ask(speech.plain("✍️ Answer before"), "deadline"), ask(speech.plain("⏰ Reminders"), "remind")),
        *(tuple(titles[at : at + 2]) for at in range(0, len(titles), 2)),
        *(tuple(agendas[at : at + 2]) for at in range(0, len(agendas), 2)),
        back(speech, "meetings"),
    )


def saved(speech: Speech, desk: Desk, meetings: Sequence[Meeting], put_back: int = 0) -> Screen:
    """Next: to tell people. `put_back`: announcements that say what was."""
    zone = zone_of(desk, meetings[0].location_id)
    days = [Markup("📅 {}").format(speech.date(one.starts_at.astimezone(zone))) for one in meetings]
    first = meetings[0]
    text = paragraphs(
        speech.say("💾 <b>Saved.</b>"),
        Markup("<b>{}</b>").format(speech.text(first.title)),
        Markup("\n").join(days),
        _put_back(speech, put_back),
    )
    announce = Button(speech.plain("📣 Announce"), "meeting.announce", first.id)
    show = Button(speech.plain("👁 See how it looks"), "meeting", first.id)
    return Screen(text, rows(speech, (announce, show), back(speech, "meetings")))


def in_the_way(speech: Speech, desk: Desk, draft: MeetingDraft) -> Screen:
    """Asked before it is saved: days on which the place is closed, or public holidays."""
    closed = {day.date: _why_closed(speech, day) for day in closed_days(desk, draft)}
    text = paragraphs(
        speech.say("⚠️ <b>A small question before I save it.</b>"),
        Markup("\n").join(_day(speech, day, closed) for day in closed),
        speech.say("Do you meet all the same?"),
    )
    without = Button(speech.plain("🗓 Leave these days out"), "plan.save", f"{draft.id}.without")
    save = Button(speech.plain("💾 Save all the same"), "plan.save", f"{draft.id}.all")
    others = len(closed) < len(draft.days)
    return Screen(text, rows(speech, (without,) if others else (), (save,), to_draft(speech, draft)))


def to_draft(speech: Speech, draft: MeetingDraft) -> tuple[Button, ...]:
    """The way back from one of its questions."""
    return (Button(speech.plain("⬅️ Back"), "plan", str(draft.id)),)


def before_start(speech: Speech, minutes: int) -> str:
    """How long: in whole days, or in hours."""
    if minutes % DAY:
        return str(speech.say_count("{number} hour before", "{number} hours before", minutes // 60))
    return str(speech.say_count("{number} day before", "{number} days before", minutes // DAY))


def _title(speech: Speech, draft: MeetingDraft, code: str) -> Markup:
    if code not in draft.title:
        return speech.say("✏️ {language}: no text yet", language=speech.language(code))
    title = Markup("<b>{}</b>").format(speech.ltr(draft.title[code]))
    return Markup("✅ ") + speech.say("{label}: {value}", label=speech.language(code), value=title)


def _agenda(draft: MeetingDraft, code: str) -> str:
    return "📝✅ " if code in draft.description else "📝 "


def _ticked(chosen: bool, words: str) -> str:
    return ("✅ " if chosen else "✏️ ") + words


def _day(speech: Speech, day: date, closed: Mapping[date, Markup]) -> Markup:
    line = speech.say("📅 {date}", date=speech.date(day))
    return line + "\n" + closed[day] if day in closed else line


def _why_closed(speech: Speech, day: Day) -> Markup:
    if day.closure:
        return speech.say("⚠️ That day we are closed: {reason}", reason=speech.text(day.closure.reason))
    return speech.say("⚠️ That day is a public holiday.")


def _details(speech: Speech, desk: Desk, draft: MeetingDraft) -> list[Markup]:
    assert draft.starts_at
    assert draft.ends_at
    starts, ends = speech.time(draft.starts_at), speech.time(draft.ends_at)
    lines = [Markup("🕒 {}").format(speech.say("From {starts} to {ends}", starts=starts, ends=ends))]
    if draft.welcome_at:
        lines.append(speech.say("☕ Welcome from {time}", time=speech.time(draft.welcome_at)))
    if place := desk.directory.location(draft.location_id):
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


def cancel(speech: Speech, desk: Desk, one: Meeting) -> Screen:
    zone = zone_of(desk, one.location_id)
    text = paragraphs(
        speech.say("🗑 <b>Call off this meeting?</b>"),
        Markup("<b>{}</b>\n{}").format(
            speech.text(one.title), speech.say("📅 {date}", date=speech.date(one.starts_at.astimezone(zone)))
        ),
        speech.say("Everybody who answered is told."),
    )
    yes = Button(speech.plain("🗑 Yes, call it off"), "meeting.cancel", f"{one.id}.yes")
    return Screen(text, rows(speech, (yes,), (Button(speech.plain("⬅️ Back"), "meeting", one.id),)))


def called_off(speech: Speech, put_back: int) -> Screen:
    done = speech.say("🗑 The meeting is called off. Everybody who answered is told.")
    return Screen(paragraphs(done, _put_back(speech, put_back)), rows(speech, (button(speech, "meetings"),)))


def _put_back(speech: Speech, announcements: int) -> Markup | None:
    if not announcements:
        return None
    return speech.say("📣 An announcement of it was planned. It is a draft again: look at it before you send it.")
