"""What everybody can do about themselves."""

from __future__ import annotations

from bot.domain.errors import NotOffered
from bot.usecases.actor import Actor
from db.queries import people


class People:
    def __init__(self, actor: Actor) -> None:
        self._actor = actor

    async def choose_language(self, language: str) -> None:
        """From now on they read the bot in this language. NotOffered if the organization does not offer it."""
        if language not in self._actor.desk.directory.organization.languages:
            raise NotOffered
        await people.choose_language(self._actor.session, self._actor.person_id, language)

    async def wants_announcements(self) -> bool:
        return await people.wants_announcements(self._actor.session, self._actor.person_id)

    async def want_announcements(self, wanted: bool) -> None:
        await people.want_announcements(self._actor.session, self._actor.person_id, wanted)
