"""A meeting in words: what, when and where."""

from __future__ import annotations

from datetime import datetime

from babel.dates import get_timezone_location
from markupsafe import Markup

from bot.views.directory.location import place_lines
from bot.views.reader import Reader
from bot.views.screen import bold
from db.models.directory import Location
from db.models.meetings import Meeting


def description(reader: Reader, one: Meeting, agenda: bool = True) -> Markup:
    """`agenda`: and what it is about, where Telegram leaves room for that."""
    speech, place = reader.speech, place_of(reader, one)
    zone = reader.desk.directory.zone(place)
    lines = [title_and_day(reader, one)]
    if one.welcome_at:
        welcome = speech.time(one.welcome_at.astimezone(zone).time())
        lines.append(speech.say("☕ Welcome from {time}", time=welcome))
    hours = from_to(reader, place, one.starts_at, one.ends_at, bool(one.online_url))
    lines.append(Markup("🕒 {}").format(hours))
    if place:
        lines.append(Markup("📍 {}").format(place_lines(speech, place)))
    if one.online_url:
        lines.append(speech.say("💻 You can also join online. Who comes gets the link here."))
    if one.description and agenda:
        lines.append(speech.text(one.description))
    return Markup("\n").join(lines)


def title_and_day(reader: Reader, one: Meeting) -> Markup:
    speech = reader.speech
    return bold(speech.text(one.title)) + "\n" + speech.say("📅 {date}", date=speech.date(local_start(reader, one)))


def place_of(reader: Reader, one: Meeting) -> Location | None:
    return reader.desk.directory.location(one.location_id)


def local_start(reader: Reader, one: Meeting) -> datetime:
    """As the clock shows it at its place."""
    return one.starts_at.astimezone(reader.desk.directory.zone(place_of(reader, one)))


def from_to(reader: Reader, place: Location | None, starts_at: datetime, ends_at: datetime, online: bool) -> Markup:
    speech, zone = reader.speech, reader.desk.directory.zone(place)
    starts, ends = starts_at.astimezone(zone).time(), ends_at.astimezone(zone).time()
    text = speech.say("From {starts} to {ends}", starts=speech.time(starts), ends=speech.time(ends))
    return text + whose_time(reader, place, online)


def whose_time(reader: Reader, place: Location | None, online: bool) -> Markup:
    """Who may be in another zone reads in which one a time is."""
    zone = reader.desk.directory.zone(place)
    if not online and zone.key == reader.organization.timezone:
        return Markup("")
    city = get_timezone_location(zone.key, locale=reader.speech.locale, return_city=True)
    return Markup(" ") + reader.speech.say("(time in {city})", city=city)
