"""Coming meetings."""

from __future__ import annotations

from datetime import datetime

from markupsafe import Markup

from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.location import place_lines
from bot.views.menu import back
from bot.views.screen import Screen, paragraphs, rows
from db.models.meetings import Meeting

SHOWN = 5  # a screen that one can read without scrolling much


def meetings(speech: Speech, desk: Desk, now: datetime) -> Screen:
    """The next ones, in the organization's local time."""
    coming = desk.directory.upcoming_meetings(now)[:SHOWN]
    nothing = speech.say("No meeting is planned at the moment. You are welcome at the desk.")
    text = paragraphs(
        speech.say("☕ <b>Meetings</b>"),
        *(_meeting(speech, desk, meeting) for meeting in coming),
        None if coming else nothing,
    )
    return Screen(text, rows(speech, back(speech, "hours", "location")[:2], back(speech)))


def _meeting(speech: Speech, desk: Desk, meeting: Meeting) -> Markup:
    place = desk.directory.location(meeting.location_id)
    zone = desk.directory.zone(place)
    starts, ends = meeting.starts_at.astimezone(zone), meeting.ends_at.astimezone(zone)
    times = speech.say("From {starts} to {ends}", starts=speech.time(starts.time()), ends=speech.time(ends.time()))
    lines = [Markup("<b>{}</b>").format(speech.text(meeting.title)), speech.say("📅 {date}", date=speech.date(starts))]
    if meeting.welcome_at:
        welcome = speech.time(meeting.welcome_at.astimezone(zone).time())
        lines.append(speech.say("☕ Welcome from {time}", time=welcome))
    lines.append(Markup("🕒 {}").format(times))
    if place:
        lines.append(Markup("📍 {}").format(place_lines(speech, place)))
    if meeting.online_url:
        lines.append(speech.say("💻 You can also join online."))
    return Markup("\n").join(lines) + (
        Markup("\n{}").format(speech.text(meeting.description)) if meeting.description else ""
    )
