"""What people can get."""

from __future__ import annotations

from markupsafe import Markup

from bot.i18n import Speech
from bot.views.directory.taps import ShowContact, ShowHours, ShowPlace, ShowService, ShowServices
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.screen import Button, Screen, paragraphs, rows
from db.models.directory import Service


def services(reader: Reader) -> Screen:
    """One button a service."""
    speech, all_services = reader.speech, reader.desk.directory.services
    text = speech.say("🤝 <b>What we do</b>") + "\n\n"
    if not all_services:
        return Screen(
            text + speech.say("There is nothing here yet. Please call us."), rows(speech, back(speech, ShowContact()))
        )
    choices = tuple((_button(speech, service),) for service in all_services)
    return Screen(text + speech.say("Please choose what you need."), rows(speech, *choices, back(speech)))


def service(speech: Speech, chosen: Service) -> Screen:
    """What it is, who may come, what it costs, what to bring, when, and where to go on."""
    parts = (
        (speech.say("👥 Who may come"), chosen.eligibility),
        (speech.say("💶 What it costs"), chosen.fees),
        (speech.say("📄 What to bring"), chosen.required_documents),
        (speech.say("👉 What to do"), chosen.application_process),
        (speech.say("📞 Who to ask"), chosen.contact),
    )
    details = (Markup("<b>{}</b>\n{}").format(title, speech.text(words)) for title, words in parts if words)
    languages = speech.listing([speech.language(code) for code in chosen.languages])
    text = paragraphs(
        Markup("{} <b>{}</b>").format(chosen.pictogram, speech.text(chosen.name)),
        Markup("⚠️ {}").format(speech.text(chosen.alert)) if chosen.alert else None,
        speech.text(chosen.description),
        *details,
        Markup("<b>{}</b>\n{}").format(speech.say("💬 Languages"), languages) if languages else None,
    )
    return Screen(text, rows(speech, back(speech, ShowHours(), ShowPlace())[:2], back(speech, ShowServices())))


def _button(speech: Speech, chosen: Service) -> Button:
    return Button(f"{chosen.pictogram} {speech.text(chosen.name).striptags()}", ShowService(chosen.id))
