"""When an announcement goes out."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from markupsafe import Markup

from bot.domain.broadcasts import QUIET_FROM, QUIET_UNTIL
from bot.i18n import Speech
from bot.usecases.broadcasts.drafts import Overview
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.widgets import example
from db.models.broadcasts import Broadcast

DAYS = 6  # that can be picked


def moment(speech: Speech, seen: Overview) -> Markup:
    """When it starts, and why not when somebody wanted it."""
    at, put_off = seen.starts_at, seen.starts_at != seen.wanted_at
    if seen.at_once:
        return speech.say("🕒 At once")
    text = speech.say("🕒 {date}, {time}", date=speech.date(at.date()), time=speech.time(at.time()))
    return text + "\n" + _people_sleep(speech) if put_off else text


def ask_time(speech: Speech, broadcast: Broadcast, today: date) -> Screen:
    """Days to tap; or they type it."""
    item = str(broadcast.id)
    days = [today + timedelta(days=ahead) for ahead in range(DAYS)]
    picks = [Button(speech.short_date(day), "broadcast.day", f"{item}.{day.isoformat()}") for day in days]
    text = paragraphs(speech.say("🕒 <b>When?</b> Tap a day, or write day and time."), example(speech))
    return Screen(
        text,
        rows(
            speech,
            (Button(speech.plain("⚡ At once"), "broadcast.at", f"{item}.now"),),
            *(tuple(picks[at : at + 2]) for at in range(0, DAYS, 2)),
            (Button(speech.plain("⬅️ Back"), "broadcast", item),),
        ),
    )


def ask_hour(speech: Speech, broadcast: Broadcast, day: date, now: datetime) -> Screen:
    """The hours of that day in which nobody is woken, as far as they are still to come."""
    item = f"{broadcast.id}.{day.isoformat()}"
    first = now.hour + 1 if day == now.date() else 0
    hours = [hour for hour in range(QUIET_UNTIL.hour, QUIET_FROM.hour) if hour >= first]
    picks = [Button(f"{hour:02}:00", "broadcast.at", f"{item}.{hour:02}00") for hour in hours]
    text = paragraphs(
        speech.say("🕒 {date}: at what time?", date=speech.date(day)),
        None if picks else speech.say("Today it is too late. Please choose another day."),
    )
    lines = (tuple(picks[at : at + 4]) for at in range(0, len(picks), 4))
    return Screen(text, rows(speech, *lines, (Button(speech.plain("⬅️ Back"), "broadcast.when", str(broadcast.id)),)))


def wake_button(speech: Speech, seen: Overview) -> tuple[Button, ...]:
    """To send in quiet hours all the same, or rather not."""
    item = str(seen.broadcast.id)
    if seen.starts_at != seen.wanted_at:
        at = seen.wanted_at.strftime("%H:%M")
        words = speech.plain("🌙 Send at {time} all the same").format(time=at)
        return (Button(words, "broadcast.wake", f"{item}.yes"),)
    if seen.broadcast.over_quiet_hours and seen.broadcast.correction != "edit":
        return (Button(speech.plain("🌅 Rather not at night"), "broadcast.wake", f"{item}.no"),)
    return ()


def _people_sleep(speech: Speech) -> Markup:
    return speech.say(
        "🌙 Between {begin} and {end} nobody is woken, so it goes later.",
        begin=speech.time(QUIET_FROM),
        end=speech.time(QUIET_UNTIL),
    )
