"""Notices as people see them: each kind has a function that makes its screen, for its reader as they are now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.domain.notices import NoticeKind
from bot.views.broadcasts.subscription import announcement
from bot.views.learning import notices as lessons
from bot.views.meetings import notices as meetings
from bot.views.reader import Reader
from bot.views.requests import notices as requests
from bot.views.requests.relay import passed_on
from bot.views.screen import Screen
from bot.views.team import notices as team
from db.models.broadcasts import Broadcast
from db.models.notices import Notice

View = Callable[[Reader, Notice, Any], Screen | None]
"""The last argument is what `read_broadcast` gave for the notice's broadcast (None without one). None: not for this
reader after all, and the notice counts as cancelled. A notice that has a message_id already changes that message."""


def views(bot_name: str = "") -> Mapping[NoticeKind, View]:
    """`bot_name`: Telegram's user name of the bot, to which the button in the network's group leads."""
    return {
        NoticeKind.TEAM_ROLE: team.role,
        NoticeKind.TEAM_JOINED: team.joined,
        NoticeKind.TEAM_WRONG_TRIES: team.wrong_tries,
        **{kind: requests.telling(*told) for kind, told in requests.TOLD.items()},
        NoticeKind.REQUEST_PUBLIC: requests.public(bot_name),
        NoticeKind.REQUEST_MESSAGE: passed_on,
        NoticeKind.REQUEST_TAKEN_AWAY: requests.taken_away,
        NoticeKind.MEETING_REMINDER: meetings.reminder,
        NoticeKind.MEETING_PLACE: meetings.place,
        NoticeKind.MEETING_MOVED: meetings.moved,
        NoticeKind.MEETING_CANCELLED: meetings.cancelled,
        NoticeKind.LESSON_ADOPTED: lessons.adopted,
        NoticeKind.LESSON_REFUSED: lessons.refused,
        NoticeKind.LESSON_FAILED: lessons.failed,
        NoticeKind.BROADCAST_COPY: _announcement,
        NoticeKind.BROADCAST_EDIT: _announcement,
    }


def _announcement(reader: Reader, _notice: Notice, broadcast: Broadcast) -> Screen | None:
    return announcement(reader.speech, broadcast)
