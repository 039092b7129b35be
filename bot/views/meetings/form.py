"""The questions of a coordinator's form for a meeting. Each can be tapped, and where it makes sense, typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

from markupsafe import Markup

from bot.domain.meetings.times import LAST, nth_of_month
from bot.i18n import Speech
from bot.usecases.meetings.drafts import DEADLINES, REMINDER_CHOICES, TEXT_LIMIT, TITLE_LIMIT, lacking, today_at_place
from bot.views.meetings.draft import before_start, overview, to_draft
from bot.views.meetings.form_taps import (
    AskMeeting,
    AskMeetingDay,
    AskMeetingText,
    ClearMeetingField,
    RepeatMeeting,
    SetMeetingDay,
    SetMeetingNumber,
    SetMeetingPlace,
    SetMeetingTime,
    SwitchReminder,
)
from bot.views.reader import Reader
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.widgets import Line, month_name, pick_day, pick_hour, pick_one, pick_several
from db.models.meetings import MeetingDraft

STARTS = tuple(time(hour) for hour in range(8, 20))
LENGTHS = (60, 90, 120, 180)  # minutes
WELCOMES = (15, 30, 60)
PLACES = (10, 20, 30, 50)
TIMES = (3, 6, 12)  # how often one repeats
READINGS = 6  # of words for a day


def next_step(reader: Reader, draft: MeetingDraft) -> Screen:
    """The first question that is open, or else all that was said."""
    missing = lacking(draft)
    if missing is None:
        return overview(reader, draft)
    if missing == "title":
        return ask_text(reader, draft, AskMeetingText(draft.id, "title", reader.speech.code))
    return ask_day(reader, draft) if missing == "day" else ask(reader, draft, AskMeeting(draft.id, missing))


def ask(reader: Reader, draft: MeetingDraft, asked: AskMeeting) -> Screen:
    if asked.field == "repeat" and not draft.days:
        return ask_day(reader, draft)
    return replace(QUESTIONS[asked.field](reader, draft), asks=asked)


def ask_text(reader: Reader, draft: MeetingDraft, asked: AskMeetingText) -> Screen:
    speech, language = reader.speech, reader.speech.language(asked.language)
    if asked.text == "title":
        question = speech.say("✏️ What is the meeting called? Please write it in: <b>{language}</b>", language=language)
    else:
        question = speech.say("📝 What is it about? Please write it in: <b>{language}</b>", language=language)
    written, limit = (draft.title, TITLE_LIMIT) if asked.text == "title" else (draft.description, TEXT_LIMIT)
    now = written.get(asked.language)
    until_now = speech.say("Until now it is:") + "\n" + Markup("<i>{}</i>").format(now) if now else None
    text = paragraphs(question, speech.say("At most {limit} signs.", limit=limit), until_now)
    return Screen(text, rows(speech, to_draft(speech, draft)), asks=asked)


def ask_day(reader: Reader, draft: MeetingDraft, month: date | None = None) -> Screen:
    speech, today = reader.speech, today_at_place(reader.desk, draft, reader.now)
    first = (month or max([today, *map(date.fromisoformat, draft.days[:1])])).replace(day=1)
    lines = pick_day(
        speech,
        first,
        today,
        partial(SetMeetingDay, draft.id),
        partial(AskMeetingDay, draft.id),
    )
    text = paragraphs(
        speech.say("📅 <b>{month}</b>: on which day?", month=month_name(speech, first)),
        speech.say("Tap a day, or write one or several: {example}", example=speech.ltr("15/12, 19/1, 16/2")),
    )
    return Screen(text, rows(speech, *lines, to_draft(speech, draft)), asks=AskMeetingDay(draft.id, first))


def which_day(speech: Speech, draft: MeetingDraft, days: Sequence[date]) -> Screen:
    """The words have several readings."""
    names = {day: speech.date(day) for day in days[:READINGS]}
    lines = pick_one(names, partial(SetMeetingDay, draft.id))
    text = speech.say("📅 Which of these days do you mean?")
    return Screen(text, rows(speech, *lines, to_draft(speech, draft)), asks=AskMeetingDay(draft.id))


def _hours(reader: Reader, draft: MeetingDraft) -> Screen:
    speech = reader.speech
    lines = pick_hour(speech, STARTS, partial(SetMeetingTime, draft.id, "hours"))
    text = speech.say(
        "🕒 When does it begin? Tap, or write from when to when: {example}", example=speech.ltr("13:30-15:30")
    )
    return Screen(text, rows(speech, *lines, to_draft(speech, draft)))


def _ends(reader: Reader, draft: MeetingDraft) -> Screen:
    speech, hours = reader.speech, _around_start(draft, LENGTHS)
    lines = pick_hour(speech, hours, partial(SetMeetingTime, draft.id, "ends"))
    text = speech.say("🕒 When does it end? Tap, or write it: {example}", example=speech.ltr("15:30"))
    return Screen(text, rows(speech, *lines, to_draft(speech, draft)))


def _welcome(reader: Reader, draft: MeetingDraft) -> Screen:
    speech, hours = reader.speech, _around_start(draft, [-minutes for minutes in WELCOMES])
    lines = pick_hour(speech, hours, partial(SetMeetingTime, draft.id, "welcome"))
    none = Button(speech.plain("❌ Without"), ClearMeetingField(draft.id, "welcome"))
    text = speech.say(
        "☕ From when are people welcome, with coffee perhaps? Tap, or write it: {example}", example=speech.ltr("13:00")
    )
    return Screen(text, rows(speech, *lines, (none,), to_draft(speech, draft)))


def _place(reader: Reader, draft: MeetingDraft) -> Screen:
    speech = reader.speech
    names = {one.id: f"📍 {speech.text(one.name).striptags()}" for one in reader.desk.directory.locations}
    lines = pick_one(names, partial(SetMeetingPlace, draft.id), draft.location_id)
    online = Button(speech.plain("💻 Only online"), ClearMeetingField(draft.id, "place"))
    return Screen(speech.say("📍 Where?"), rows(speech, *lines, (online,), to_draft(speech, draft)))


def _link(reader: Reader, draft: MeetingDraft) -> Screen:
    speech = reader.speech
    none = Button(speech.plain("❌ Without"), ClearMeetingField(draft.id, "link"))
    text = paragraphs(
        speech.say("💻 Please send the link. It begins with {start}", start=speech.ltr("https://")),
        speech.say("Only those who say that they come get it."),
    )
    return Screen(text, rows(speech, (none,), to_draft(speech, draft)))


def _limit(reader: Reader, draft: MeetingDraft) -> Screen:
    speech, numbers = reader.speech, {number: str(number) for number in PLACES}
    lines = pick_one(numbers, partial(SetMeetingNumber, draft.id, "limit"), draft.capacity, columns=len(PLACES))
    none = Button(speech.plain("♾ As many as want to"), ClearMeetingField(draft.id, "limit"))
    text = speech.say("👥 How many people can come? Tap, or write a number.")
    return Screen(text, rows(speech, *lines, (none,), to_draft(speech, draft)))


def _deadline(reader: Reader, draft: MeetingDraft) -> Screen:
    speech = reader.speech
    names = {minutes: before_start(speech, minutes) for minutes in DEADLINES}
    lines = pick_one(names, partial(SetMeetingNumber, draft.id, "deadline"), draft.answer_before)
    none = Button(speech.plain("❌ Without"), ClearMeetingField(draft.id, "deadline"))
    text = speech.say("✍️ Until when can people answer? After that, they call.")
    return Screen(text, rows(speech, *lines, (none,), to_draft(speech, draft)))


def _remind(reader: Reader, draft: MeetingDraft) -> Screen:
    speech = reader.speech
    names = {minutes: before_start(speech, minutes) for minutes in REMINDER_CHOICES}
    lines = pick_several(names, partial(SwitchReminder, draft.id), draft.reminders, columns=1)
    text = speech.say("⏰ When do we remind people? Nobody is woken at night.")
    return Screen(text, rows(speech, *lines, to_draft(speech, draft)))


def _repeat(reader: Reader, draft: MeetingDraft) -> Screen:
    """Each month on the same weekday; other dates are written as days."""
    speech, first = reader.speech, date.fromisoformat(draft.days[0])
    weekday = speech.locale.days["format"]["wide"][first.weekday()]
    lines: list[Line] = []
    for nth in nth_of_month(first):
        each_month = _each_month(speech, nth).format(weekday=weekday)
        names = {count: f"{each_month} × {count}" for count in TIMES}
        lines += pick_one(names, partial(RepeatMeeting, draft.id, nth))
    once = Button(speech.plain("❌ Only once"), SetMeetingDay(draft.id, first))
    text = paragraphs(
        speech.say("🔁 How often? Each meeting can be changed or called off by itself."),
        speech.say("For other dates, tap “Day” and write them all in one message."),
    )
    return Screen(text, rows(speech, *lines, (once,), to_draft(speech, draft)))


def _each_month(speech: Speech, nth: int) -> str:
    names = {
        1: speech.plain("Each month: 1st {weekday}"),
        2: speech.plain("Each month: 2nd {weekday}"),
        3: speech.plain("Each month: 3rd {weekday}"),
        4: speech.plain("Each month: 4th {weekday}"),
        LAST: speech.plain("Each month: last {weekday}"),
    }
    return names[nth]


QUESTIONS: dict[str, Callable[[Reader, MeetingDraft], Screen]] = {
    "hours": _hours,
    "ends": _ends,
    "welcome": _welcome,
    "place": _place,
    "link": _link,
    "limit": _limit,
    "deadline": _deadline,
    "remind": _remind,
    "repeat": _repeat,
}
"""By the field that `AskMeeting` asks for."""


def _around_start(draft: MeetingDraft, minutes: Sequence[int]) -> list[time]:
    """So long after the start, where that is on the same day."""
    if draft.starts_at is None:
        return []
    start = datetime.combine(date(2000, 1, 2), draft.starts_at)  # any day: only the wall time counts
    moments = [start + timedelta(minutes=each) for each in minutes]
    return [moment.time() for moment in moments if moment.date() == start.date()]
