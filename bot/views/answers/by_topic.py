"""The answer to a question in free text: one screen for each topic, with the next step as buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

from markupsafe import Markup

from bot.domain.roles import RESIDENT
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.answers import about_days as days_asked
from bot.views.answers.about_sessions import appointment, languages, sign_language
from bot.views.directory import contact, hours, location, services
from bot.views.directory.contact import please_call
from bot.views.meetings import meeting as meetings
from bot.views.menu import back, topic_rows
from bot.views.reader import Reader
from bot.views.screen import Screen, bold, paragraphs, rows
from db.models.directory import Service

SERVICE = "service."


def answer(speech: Speech, desk: Desk, now: datetime, topic: str, dates: Sequence[date] = ()) -> Screen:
    """`dates` at the main location. KeyError for a topic that does not exist."""
    if topic.startswith(SERVICE):
        chosen = desk.directory.service(topic.removeprefix(SERVICE))
        return services.service(speech, chosen) if chosen else services.services(_reader(speech, desk, now))
    if topic == "hours":
        return _hours(speech, desk, now, dates)
    return _ANSWERS[topic](speech, desk, now)


def _reader(speech: Speech, desk: Desk, now: datetime) -> Reader:
    return Reader(speech, desk, RESIDENT, now)


def _hours(speech: Speech, desk: Desk, now: datetime, dates: Sequence[date]) -> Screen:
    place = desk.directory.main_location
    if dates:
        return days_asked.days_asked(speech, desk, place, now, dates)
    return hours.hours(_reader(speech, desk, now), place, desk.today(place, now))


def _location(speech: Speech, desk: Desk, now: datetime) -> Screen:
    return location.location(_reader(speech, desk, now), desk.directory.main_location)


def _cost(speech: Speech, desk: Desk, now: datetime) -> Screen:
    return _from_services(speech, desk, speech.say("💶 What it costs"), lambda service: service.fees)


def _documents(speech: Speech, desk: Desk, now: datetime) -> Screen:
    title = speech.say("📄 What to bring")
    return _from_services(speech, desk, title, lambda service: service.required_documents)


def _eligibility(speech: Speech, desk: Desk, now: datetime) -> Screen:
    return _from_services(speech, desk, speech.say("👥 Who may come"), lambda service: service.eligibility)


def _from_services(
    speech: Speech, desk: Desk, title: Markup, told: Callable[[Service], Mapping[str, str] | None]
) -> Screen:
    """What the services say, once if all say the same; where none says anything, whom to ask."""
    said: dict[Markup, list[str]] = {}
    for service in desk.directory.services:
        if words := told(service):
            said.setdefault(speech.text(words), []).append(
                f"{service.pictogram} {speech.text(service.name).striptags()}"
            )
    everywhere = len(said) == 1 and len(next(iter(said.values()))) == len(desk.directory.services)
    lines: Iterable[Markup] = (
        text if everywhere else Markup("<b>{}</b>\n{}").format("\n".join(names), text) for text, names in said.items()
    )
    nothing = speech.say("I do not know this.") + " " + please_call(speech, desk.directory.organization)
    text = paragraphs(bold(title), *lines, None if said else nothing)
    return Screen(text, rows(speech, back(speech, "services", "hours")[:2], back(speech, "contact")))


def _community_space(speech: Speech, desk: Desk, now: datetime) -> Screen:
    return answer(speech, desk, now, f"{SERVICE}community_space")


def _request_help(speech: Speech, desk: Desk, now: datetime) -> Screen:
    text = paragraphs(
        speech.say("🙋 <b>Somebody to help you</b>"),
        speech.say("Neighbours here help each other. Tell us what you need, and we look for somebody."),
        speech.say("Come by when we are open, or call us."),
        contact.phones(speech, desk.directory.organization),
    )
    return Screen(text, rows(speech, back(speech, "ask", "contact")[:2], back(speech, "hours")))


def _volunteer(speech: Speech, desk: Desk, now: datetime) -> Screen:
    text = paragraphs(
        speech.say("💛 <b>You want to help? Thank you!</b>"),
        speech.say("Come by when we are open, or call us. We tell you how you can help your neighbours."),
        contact.phones(speech, desk.directory.organization),
    )
    return Screen(text, rows(speech, back(speech, "contact", "meetings")[:2], back(speech, "hours")))


def _human(speech: Speech, desk: Desk, now: datetime) -> Screen:
    text = paragraphs(
        bold(speech.say("🧑 Talk to a person")),
        speech.say("I am a machine. You can call the team, or come by when we are open."),
        contact.phones(speech, desk.directory.organization),
    )
    return Screen(text, rows(speech, back(speech, "contact", "hours")[:2], back(speech, "emergency")))


def _confidentiality(speech: Speech, desk: Desk, now: datetime) -> Screen:
    text = paragraphs(
        speech.say("🔐 <b>Who sees what you write</b>"),
        speech.say("I am a machine. Please do not write names, illnesses or papers here: you do not need to."),
        speech.say("If you ask for help, your name, phone number and address are locked away."),
        speech.say("Only the volunteer who helps you and the coordinators can read them."),
        speech.say("You can see all your data or delete it, at any time."),
    )
    return Screen(text, rows(speech, back(speech, "privacy", "contact")[:2], back(speech)))


def _greeting(speech: Speech, desk: Desk, now: datetime) -> Screen:
    text = paragraphs(
        speech.say("👋 Hello!"), speech.say("What would you like to know? Write it in your words, or tap a button.")
    )
    return Screen(text, topic_rows(speech))


def _thanks(speech: Speech, desk: Desk, now: datetime) -> Screen:
    return Screen(speech.say("🙂 You are welcome! Write to me any time."), rows(speech, back(speech)))


def _language_change(speech: Speech, desk: Desk, now: datetime) -> Screen:
    text = speech.say("🌐 Do you want to read another language? Tap the button.")
    return Screen(text, rows(speech, back(speech, "language")))


def _stop(speech: Speech, desk: Desk, now: datetime) -> Screen:
    text = speech.say("🔕 Do you want no more announcements from us? Tap the first button.")
    return Screen(text, rows(speech, back(speech, "stop")[:1], back(speech, "privacy")))


_ANSWERS: Mapping[str, Callable[[Speech, Desk, datetime], Screen]] = {
    "location": _location,
    "appointment": appointment,
    "languages": languages,
    "sign_language": sign_language,
    "services": lambda speech, desk, now: services.services(_reader(speech, desk, now)),
    "cost": _cost,
    "documents": _documents,
    "eligibility": _eligibility,
    "community_space": _community_space,
    "meetings": meetings.meetings,
    "request_help": _request_help,
    "volunteer": _volunteer,
    "contact": lambda speech, desk, now: contact.contact(_reader(speech, desk, now)),
    "human": _human,
    "confidentiality": _confidentiality,
    "emergency": lambda speech, desk, now: contact.emergency(_reader(speech, desk, now)),
    "greeting": _greeting,
    "thanks": _thanks,
    "language_change": _language_change,
    "stop": _stop,
}
