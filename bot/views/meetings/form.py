"""The questions of a coordinator's form for a meeting. Each can be tapped, and where it makes sense, typed."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from markupsafe import Markup

from bot.domain.meetings.times import LAST, nth_of_month
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.usecases.meetings.drafts import DEADLINES, REMINDER_CHOICES, TEXT_LIMIT, TITLE_LIMIT
from bot.views.meetings.draft import before_start, to_draft
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.widgets import MONTHS_AHEAD, month_name
from db.models.meetings import MeetingDraft

FIRST_HOUR, LAST_HOUR = 8, 19
LENGTHS = (60, 90, 120, 180)  # minutes
WELCOMES = (15, 30, 60)
PLACES = (10, 20, 30, 50)
TIMES = (3, 6, 12)  # how often one repeats

Line = tuple[Button, ...]


def title(speech: Speech, desk: Desk, draft: MeetingDraft, code: str, today: date) -> Screen:
    question = speech.say(
        "✏️ What is the meeting called? Please write it in: <b>{language}</b>", language=_in(speech, code)
    )
    return _typed(speech, draft, question, _at_most(speech, TITLE_LIMIT), draft.title.get(code))


def agenda(speech: Speech, desk: Desk, draft: MeetingDraft, code: str, today: date) -> Screen:
    question = speech.say("📝 What is it about? Please write it in: <b>{language}</b>", language=_in(speech, code))
    return _typed(speech, draft, question, _at_most(speech, TEXT_LIMIT), draft.description.get(code))


def day(speech: Speech, desk: Desk, draft: MeetingDraft, month: str, today: date) -> Screen:
    """A page of the calendar, from Monday to Sunday; days that are over are dots."""
    first = date.fromisoformat(f"{month}-01") if month else _month_of(draft, today)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    coming = [week for week in weeks if week[-1] >= today]
    names = speech.locale.days["stand-alone"]["short"]
    here = f"{draft.id}.day.{first:%Y-%m}"
    header = tuple(Button(names[weekday], "plan.ask", here) for weekday in range(7))

    def cell(each: date) -> Button:
        if each.month != first.month or each < today:
            return Button("·", "plan.ask", here)
        return Button(str(each.day), "plan.set", f"{draft.id}.day.{each.isoformat()}")

    turn = _turn(speech, draft, first, today)
    text = paragraphs(
        speech.say("📅 <b>{month}</b>: on which day?", month=month_name(speech, first)),
        speech.say("Tap a day, or write one or several: {example}", example=speech.ltr("15/12, 19/1, 16/2")),
    )
    lines = (tuple(cell(each) for each in week) for week in coming)
    return Screen(text, rows(speech, header, *lines, turn, to_draft(speech, draft)))


def which_day(speech: Speech, draft: MeetingDraft, days: Sequence[date]) -> Screen:
    """The words have several readings."""
    each = [(Button(speech.date(one), "plan.set", f"{draft.id}.day.{one.isoformat()}"),) for one in days[:6]]
    return Screen(speech.say("📅 Which of these days do you mean?"), rows(speech, *each, to_draft(speech, draft)))


def hours(speech: Speech, desk: Desk, draft: MeetingDraft, more: str, today: date) -> Screen:
    picks = [_set(draft, "hours", f"{hour:02}:00", f"{hour:02}00") for hour in range(FIRST_HOUR, LAST_HOUR + 1)]
    text = paragraphs(
        speech.say(
            "🕒 When does it begin? Tap, or write from when to when: {example}", example=speech.ltr("13:30-15:30")
        )
    )
    return Screen(text, rows(speech, *_lines(picks, 4), to_draft(speech, draft)))


def ends(speech: Speech, desk: Desk, draft: MeetingDraft, more: str, today: date) -> Screen:
    picks = [_set(draft, "ends", f"{at:%H:%M}", f"{at:%H%M}") for length in LENGTHS if (at := _shifted(draft, length))]
    text = speech.say("🕒 When does it end? Tap, or write it: {example}", example=speech.ltr("15:30"))
    return Screen(text, rows(speech, *_lines(picks, 2), to_draft(speech, draft)))


def welcome(speech: Speech, desk: Desk, draft: MeetingDraft, more: str, today: date) -> Screen:
    picks = [
        _set(draft, "welcome", f"{at:%H:%M}", f"{at:%H%M}") for length in WELCOMES if (at := _shifted(draft, -length))
    ]
    none = _set(draft, "welcome", speech.plain("❌ Without"), "none")
    text = speech.say(
        "☕ From when are people welcome, with coffee perhaps? Tap, or write it: {example}", example=speech.ltr("13:00")
    )
    return Screen(text, rows(speech, *_lines(picks, 3), (none,), to_draft(speech, draft)))


def place(speech: Speech, desk: Desk, draft: MeetingDraft, more: str, today: date) -> Screen:
    each = [
        (_set(draft, "place", f"📍 {speech.text(one.name).striptags()}", one.id),) for one in desk.directory.locations
    ]
    online = _set(draft, "place", speech.plain("💻 Only online"), "none")
    return Screen(speech.say("📍 Where?"), rows(speech, *each, (online,), to_draft(speech, draft)))


def link(speech: Speech, desk: Desk, draft: MeetingDraft, more: str, today: date) -> Screen:
    none = _set(draft, "link", speech.plain("❌ Without"), "none")
    text = paragraphs(
        speech.say("💻 Please send the link. It begins with {start}", start=speech.ltr("https://")),
        speech.say("Only those who say that they come get it."),
    )
    return Screen(text, rows(speech, (none,), to_draft(speech, draft)))


def limit(speech: Speech, desk: Desk, draft: MeetingDraft, more: str, today: date) -> Screen:
    picks = [_set(draft, "limit", str(number), str(number)) for number in PLACES]
    none = _set(draft, "limit", speech.plain("♾ As many as want to"), "none")
    text = speech.say("👥 How many people can come? Tap, or write a number.")
    return Screen(text, rows(speech, tuple(picks), (none,), to_draft(speech, draft)))


def deadline(speech: Speech, desk: Desk, draft: MeetingDraft, more: str, today: date) -> Screen:
    picks = [(_set(draft, "deadline", before_start(speech, minutes), str(minutes)),) for minutes in DEADLINES]
    none = _set(draft, "deadline", speech.plain("❌ Without"), "none")
    text = speech.say("✍️ Until when can people answer? After that, they call.")
    return Screen(text, rows(speech, *picks, (none,), to_draft(speech, draft)))


def remind(speech: Speech, desk: Desk, draft: MeetingDraft, more: str, today: date) -> Screen:
    def words(minutes: int) -> str:
        return ("✅ " if minutes in draft.reminders else "▫️ ") + before_start(speech, minutes)

    picks = [(_set(draft, "remind", words(minutes), str(minutes)),) for minutes in REMINDER_CHOICES]
    text = speech.say("⏰ When do we remind people? Nobody is woken at night.")
    return Screen(text, rows(speech, *picks, to_draft(speech, draft)))


def repeat(speech: Speech, desk: Desk, draft: MeetingDraft, more: str, today: date) -> Screen:
    """Each month on the same weekday; other dates are written as days."""
    first = date.fromisoformat(draft.days[0])
    weekday = speech.locale.days["format"]["wide"][first.weekday()]
    lines: list[Line] = []
    for nth in nth_of_month(first):
        for count in TIMES:
            words = f"{_each_month(speech, nth).format(weekday=weekday)} × {count}"
            lines.append((_set(draft, "repeat", words, f"{nth}.{count}"),))
    once = _set(draft, "repeat", speech.plain("❌ Only once"), "1.1")
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


QUESTIONS: dict[str, Callable[[Speech, Desk, MeetingDraft, str, date], Screen]] = {
    "title": title,
    "agenda": agenda,
    "day": day,
    "hours": hours,
    "ends": ends,
    "welcome": welcome,
    "place": place,
    "link": link,
    "limit": limit,
    "deadline": deadline,
    "remind": remind,
    "repeat": repeat,
}
"""By field. The text after the draft: a language, or a month like 2026-12."""


def _typed(speech: Speech, draft: MeetingDraft, question: Markup, most: Markup, now: str | None) -> Screen:
    until_now = speech.say("Until now it is:") + "\n" + Markup("<i>{}</i>").format(now) if now else None
    return Screen(paragraphs(question, most, until_now), rows(speech, to_draft(speech, draft)))


def _at_most(speech: Speech, limit: int) -> Markup:
    return speech.say("At most {limit} signs.", limit=limit)


def _in(speech: Speech, code: str) -> str:
    return speech.language(code)


def _set(draft: MeetingDraft, field: str, words: str, value: str) -> Button:
    return Button(words, "plan.set", f"{draft.id}.{field}.{value}")


def _lines(picks: list[Button], length: int) -> list[Line]:
    return [tuple(picks[at : at + length]) for at in range(0, len(picks), length)]


def _shifted(draft: MeetingDraft, minutes: int) -> time | None:
    """So long after the start, on the same day."""
    if draft.starts_at is None:
        return None
    noon = datetime(2000, 1, 2)  # noqa: DTZ001 - any day: only the wall time counts
    moved = datetime.combine(noon.date(), draft.starts_at) + timedelta(minutes=minutes)
    return moved.time() if moved.date() == noon.date() else None


def _month_of(draft: MeetingDraft, today: date) -> date:
    return max(date.fromisoformat(draft.days[0]) if draft.days else today, today).replace(day=1)


def _turn(speech: Speech, draft: MeetingDraft, first: date, today: date) -> Line:
    """To the month before, and to the next one."""
    earlier, later = (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=32)).replace(day=1)
    ahead = (first.year - today.year) * 12 + first.month - today.month
    turns = [(earlier, "◀️")] if ahead > 0 else []
    turns += [(later, "▶️")] if ahead < MONTHS_AHEAD else []
    return tuple(
        Button(f"{sign} {month_name(speech, month)}", "plan.ask", f"{draft.id}.day.{month:%Y-%m}")
        for month, sign in turns
    )
