"""One's own data: what is kept, a file with all of it, and the end of it."""

from __future__ import annotations

from bot.domain.roles import RESIDENT
from bot.i18n import Speech
from bot.views.directory.taps import ShowContact
from bot.views.labels import button
from bot.views.learning.consent import to_switch
from bot.views.menu import back, with_keyboard
from bot.views.privacy.taps import AskErase, EraseData, ExportData, ShowPrivacy
from bot.views.reader import Reader
from bot.views.screen import Button, File, Screen, paragraphs, rows

FILE_NAME = "relais.json"


def explained(speech: Speech) -> Screen:
    """In five sentences."""
    text = paragraphs(
        speech.say("🔐 <b>My data</b>"),
        speech.say("I keep your Telegram number, your language, and what you choose here with the buttons."),
        speech.say("If you ask for help, your name, phone number and address are locked away."),
        speech.say("Only the volunteer who helps you and the coordinators can read them."),
        speech.say("Some time after the help is over they are deleted."),
        speech.say("You can see all your data or delete it, at any time."),
    )
    export = Button(speech.plain("📄 See all my data"), ExportData())
    erase = Button(speech.plain("🗑 Delete my data"), AskErase())
    return Screen(text, rows(speech, (export,), (to_switch(speech),), (erase,), back(speech, ShowContact())))


def exported(speech: Speech, document: bytes) -> Screen:
    text = paragraphs(
        speech.say("📄 This file holds all that I know about you."),
        speech.say("Do you want help to read it? Come by, and we read it together."),
    )
    return Screen(text, rows(speech, (button(speech, ShowPrivacy()),), back(speech)), file=File(FILE_NAME, document))


def ask_erase(reader: Reader) -> Screen:
    speech = reader.speech
    text = paragraphs(
        speech.say("🗑 <b>Delete all your data?</b>"),
        speech.say("This cannot be undone. Afterwards I do not know you any more."),
        speech.say("You also leave the team.") if reader.role != RESIDENT else None,
        speech.say("The messages in this chat stay on your phone. You can delete the chat yourself."),
    )
    yes = Button(speech.plain("🗑 Yes, delete everything"), EraseData())
    no = Button(speech.plain("↩️ No, keep it"), ShowPrivacy())
    return Screen(text, rows(speech, (yes,), (no,)))


def erased(speech: Speech) -> Screen:
    """With the keyboard and the commands that everybody has."""
    text = paragraphs(
        speech.say("✅ Your data is deleted. Goodbye, and all the best!"),
        speech.say("If you need us again, send {command}. We begin anew then.", command=speech.ltr("/start")),
    )
    return with_keyboard(speech, RESIDENT, text)
