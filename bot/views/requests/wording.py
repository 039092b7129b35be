"""What belongs to a request, in words and in pictograms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from markupsafe import Markup

from bot.domain.requests import WEEKDAYS, Outcome, Reach, Reason, State, Urgency
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.screen import paragraphs
from db.models.requests import HelpRequest

URGENCY = {Urgency.TODAY: "🔴", Urgency.THIS_WEEK: "🟠", Urgency.CAN_WAIT: "🟢"}
REACH = {Reach.TELEGRAM: "💬", Reach.PHONE: "📞", Reach.WRITING: "✍️", Reach.SIGN: "🧏"}
SIGNED = ("sfb", "vgt")


def code(speech: Speech, request: HelpRequest) -> Markup:
    return Markup("<b>{}</b>").format(speech.ltr(request.code))


def topic(speech: Speech, desk: Desk, topic_id: str | None) -> str:
    """With its pictogram."""
    service = desk.directory.service(topic_id or "")
    return f"{service.pictogram} {speech.text(service.name).striptags()}" if service else speech.plain("🧩 Other")


def topic_sign(desk: Desk, topic_id: str | None) -> str:
    service = desk.directory.service(topic_id or "")
    return service.pictogram if service else "🧩"


def area(speech: Speech, desk: Desk, area_id: str | None) -> str:
    areas = {area["id"]: area["name"] for area in desk.directory.organization.areas}
    return speech.text(areas.get(area_id or "")).striptags()


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


def reaches(speech: Speech) -> Mapping[str, str]:
    return {
        Reach.TELEGRAM: speech.plain("💬 Here in Telegram"),
        Reach.PHONE: speech.plain("📞 By phone"),
        Reach.WRITING: speech.plain("✍️ Only in writing"),
        Reach.SIGN: speech.plain("🧏 Only in sign language"),
    }


def outcomes(speech: Speech) -> Mapping[str, str]:
    return {
        Outcome.DONE: speech.plain("✅ Done"),
        Outcome.PARTLY: speech.plain("🌓 Partly done"),
        Outcome.REFERRED: speech.plain("➡️ Sent to a service"),
        Outcome.NOT_NEEDED: speech.plain("👌 Not needed any more"),
        Outcome.NOT_REACHABLE: speech.plain("📵 Nobody reached"),
        Outcome.DUPLICATE: speech.plain("👯 Asked twice"),
    }


def reasons(speech: Speech) -> Mapping[str, str]:
    return {
        Reason.NO_TIME: speech.plain("⏳ No time"),
        Reason.TOO_HARD: speech.plain("🧗 Too difficult"),
        Reason.LANGUAGE: speech.plain("🗣 Not my language"),
        Reason.NOT_REACHABLE: speech.plain("📵 Nobody reached"),
        Reason.OTHER: speech.plain("🧩 Something else"),
    }


def states(speech: Speech) -> Mapping[str, str]:
    return {
        State.DRAFT: speech.plain("📝 Not sent yet"),
        State.TO_APPROVE: speech.plain("👀 The team is reading it"),
        State.OPEN: speech.plain("🔎 We are looking for somebody"),
        State.CLAIMED: speech.plain("🤝 Somebody is helping"),
        State.CLOSED: speech.plain("✅ Closed"),
        State.CANCELLED: speech.plain("✖️ Cancelled"),
        State.EXPIRED: speech.plain("⌛ Nobody could take it"),
    }


def day_name(speech: Speech, day: str) -> str:
    names: Mapping[int, str] = speech.locale.days["stand-alone"]["wide"]
    return names[WEEKDAYS.index(day)]


def days(speech: Speech, request: HelpRequest) -> Markup:
    """When help is wanted: chosen days, and what was typed."""
    named = speech.listing([day_name(speech, day) for day in WEEKDAYS if day in request.days])
    typed = request.wanted_when or ""
    return Markup(", ").join(part for part in (named, typed) if part) or Markup.escape(speech.plain("any day"))


def age(speech: Speech, since: datetime | None, today: date, desk: Desk) -> Markup:
    """How many days it has been waiting."""
    number = (today - since.astimezone(desk.directory.zone()).date()).days if since else 0
    if number < 1:
        return speech.say("🕓 since today")
    return speech.say_count("🕓 for {number} day", "🕓 for {number} days", number)


def public_part(speech: Speech, desk: Desk, request: HelpRequest, now: datetime) -> Markup:
    """What everybody in the network may read."""
    today = now.astimezone(desk.directory.zone()).date()
    tags = [
        topic(speech, desk, request.topic),
        f"📍 {area(speech, desk, request.area)}" if request.area else "",
        f"🗣 {language_names(speech, request.languages)}",
        urgencies(speech).get(request.urgency or "", ""),
        "📅 " + days(speech, request),
        reaches(speech).get(request.reach or "", ""),
        age(speech, request.board_since or request.created_at, today, desk),
    ]
    said = Markup("<blockquote>{}</blockquote>").format(request.sentence) if request.sentence else None
    return paragraphs(said, Markup("\n").join(tag for tag in tags if tag))


def never_call(speech: Speech, request: HelpRequest) -> Markup | None:
    """For who does not hear: it stands wherever somebody might pick up the phone."""
    if request.reach == Reach.WRITING:
        return speech.say("✍️ <b>Only in writing.</b> Please never use the phone to speak.")
    if request.reach == Reach.SIGN:
        return speech.say("🧏 <b>Only in sign language or in writing.</b> Please never use the phone to speak.")
    return None


def on_button(speech: Speech, desk: Desk, request: HelpRequest, now: datetime) -> str:
    """A line that says the most important at a glance."""
    since = request.board_since or request.created_at
    number = max((now - since).days, 0)
    where = area(speech, desk, request.area)
    sign = URGENCY.get(request.urgency or Urgency.CAN_WAIT, "") + topic_sign(desk, request.topic)
    spoken = " ".join(request.languages[:3]).upper()
    parts = (sign, speech.ltr(request.code), where, spoken, f"🕓{number}" if number else "")
    return " ".join(part for part in parts if part)
