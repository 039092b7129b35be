"""When an announcement goes out."""

from __future__ import annotations

from datetime import date, time

from markupsafe import Markup

from bot.domain.broadcasts import QUIET_FROM, QUIET_UNTIL
from bot.i18n import Speech
from bot.usecases.broadcasts.drafts import Overview
from bot.views.broadcasts.taps import AskTime, AskTimeOfDay, PlanAtOnce, PlanBroadcast, ShowBroadcast, Wake
from bot.views.reader import Reader
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.widgets import back_to, example, pick_day, pick_hour
from db.models.broadcasts import Broadcast


def moment(speech: Speech, seen: Overview) -> Markup:
    """When it starts, and why not when somebody wanted it."""
    at, put_off = seen.starts_at, seen.starts_at != seen.wanted_at
    if seen.at_once:
        return speech.say("🕒 At once")
    text = speech.say("🕒 {date}, {time}", date=speech.date(at.date()), time=speech.time(at.time()))
    return text + "\n" + _people_sleep(speech) if put_off else text


def ask_time(reader: Reader, broadcast: Broadcast, month: date | None) -> Screen:
    """Days to tap; or they type it."""
    speech, item = reader.speech, broadcast.id
    text = paragraphs(speech.say("🕒 <b>When?</b> Tap a day, or write day and time."), example(speech))
    days = pick_day(
        speech,
        month or reader.today,
        reader.today,
        lambda day: AskTimeOfDay(item, day),
        lambda turned: AskTime(item, turned),
    )
    at_once = Button(speech.plain("⚡ At once"), PlanAtOnce(item))
    shown = rows(speech, (at_once,), *days, back_to(speech, ShowBroadcast(item)))
    return Screen(text, shown, asks=AskTime(item))


def ask_hour(reader: Reader, broadcast: Broadcast, day: date) -> Screen:
    """The hours of that day in which nobody is woken, as far as they are still to come."""
    speech, item = reader.speech, broadcast.id
    first = reader.local_now.hour + 1 if day == reader.today else 0
    hours = [time(hour) for hour in range(QUIET_UNTIL.hour, QUIET_FROM.hour) if hour >= first]
    text = paragraphs(
        speech.say("🕒 {date}: at what time?", date=speech.date(day)),
        None if hours else speech.say("Today it is too late. Please choose another day."),
    )
    picks = pick_hour(speech, hours, lambda hour: PlanBroadcast(item, day, hour))
    return Screen(text, rows(speech, *picks, back_to(speech, AskTime(item, day.replace(day=1)))))


def wake_button(speech: Speech, seen: Overview) -> tuple[Button, ...]:
    """To send in quiet hours all the same, or rather not."""
    item = seen.broadcast.id
    if seen.starts_at != seen.wanted_at:
        at = seen.wanted_at.strftime("%H:%M")
        return (Button(speech.plain("🌙 Send at {time} all the same").format(time=at), Wake(item, True)),)
    if seen.broadcast.over_quiet_hours and seen.broadcast.correction != "edit":
        return (Button(speech.plain("🌅 Rather not at night"), Wake(item, False)),)
    return ()


def _people_sleep(speech: Speech) -> Markup:
    return speech.say(
        "🌙 Between {begin} and {end} nobody is woken, so it goes later.",
        begin=speech.time(QUIET_FROM),
        end=speech.time(QUIET_UNTIL),
    )
