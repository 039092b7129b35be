"""What cannot be done around the team, said kindly."""

from __future__ import annotations

from markupsafe import Markup

from bot.domain.errors import (
    AlreadyInTeam,
    DomainError,
    LastAdministrator,
    LockedOut,
    NamedInSettings,
    NoInvitation,
    NotYourself,
)
from bot.i18n import Speech
from bot.views.directory.taps import ShowContact
from bot.views.menu import back
from bot.views.screen import Screen, rows
from bot.views.taps import Tap
from bot.views.team.joining import not_valid
from bot.views.team.profile_taps import ShowProfile
from bot.views.team.taps import ShowTeam


def in_words(error: DomainError, speech: Speech) -> Screen | None:
    """None for what has nothing to do with the team."""
    match error:
        case LockedOut():
            return _said(speech, speech.say("🔒 Too many wrong links. Please try again in an hour."), ShowContact())
        case NoInvitation():
            return not_valid(speech)
        case AlreadyInTeam():
            return _said(speech, speech.say("🙂 You are in the team already."), ShowProfile())
        case NotYourself():
            return _said(speech, speech.say("This is you. To leave the team, open your profile."), ShowProfile())
        case NamedInSettings():
            return _said(
                speech,
                speech.say("The settings of the bot name this administrator. Only whoever runs the bot can change it."),
                ShowContact(),
            )
        case LastAdministrator():
            return _said(
                speech,
                speech.say("You are the only administrator. Please make somebody else administrator first."),
                ShowTeam(),
            )
        case _:
            return None


def _said(speech: Speech, text: Markup, way: Tap) -> Screen:
    return Screen(text, rows(speech, back(speech, way)))
