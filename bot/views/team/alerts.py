"""When a volunteer is told of new requests: at once, once a day or never, and not in their quiet hours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from markupsafe import Markup

from bot.i18n import Speech
from bot.views.screen import Button, Screen, paragraphs, rows
from bot.views.team.profile_taps import AskQuietHours, PickAlerts, SetQuietHours, ShowProfile
from bot.views.widgets import back_to, chosen, done, pick_hour, pick_one
from db.models.team import Notify, Volunteer


def alerts(speech: Speech, volunteer: Volunteer) -> str:
    """What stands in the profile about it."""
    return _ways(speech)[volunteer.notify]


def hours(speech: Speech, volunteer: Volunteer) -> str | Markup:
    if volunteer.quiet_from is None or volunteer.quiet_to is None:
        return speech.plain("none")
    first, last = speech.time(volunteer.quiet_from), speech.time(volunteer.quiet_to)
    return speech.say("from {start} to {end}", start=first, end=last)


def ask_alerts(speech: Speech, volunteer: Volunteer) -> Screen:
    """One of three; the one that counts is marked."""
    text = speech.say("📬 <b>When do I tell you of new requests that fit you?</b>")
    ways = pick_one(_ways(speech), PickAlerts, volunteer.notify)
    return Screen(text, rows(speech, *ways, done(speech, ShowProfile())))


def ask_quiet_start(speech: Speech, volunteer: Volunteer) -> Screen:
    """From which hour on, or not at all."""
    text = paragraphs(
        speech.say("🌙 <b>Quiet hours</b>"),
        _quiet_line(speech, volunteer),
        speech.say("In these hours I tell you of no new request. I tell you afterwards."),
        speech.say("From what time?"),
    )
    none = Button(chosen(speech.plain("No quiet hours"), volunteer.quiet_from is None), SetQuietHours())
    each = pick_hour(speech, (time(hour) for hour in range(24)), AskQuietHours)
    return Screen(text, rows(speech, *each, (none,), back_to(speech, ShowProfile())))


def ask_quiet_end(speech: Speech, start: time) -> Screen:
    """Until which hour, once the first one is chosen."""
    text = speech.say("🌙 From {time}. <b>Until what time?</b>", time=speech.time(start))
    later = (time((start.hour + more) % 24) for more in range(1, 24))
    each = pick_hour(speech, later, lambda end: SetQuietHours(start, end))
    return Screen(text, rows(speech, *each, back_to(speech, AskQuietHours())))


def quiet_hours(speech: Speech, volunteer: Volunteer, before: SetQuietHours) -> Screen:
    """They are noted. `before` sets them as they were, for who has tapped the wrong hour."""
    text = paragraphs(speech.say("✅ <b>Noted.</b>"), _quiet_line(speech, volunteer))
    undo = Button(speech.plain("↩️ As it was before"), before)
    return Screen(text, rows(speech, (undo,), done(speech, ShowProfile())))


def _quiet_line(speech: Speech, volunteer: Volunteer) -> Markup:
    return speech.say("{label}: {value}", label=speech.plain("🌙 Quiet hours"), value=hours(speech, volunteer))


def _ways(speech: Speech) -> Mapping[Notify, str]:
    return {
        "now": speech.plain("⚡ At once"),
        "daily": speech.plain("☀️ Once a day, in the morning"),
        "never": speech.plain("🔕 Never"),
    }
