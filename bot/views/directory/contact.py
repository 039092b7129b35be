"""The way to a human, and the numbers for when there is danger."""

from __future__ import annotations

from markupsafe import Markup

from bot.i18n import Speech
from bot.views.directory.taps import ShowContact, ShowEmergency, ShowHours, ShowPlace
from bot.views.menu import back
from bot.views.reader import Reader
from bot.views.screen import Button, Screen, paragraphs, rows
from db.models.directory import Organization


def contact(reader: Reader) -> Screen:
    speech, organization = reader.speech, reader.organization
    lines = [*_phones(speech, organization)]
    if organization.email:
        lines.append(Markup("✉️ {}").format(speech.ltr(organization.email)))
    text = paragraphs(
        speech.say("📞 <b>Contact</b>"),
        speech.text(organization.name),
        Markup("\n").join(lines),
        speech.say("You may also come by when we are open. You need no phone for that."),
    )
    website = (Button(speech.plain("🌍 Website"), url=organization.website),) if organization.website else ()
    return Screen(
        text, rows(speech, website, back(speech, ShowHours(), ShowPlace())[:2], back(speech, ShowEmergency()))
    )


def emergency(reader: Reader) -> Screen:
    """The country's numbers, the most important first."""
    speech = reader.speech
    text = paragraphs(emergency_numbers(reader), speech.say("This bot cannot call for help. Nobody reads it at night."))
    return Screen(text, rows(speech, back(speech, ShowContact())))


def emergency_numbers(reader: Reader) -> Markup:
    speech = reader.speech
    lines = (
        Markup("<b>{}</b>  {}").format(speech.phone(number["number"]), speech.text(number["label"]))
        for number in reader.organization.emergency
    )
    return paragraphs(speech.say("🚨 <b>In danger? Call now.</b>"), Markup("\n").join(lines))


def please_call(speech: Speech, organization: Organization) -> Markup:
    """What to do when the bot is not sure."""
    return speech.say("Please call us to be sure: {phones}", phones=Markup(", ").join(_phones(speech, organization)))


def phones(speech: Speech, organization: Organization) -> Markup:
    """One line a number."""
    return Markup("\n").join(Markup("📞 {}").format(number) for number in _phones(speech, organization))


def _phones(speech: Speech, organization: Organization) -> list[Markup]:
    return [
        Markup("{} {}").format(speech.phone(phone["number"]), speech.text(phone["note"]))
        if phone["note"]
        else Markup.escape(speech.phone(phone["number"]))
        for phone in organization.phones
    ]
