"""What belongs to a request, in words and in pictograms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from markupsafe import Markup

from bot.domain.requests import WEEKDAYS, ContactWay, Outcome, Reason, RequestState, Urgency
from bot.i18n import Speech
from bot.views.reader import Reader
from bot.views.screen import paragraphs
from db.models.requests import HelpRequest

URGENCY = {Urgency.TODAY: "🔴", Urgency.THIS_WEEK: "🟠", Urgency.CAN_WAIT: "🟢"}
SIGNED = ("sfb", "vgt")


def code(speech: Speech, request: HelpRequest) -> Markup:
    return Markup("<b>{}</b>").format(speech.ltr(request.code))


def topic(reader: Reader, topic_id: str | None) -> str:
    """With its pictogram."""
    speech, service = reader.speech, reader.desk.directory.service(topic_id or "")
    return f"{service.pictogram} {speech.text(service.name).striptags()}" if service else speech.plain("🧩 Other")


def area(reader: Reader, area_id: str | None) -> str:
    areas = {area["id"]: area["name"] for area in reader.organization.areas}
    return reader.speech.text(areas.get(area_id or "")).striptags()


def language_names(speech: Speech, codes: list[str]) -> str:
    return speech.listing([language(speech, one) for one in codes])


def language(speech: Speech, language_code: str) -> str:
    """With a hand where it is signed, so that nobody takes it for a spoken one."""
    return ("🧏 " if language_code in SIGNED else "") + speech.language(language_code)


def urgencies(speech: Speech) -> Mapping[str, str]:
    return {
        Urgency.TODAY: speech.plain("🔴 Today"),
        Urgency.THIS_WEEK: speech.plain("🟠 This week"),
        Urgency.CAN_WAIT: speech.plain("🟢 It can wait"),
    }


def contact_ways(speech: Speech) -> Mapping[str, str]:
    return {
        ContactWay.TELEGRAM: speech.plain("💬 Here in Telegram"),
        ContactWay.PHONE: speech.plain("📞 By phone"),
        ContactWay.WRITING: speech.plain("✍️ Only in writing"),
        ContactWay.SIGN: speech.plain("🧏 Only in sign language"),
    }


def outcomes(speech: Speech) -> Mapping[Outcome, str]:
    return {
        Outcome.DONE: speech.plain("✅ Done"),
        Outcome.PARTLY: speech.plain("🌓 Partly done"),
        Outcome.REFERRED: speech.plain("➡️ Sent to a service"),
        Outcome.NOT_NEEDED: speech.plain("👌 Not needed any more"),
        Outcome.NOT_REACHABLE: speech.plain("📵 Nobody reached"),
        Outcome.DUPLICATE: speech.plain("👯 Asked twice"),
    }


def reasons(speech: Speech) -> Mapping[Reason, str]:
    return {
        Reason.NO_TIME: speech.plain("⏳ No time"),
        Reason.TOO_HARD: speech.plain("🧗 Too difficult"),
        Reason.LANGUAGE: speech.plain("🗣 Not my language"),
        Reason.NOT_REACHABLE: speech.plain("📵 Nobody reached"),
        Reason.OTHER: speech.plain("🧩 Something else"),
    }


def states(speech: Speech) -> Mapping[RequestState, str]:
    return {
        RequestState.DRAFT: speech.plain("📝 Not sent yet"),
        RequestState.TO_APPROVE: speech.plain("👀 The team is reading it"),
        RequestState.OPEN: speech.plain("🔎 We are looking for somebody"),
        RequestState.CLAIMED: speech.plain("🤝 Somebody is helping"),
        RequestState.CLOSED: speech.plain("✅ Closed"),
        RequestState.CANCELLED: speech.plain("✖️ Cancelled"),
        RequestState.EXPIRED: speech.plain("⌛ Nobody could take it"),
    }


def day_name(speech: Speech, day: str) -> str:
    names: Mapping[int, str] = speech.locale.days["stand-alone"]["wide"]
    return names[WEEKDAYS.index(day)]


def days(speech: Speech, request: HelpRequest) -> Markup:
    """When help is wanted: chosen days, and what was typed."""
    named = speech.listing([day_name(speech, day) for day in WEEKDAYS if day in request.days])
    typed = request.wanted_when or ""
    return Markup(", ").join(part for part in (named, typed) if part) or Markup.escape(speech.plain("any day"))


def age(reader: Reader, since: datetime | None) -> Markup:
    """How many days it has been waiting."""
    number = (reader.today - since.astimezone(reader.desk.directory.zone()).date()).days if since else 0
    if number < 1:
        return reader.speech.say("🕓 since today")
    return reader.speech.say_count("🕓 for {number} day", "🕓 for {number} days", number)


def public_part(reader: Reader, request: HelpRequest) -> Markup:
    """What everybody in the network may read."""
    speech = reader.speech
    tags = [
        topic(reader, request.topic),
        f"📍 {area(reader, request.area)}" if request.area else "",
        f"🗣 {language_names(speech, request.languages)}",
        urgencies(speech).get(request.urgency or "", ""),
        "📅 " + days(speech, request),
        contact_ways(speech).get(request.reach or "", ""),
        age(reader, request.board_since or request.created_at),
    ]
    said = Markup("<blockquote>{}</blockquote>").format(request.sentence) if request.sentence else None
    return paragraphs(said, Markup("\n").join(tag for tag in tags if tag))


def never_call(speech: Speech, request: HelpRequest) -> Markup | None:
    """For who does not hear: it stands wherever somebody might pick up the phone."""
    if request.reach == ContactWay.WRITING:
        return speech.say("✍️ <b>Only in writing.</b> Please never use the phone to speak.")
    if request.reach == ContactWay.SIGN:
        return speech.say("🧏 <b>Only in sign language or in writing.</b> Please never use the phone to speak.")
    return None


def on_button(reader: Reader, request: HelpRequest) -> str:
    """A line that says the most important at a glance."""
    since = request.board_since or request.created_at
    number = max((reader.now - since).days, 0)
    service = reader.desk.directory.service(request.topic or "")
    sign = URGENCY.get(request.urgency or Urgency.CAN_WAIT, "") + (service.pictogram if service else "🧩")
    spoken = " ".join(request.languages[:3]).upper()
    parts = (sign, reader.speech.ltr(request.code), area(reader, request.area), spoken, f"🕓{number}" if number else "")
    return " ".join(part for part in parts if part)


def moment(reader: Reader, at: datetime) -> Markup:
    speech, local = reader.speech, at.astimezone(reader.desk.directory.zone())
    return speech.say("📅 {date}, {time}", date=speech.date(local.date()), time=speech.time(local.time()))


def appointment(reader: Reader, at: datetime, place: str) -> Markup:
    """When, and where if somebody has said."""
    speech = reader.speech
    where = "\n" + speech.say("{label}: {value}", label=speech.plain("📍 Place"), value=place) if place else ""
    return moment(reader, at) + where
