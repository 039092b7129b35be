"""The answer to a question in free text: one screen for each topic, with the next step as buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from bot.views.answers.about_days import days_asked
from bot.views.answers.about_sessions import appointment, languages, sign_language
from bot.views.broadcasts.taps import StopAnnouncements
from bot.views.directory import contact, hours, location, services
from bot.views.directory.contact import please_call
from bot.views.directory.taps import ShowContact, ShowEmergency, ShowHours, ShowServices
from bot.views.meetings import meeting as meetings
from bot.views.meetings.taps import ShowMeetings
from bot.views.menu import back, topic_rows
from bot.views.menu_taps import ChooseLanguage
from bot.views.privacy.taps import ShowPrivacy
from bot.views.reader import Reader
from bot.views.requests.taps import ShowOwnRequests
from bot.views.screen import Screen, bold, paragraphs, rows
from db.models.directory import Service

SERVICE = "service."


def answer(reader: Reader, topic: str, dates: Sequence[date] = ()) -> Screen:
    """`dates` at the main location. KeyError for a topic that does not exist."""
    if topic.startswith(SERVICE):
        chosen = reader.desk.directory.service(topic.removeprefix(SERVICE))
        return services.service(reader.speech, chosen) if chosen else services.services(reader)
    if topic == "hours":
        return _hours(reader, dates)
    return _ANSWERS[topic](reader)


def _hours(reader: Reader, dates: Sequence[date]) -> Screen:
    place = reader.desk.directory.main_location
    if dates:
        return days_asked(reader, place, dates)
    return hours.hours(reader, place, reader.desk.today(place, reader.now))


def _location(reader: Reader) -> Screen:
    return location.location(reader, reader.desk.directory.main_location)


def _cost(reader: Reader) -> Screen:
    return _from_services(reader, reader.speech.say("💶 What it costs"), lambda service: service.fees)


def _documents(reader: Reader) -> Screen:
    title = reader.speech.say("📄 What to bring")
    return _from_services(reader, title, lambda service: service.required_documents)


def _eligibility(reader: Reader) -> Screen:
    return _from_services(reader, reader.speech.say("👥 Who may come"), lambda service: service.eligibility)


def _from_services(reader: Reader, title: Markup, told: Callable[[Service], Mapping[str, str] | None]) -> Screen:
    """What the services say, once if all say the same; where none says anything, whom to ask."""
    speech, all_services = reader.speech, reader.desk.directory.services
    said: dict[Markup, list[str]] = {}
    for service in all_services:
        if words := told(service):
            said.setdefault(speech.text(words), []).append(
                f"{service.pictogram} {speech.text(service.name).striptags()}"
            )
    everywhere = len(said) == 1 and len(next(iter(said.values()))) == len(all_services)
    lines: Iterable[Markup] = (
        text if everywhere else Markup("<b>{}</b>\n{}").format("\n".join(names), text) for text, names in said.items()
    )
    nothing = speech.say("I do not know this.") + " " + please_call(speech, reader.organization)
    text = paragraphs(bold(title), *lines, None if said else nothing)
    return Screen(text, rows(speech, back(speech, ShowServices(), ShowHours())[:2], back(speech, ShowContact())))


def _community_space(reader: Reader) -> Screen:
    return answer(reader, f"{SERVICE}community_space")


def _request_help(reader: Reader) -> Screen:
    speech = reader.speech
    text = paragraphs(
        speech.say("🙋 <b>Somebody to help you</b>"),
        speech.say("Neighbours here help each other. Tell us what you need, and we look for somebody."),
        speech.say("Come by when we are open, or call us."),
        contact.phones(speech, reader.organization),
    )
    return Screen(text, rows(speech, back(speech, ShowOwnRequests(), ShowContact())[:2], back(speech, ShowHours())))


def _volunteer(reader: Reader) -> Screen:
    speech = reader.speech
    text = paragraphs(
        speech.say("💛 <b>You want to help? Thank you!</b>"),
        speech.say("Come by when we are open, or call us. We tell you how you can help your neighbours."),
        contact.phones(speech, reader.organization),
    )
    return Screen(text, rows(speech, back(speech, ShowContact(), ShowMeetings())[:2], back(speech, ShowHours())))


def _human(reader: Reader) -> Screen:
    speech = reader.speech
    text = paragraphs(
        bold(speech.say("🧑 Talk to a person")),
        speech.say("I am a machine. You can call the team, or come by when we are open."),
        contact.phones(speech, reader.organization),
    )
    return Screen(text, rows(speech, back(speech, ShowContact(), ShowHours())[:2], back(speech, ShowEmergency())))


def _confidentiality(reader: Reader) -> Screen:
    speech = reader.speech
    text = paragraphs(
        speech.say("🔐 <b>Who sees what you write</b>"),
        speech.say("I am a machine. Please do not write names, illnesses or papers here: you do not need to."),
        speech.say("If you ask for help, your name, phone number and address are locked away."),
        speech.say("Only the volunteer who helps you and the coordinators can read them."),
        speech.say("You can see all your data or delete it, at any time."),
    )
    return Screen(text, rows(speech, back(speech, ShowPrivacy(), ShowContact())[:2], back(speech)))


def _greeting(reader: Reader) -> Screen:
    speech = reader.speech
    text = paragraphs(
        speech.say("👋 Hello!"), speech.say("What would you like to know? Write it in your words, or tap a button.")
    )
    return Screen(text, topic_rows(speech))


def _thanks(reader: Reader) -> Screen:
    speech = reader.speech
    return Screen(speech.say("🙂 You are welcome! Write to me any time."), rows(speech, back(speech)))


def _language_change(reader: Reader) -> Screen:
    speech = reader.speech
    text = speech.say("🌐 Do you want to read another language? Tap the button.")
    return Screen(text, rows(speech, back(speech, ChooseLanguage())))


def _stop(reader: Reader) -> Screen:
    speech = reader.speech
    text = speech.say("🔕 Do you want no more announcements from us? Tap the first button.")
    return Screen(text, rows(speech, back(speech, StopAnnouncements())[:1], back(speech, ShowPrivacy())))


_ANSWERS: Mapping[str, Callable[[Reader], Screen]] = {
    "location": _location,
    "appointment": appointment,
    "languages": languages,
    "sign_language": sign_language,
    "services": services.services,
    "cost": _cost,
    "documents": _documents,
    "eligibility": _eligibility,
    "community_space": _community_space,
    "meetings": meetings.meetings,
    "request_help": _request_help,
    "volunteer": _volunteer,
    "contact": contact.contact,
    "human": _human,
    "confidentiality": _confidentiality,
    "emergency": contact.emergency,
    "greeting": _greeting,
    "thanks": _thanks,
    "language_change": _language_change,
    "stop": _stop,
}
