"""Which messages show a private part: known only once Telegram has said their numbers."""

from __future__ import annotations

import structlog

from bot.domain.clock import Clock
from bot.usecases.requests.private_parts import remember_shown
from bot.views.screen import Screen
from db.session import Sessions

log = structlog.get_logger()


class RemembersPrivateMessages:
    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    async def __call__(self, chat_id: int, message_id: int, screen: Screen) -> None:
        """In a transaction of its own, after the one in which somebody looked."""
        assert screen.shows
        media = screen.media.kind if screen.media else None
        try:
            async with self._sessions.begin() as session:
                await remember_shown(session, self._clock.now(), chat_id, message_id, *screen.shows, media)
        except Exception as error:
            log.error("a shown private part is not remembered", exc_info=error)
