"""Notices as people see them: each kind has a function that makes its screen, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.broadcasts.subscription import announcement
from bot.views.learning import notices as lesson_notices
from bot.views.meetings import notices as meeting_notices
from bot.views.requests import notices as request_notices
from bot.views.requests.relay import passed_on
from bot.views.screen import Screen
from bot.views.team import invitations as team_invitations
from bot.views.team import members as team
from db.models.broadcasts import Broadcast
from db.models.notices import Notice

Renderer = Callable[[Speech, Desk, Notice, Any], Screen | None]
"""The last argument is what `read_broadcast` gave for the notice's broadcast (None without one). None: not for this
reader after all, and the notice counts as cancelled. A notice that has a message_id already changes that message."""


def _announcement(speech: Speech, desk: Desk, notice: Notice, broadcast: Broadcast) -> Screen | None:
    return announcement(speech, broadcast)


def _role(speech: Speech, desk: Desk, notice: Notice, broadcast: object) -> Screen:
    return team.told_of_role(speech, notice.params["what"], notice.params["role"])


def _joined(speech: Speech, desk: Desk, notice: Notice, broadcast: object) -> Screen:
    return team_invitations.told_of_joining(speech, notice.params["role"])


def _wrong_tries(speech: Speech, desk: Desk, notice: Notice, broadcast: object) -> Screen:
    return team.told_of_wrong_tries(speech)


RENDERERS: dict[str, Renderer] = {
    "broadcast.copy": _announcement,
    "broadcast.edit": _announcement,
    "team.role": _role,
    "team.joined": _joined,
    "team.wrong_tries": _wrong_tries,
    **lesson_notices.RENDERERS,
    **meeting_notices.RENDERERS,
    **request_notices.RENDERERS,
    "request.message": passed_on,
}
"""By kind."""
