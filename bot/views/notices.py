"""Notices as people see them: each kind has a function that makes its screen, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.views.announcements import announcement
from bot.views.screen import Screen
from db.models.broadcasts import Broadcast
from db.models.notices import Notice

Renderer = Callable[[Speech, Desk, Notice, Any], Screen | None]
"""The last argument is what `read_broadcast` gave for the notice's broadcast (None without one). None: not for this
reader after all, and the notice counts as cancelled. A notice that has a message_id already changes that message."""


def _announcement(speech: Speech, desk: Desk, notice: Notice, broadcast: Broadcast) -> Screen | None:
    return announcement(speech, broadcast)


RENDERERS: dict[str, Renderer] = {"broadcast.copy": _announcement, "broadcast.edit": _announcement}
"""By kind."""
