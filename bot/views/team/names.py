"""What people of the team are called, and what their roles are."""

from __future__ import annotations

from markupsafe import Markup

from bot.domain.roles import ADMINISTRATOR, COORDINATOR, VOLUNTEER
from bot.i18n import RIGHT_TO_LEFT_MARK, Speech
from db.queries.team.members import Member


def role_name(speech: Speech, role: str) -> str:
    names = {
        VOLUNTEER: speech.plain("volunteer"),
        COORDINATOR: speech.plain("coordinator"),
        ADMINISTRATOR: speech.plain("administrator"),
    }
    return names.get(role) or speech.plain("resident")


def display_name(speech: Speech, who: Member) -> str:
    """An administrator of the settings has no name before they accept the charter: then what they are."""
    return isolated(speech, who.name) if who.name else role_name(speech, who.role)


def isolated(speech: Speech, name: str) -> str:
    """Of the direction of its own script, between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9); a line
    that begins with it still begins on the reader's side."""
    return f"{RIGHT_TO_LEFT_MARK if speech.rtl else ''}\u2068{name}\u2069"


def rights(speech: Speech, role: str) -> Markup:
    """What somebody of this role does."""
    if role == VOLUNTEER:
        return speech.say("Volunteers help neighbours with what they need.")
    if role == COORDINATOR:
        return speech.say("Coordinators see the team and the requests, write announcements and invite volunteers.")
    return speech.say("Administrators can do everything, also invite coordinators and change roles.")
