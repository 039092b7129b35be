"""No dead ends: what the bot says when it cannot do what was asked."""

from __future__ import annotations

from markupsafe import Markup

from bot.i18n import Speech
from bot.views.directory.taps import ShowContact, ShowEmergency
from bot.views.labels import label
from bot.views.menu import topic_rows
from bot.views.screen import Screen, paragraphs


def not_understood(speech: Speech, kind: str) -> Screen:
    """For a message that is no button and no command. `kind` as Telegram names it: text, voice, sticker …"""
    return Screen(paragraphs(_what_happened(speech, kind), _what_now(speech)), topic_rows(speech))


def old_button(speech: Speech) -> Screen:
    return Screen(
        paragraphs(speech.say("This button is old and does not work any more."), _what_now(speech)), topic_rows(speech)
    )


def failed(speech: Speech, incident: str) -> Screen:
    """Something of ours broke; the id is what the team finds in the log."""
    sorry = speech.say("Sorry, something went wrong on our side. Please try again in a moment.")
    number = speech.say("If it happens again, please tell us this number: {incident}", incident=speech.ltr(incident))
    return Screen(paragraphs(sorry, number), topic_rows(speech))


def _what_happened(speech: Speech, kind: str) -> Markup:
    match kind:
        case "text":  # a key of the keyboard that their role had once
            return speech.say("This button is old and does not work any more.")
        case "command":
            return speech.say("I do not know this command.")
        case "voice" | "audio" | "video_note":
            return speech.say("I am sorry, I cannot listen to voice messages.")
        case "photo" | "document" | "video" | "animation":
            return speech.say("I am sorry, I cannot look at pictures or files. Please bring your papers to the desk.")
        case "sticker":
            return speech.say("Thank you for the sticker! 🙂")
        case _:
            return speech.say("I am sorry, I cannot do anything with this message.")


def _what_now(speech: Speech) -> Markup:
    return speech.say(
        "Please tap a button. To talk to a person, tap “{contact}”. In danger, tap “{emergency}”.",
        contact=label(speech, ShowContact),
        emergency=label(speech, ShowEmergency),
    )
