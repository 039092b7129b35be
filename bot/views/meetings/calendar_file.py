"""A meeting as a file that calendars open (RFC 5545)."""

from __future__ import annotations

from datetime import datetime

from icalendar import Calendar, Event

from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.directory.location import address
from bot.views.screen import File
from db.models.meetings import Meeting


def calendar_file(speech: Speech, desk: Desk, one: Meeting, written_at: datetime, link: bool = False) -> File:
    """With the same UID always, so that a calendar changes or removes what it has. `link`: also the online address.

    Times are in UTC: right in every zone, and across a clock change.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Relais//Meetings//" + speech.code.upper())
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if one.cancelled_at else "PUBLISH")
    calendar.add_component(_event(speech, desk, one, written_at, link))
    return File("meeting.ics", calendar.to_ical())


def _event(speech: Speech, desk: Desk, one: Meeting, written_at: datetime, link: bool) -> Event:
    organization = desk.directory.organization
    event = Event()
    event.add("uid", f"{one.id}@{organization.id}.relais")
    event.add("dtstamp", written_at)
    event.add("sequence", one.sequence)
    event.add("dtstart", one.starts_at)
    event.add("dtend", one.ends_at)
    event.add("summary", speech.text(one.title).striptags())
    event.add("status", "CANCELLED" if one.cancelled_at else "CONFIRMED")
    if one.description:
        event.add("description", speech.text(one.description).striptags())
    if place := desk.directory.location(one.location_id):
        event.add("location", ", ".join(filter(None, (speech.text(place.name).striptags(), address(place)))))
    if link and one.online_url:
        event.add("url", one.online_url)
    return event
