"""What everybody can do about themselves."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import NotOffered
from bot.usecases.desk import Desk
from db.queries import people


class People:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def choose_language(self, person_id: int, language: str, desk: Desk) -> None:
        """From now on they read the bot in this language. NotOffered if the organization does not offer it."""
        if language not in desk.directory.organization.languages:
            raise NotOffered
        await people.choose_language(self._session, person_id, language)

    async def wants_announcements(self, person_id: int) -> bool:
        return await people.wants_announcements(self._session, person_id)

    async def want_announcements(self, person_id: int, wanted: bool) -> None:
        await people.want_announcements(self._session, person_id, wanted)
