"""What the bot says by itself about meetings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from markupsafe import Markup

from bot.domain.broadcasts import CAPTION_LIMIT, length
from bot.domain.meetings.rules import DAY
from bot.views.directory.location import place_lines
from bot.views.labels import button
from bot.views.meetings.calendar_file import calendar_file
from bot.views.meetings.description import description, from_to, title_and_day
from bot.views.meetings.meeting import answers, link_line
from bot.views.meetings.taps import ShowMeetings
from bot.views.reader import Reader
from bot.views.screen import Screen, paragraphs, rows
from db.models.meetings import Meeting
from db.models.notices import Notice


def reminder(reader: Reader, notice: Notice, _broadcast: object) -> Screen | None:
    """None when it has moved, or will not take place."""
    speech, one = reader.speech, _standing(reader, notice)
    if one is None or one.starts_at.isoformat() != notice.params["starts_at"]:
        return None
    asks = notice.params["minutes"] == DAY
    heading = speech.say("⏰ <b>Are you still coming?</b>") if asks else speech.say("⏰ <b>A reminder:</b>")
    no = speech.say("If you cannot come, please tell us: then somebody else gets the place.")
    text = paragraphs(heading, description(reader, one), no if one.capacity else None)
    return Screen(text, rows(speech, *answers(speech, one.id, copy=True), link_line(speech, one)), anew=True)


def place(reader: Reader, notice: Notice, _broadcast: object) -> Screen | None:
    """Somebody who waited comes after all, unless they decline."""
    speech, one = reader.speech, _standing(reader, notice)
    if one is None:
        return None
    text = paragraphs(
        speech.say("🎉 <b>A place is free for you.</b> You are on the list now."),
        description(reader, one),
        speech.say("If you cannot come, please tell us: then somebody else gets the place."),
    )
    return Screen(text, rows(speech, *answers(speech, one.id, copy=True)), anew=True)


def moved(reader: Reader, notice: Notice, _broadcast: object) -> Screen | None:
    """What was, what is now, and the question again where the time is another, or it had been called off."""
    speech, one = reader.speech, _standing(reader, notice)
    if one is None:
        return None
    before = notice.params
    other_time, after_all = not before.keys().isdisjoint({"starts_at", "ends_at"}), "cancelled_at" in before
    asks = other_time or after_all
    changed = speech.say("✏️ <b>This meeting has changed.</b>")
    text = paragraphs(
        speech.say("✅ <b>This meeting takes place after all.</b>") if after_all else changed,
        speech.say("Before: {what}", what=_before(reader, one, before))
        if other_time or "welcome_at" in before
        else None,
        _place_before(reader, before),
        speech.say("<b>Now:</b>"),
        description(reader, one, agenda=False),
        speech.say("Can you come then? Please answer once more.") if asks else None,
    )
    below = answers(speech, one.id, copy=True) if asks else ((button(speech, ShowMeetings()),),)
    fits = length(text) <= CAPTION_LIMIT  # to be told counts more than to get the file
    return Screen(text, rows(speech, *below), file=calendar_file(reader, one) if fits else None, anew=True)


def cancelled(reader: Reader, notice: Notice, _broadcast: object) -> Screen | None:
    speech, one = reader.speech, reader.desk.directory.meeting(notice.params["meeting"])
    if one is None:
        return None
    text = paragraphs(
        speech.say("❌ <b>This meeting is called off.</b>"),
        title_and_day(reader, one),
        speech.say("Please do not come. We are sorry."),
    )
    return Screen(text, rows(speech, (button(speech, ShowMeetings()),)), file=calendar_file(reader, one), anew=True)


def _standing(reader: Reader, notice: Notice) -> Meeting | None:
    one = reader.desk.directory.meeting(notice.params["meeting"])
    return None if one is None or one.cancelled_at else one


def _before(reader: Reader, one: Meeting, before: dict[str, Any]) -> Markup:
    speech, directory = reader.speech, reader.desk.directory
    place = directory.location(before.get("location_id", one.location_id))
    moments = {name: getattr(one, name) for name in ("starts_at", "ends_at")}
    moments |= {name: datetime.fromisoformat(before[name]) for name in moments if name in before}
    day = speech.date(moments["starts_at"].astimezone(directory.zone(place)))
    hours = from_to(reader, place, **moments, online=bool(one.online_url))
    lines = [Markup.escape(day), Markup("🕒 {}").format(hours)]
    if was := before.get("welcome_at"):
        welcome = datetime.fromisoformat(was).astimezone(directory.zone(place)).time()
        lines.insert(1, speech.say("☕ Welcome from {time}", time=speech.time(welcome)))
    return Markup("\n").join(lines)


def _place_before(reader: Reader, before: dict[str, Any]) -> Markup | None:
    speech = reader.speech
    if "location_id" not in before:
        return None
    if before["location_id"] is None:
        return speech.say("Before: {what}", what=speech.plain("💻 Only online"))
    was = reader.desk.directory.location(before["location_id"])
    return speech.say("Before: {what}", what=place_lines(speech, was)) if was else None
