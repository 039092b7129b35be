"""A meeting as a file that calendars open (RFC 5545)."""

from __future__ import annotations

from icalendar import Calendar, Event

from bot.views.directory.location import address
from bot.views.meetings.description import place_of
from bot.views.reader import Reader
from bot.views.screen import File
from db.models.meetings import Meeting


def calendar_file(reader: Reader, one: Meeting, link: bool = False) -> File:
    """With the same UID always, so that a calendar changes or removes what it has. `link`: also the online address.

    Times are in UTC: right in every zone, and across a clock change.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Relais//Meetings//" + reader.speech.code.upper())
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if one.cancelled_at else "PUBLISH")
    calendar.add_component(_event(reader, one, link))
    return File("meeting.ics", calendar.to_ical())


def _event(reader: Reader, one: Meeting, link: bool) -> Event:
    speech, event = reader.speech, Event()
    event.add("uid", f"{one.id}@{reader.organization.id}.relais")
    event.add("dtstamp", reader.now)
    event.add("sequence", one.sequence)
    event.add("dtstart", one.starts_at)
    event.add("dtend", one.ends_at)
    event.add("summary", speech.text(one.title).striptags())
    event.add("status", "CANCELLED" if one.cancelled_at else "CONFIRMED")
    if one.description:
        event.add("description", speech.text(one.description).striptags())
    if place := place_of(reader, one):
        event.add("location", ", ".join(filter(None, (speech.text(place.name).striptags(), address(place)))))
    if link and one.online_url:
        event.add("url", one.online_url)
    return event
