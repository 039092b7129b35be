"""What the bot says by itself about meetings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from markupsafe import Markup

from bot.domain.broadcasts import CAPTION_LIMIT, length
from bot.domain.meetings.rules import DAY
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.directory.location import place_lines
from bot.views.labels import button
from bot.views.meetings.calendar_file import calendar_file
from bot.views.meetings.meeting import answers, description, from_to
from bot.views.reader import Reader
from bot.views.screen import Button, Screen, paragraphs, rows
from db.models.meetings import Meeting
from db.models.notices import Notice


def reminder(reader: Reader, notice: Notice, _broadcast: object) -> Screen | None:
    """None when it has moved, or will not take place."""
    speech, desk = reader.speech, reader.desk
    one = _standing(desk, notice)
    if one is None or one.starts_at.isoformat() != notice.params["starts_at"]:
        return None
    asks = notice.params["minutes"] == DAY
    heading = speech.say("⏰ <b>Are you still coming?</b>") if asks else speech.say("⏰ <b>A reminder:</b>")
    no = speech.say("If you cannot come, please tell us: then somebody else gets the place.")
    link = (Button(speech.plain("💻 Join online"), "meeting.link", one.id),) if one.online_url else ()
    text = paragraphs(heading, description(speech, desk, one), no if one.capacity else None)
    return Screen(text, rows(speech, *answers(speech, one.id, copy=True), link), anew=True)


def place(reader: Reader, notice: Notice, _broadcast: object) -> Screen | None:
    """Somebody who waited comes after all, unless they decline."""
    speech, desk = reader.speech, reader.desk
    one = _standing(desk, notice)
    if one is None:
        return None
    text = paragraphs(
        speech.say("🎉 <b>A place is free for you.</b> You are on the list now."),
        description(speech, desk, one),
        speech.say("If you cannot come, please tell us: then somebody else gets the place."),
    )
    return Screen(text, rows(speech, *answers(speech, one.id, copy=True)), anew=True)


def moved(reader: Reader, notice: Notice, _broadcast: object) -> Screen | None:
    """What was, what is now, and the question again where the time is another, or it had been called off."""
    speech, desk = reader.speech, reader.desk
    one = _standing(desk, notice)
    if one is None:
        return None
    before = notice.params
    other_time, after_all = not before.keys().isdisjoint({"starts_at", "ends_at"}), "cancelled_at" in before
    asks = other_time or after_all
    changed = speech.say("✏️ <b>This meeting has changed.</b>")
    text = paragraphs(
        speech.say("✅ <b>This meeting takes place after all.</b>") if after_all else changed,
        speech.say("Before: {what}", what=_before(speech, desk, one, before))
        if other_time or "welcome_at" in before
        else None,
        _place_before(speech, desk, before),
        speech.say("<b>Now:</b>"),
        description(speech, desk, one, agenda=False),
        speech.say("Can you come then? Please answer once more.") if asks else None,
    )
    below = answers(speech, one.id, copy=True) if asks else ((button(speech, "meetings"),),)
    fits = length(text) <= CAPTION_LIMIT  # to be told counts more than to get the file
    file = calendar_file(speech, desk, one, notice.due_at) if fits else None
    return Screen(text, rows(speech, *below), file=file, anew=True)


def cancelled(reader: Reader, notice: Notice, _broadcast: object) -> Screen | None:
    speech, desk = reader.speech, reader.desk
    one = desk.directory.meeting(notice.params["meeting"])
    if one is None:
        return None
    zone = desk.directory.zone(desk.directory.location(one.location_id))
    text = paragraphs(
        speech.say("❌ <b>This meeting is called off.</b>"),
        Markup("<b>{}</b>\n{}").format(
            speech.text(one.title), speech.say("📅 {date}", date=speech.date(one.starts_at.astimezone(zone)))
        ),
        speech.say("Please do not come. We are sorry."),
    )
    file = calendar_file(speech, desk, one, notice.due_at)
    return Screen(text, rows(speech, (button(speech, "meetings"),)), file=file, anew=True)


def _standing(desk: Desk, notice: Notice) -> Meeting | None:
    one = desk.directory.meeting(notice.params["meeting"])
    return None if one is None or one.cancelled_at else one


def _before(speech: Speech, desk: Desk, one: Meeting, before: dict[str, Any]) -> Markup:
    place = desk.directory.location(before.get("location_id", one.location_id))
    moments = {name: getattr(one, name) for name in ("starts_at", "ends_at")}
    moments |= {name: datetime.fromisoformat(before[name]) for name in moments if name in before}
    day = speech.date(moments["starts_at"].astimezone(desk.directory.zone(place)))
    hours = from_to(speech, desk, place, **moments, online=bool(one.online_url))
    lines = [Markup.escape(day), Markup("🕒 {}").format(hours)]
    if was := before.get("welcome_at"):
        welcome = datetime.fromisoformat(was).astimezone(desk.directory.zone(place)).time()
        lines.insert(1, speech.say("☕ Welcome from {time}", time=speech.time(welcome)))
    return Markup("\n").join(lines)


def _place_before(speech: Speech, desk: Desk, before: dict[str, Any]) -> Markup | None:
    if "location_id" not in before:
        return None
    if before["location_id"] is None:
        return speech.say("Before: {what}", what=speech.plain("💻 Only online"))
    was = desk.directory.location(before["location_id"])
    return speech.say("Before: {what}", what=place_lines(speech, was)) if was else None
