"""How a test lives through requests below the chat: people with roles, each in a transaction of their own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.requests import ContactWay, Urgency
from bot.domain.roles import RESIDENT
from bot.policy import Policy
from bot.usecases.actor import Actor
from bot.usecases.desk import DeskCache
from bot.usecases.requests.claims import Claims
from bot.usecases.requests.drafts import Drafts
from bot.usecases.requests.upkeep import RequestUpkeep
from bot.vault import Vault, new_key
from db.models.notices import Notice
from db.models.people import Person
from db.models.requests import HelpRequest
from db.models.team import Volunteer
from db.queries import people
from db.session import Sessions
from scheduler.by_itself import ByItself

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)  # noon on a Saturday in Brussels
AMINA, MARC, SOFIE, IONELA, CLAIRE = range(5_000_000_001, 5_000_000_006)
"""A resident, three volunteers, and the coordinator."""
PRIVATE = {"name": "Zaïnab Elmoutawakil", "phone": "+32 470 99 88 77", "address": "Rue Inventée 7", "note": "2e étage"}


class HandClock:
    def __init__(self) -> None:
        self.time = NOW

    def now(self) -> datetime:
        return self.time

    def move(self, by: timedelta) -> None:
        self.time += by


class Network:
    def __init__(self, sessions: Sessions, policy: Policy | None = None) -> None:
        self.sessions = sessions
        self.clock = HandClock()
        self.vault = Vault([new_key()])
        self.policy = policy or Policy()
        self.roles: dict[int, str] = {}
        self._desks = DeskCache()

    async def join(self, person_id: int, role: str = RESIDENT, **profile: Any) -> int:
        """Somebody who has written to the bot; a volunteer with what they said of themselves."""
        self.roles[person_id] = role
        async with self.sessions.begin() as session:
            await people.arrive(session, person_id, self.clock.now())
            await session.execute(update(Person).where(Person.id == person_id).values(role=role))
            if role != RESIDENT:
                lists: dict[str, Any] = {"languages": [], "areas": [], "topics": [], "days": []}
                known = {"name": str(person_id), "notify": "now", "joined_at": self.clock.now()}
                session.add(Volunteer(person_id=person_id, **lists | known | profile))
        return person_id

    @asynccontextmanager
    async def acts_as(self, person_id: int, role: str | None = None) -> AsyncIterator[Actor]:
        """This person in one transaction."""
        async with self.sessions.begin() as session:
            yield await self.actor(session, person_id, role)

    async def actor(self, session: AsyncSession, person_id: int, role: str | None = None) -> Actor:
        desk = await self._desks.read(session)
        own = role or self.roles[person_id]
        return Actor(session, self.clock.now(), self.vault, self.policy, desk, person_id, own)

    async def draft(self, person_id: int, for_self: bool = True, **fields: Any) -> int:
        """Complete, and with everything private."""
        public = {
            "topic": "housing",
            "area": "cureghem",
            "languages": ["ar"],
            "sentence": "Un formulaire à remplir",
            "urgency": Urgency.THIS_WEEK,
            "reach": ContactWay.TELEGRAM,
            "consent": True,
        }
        async with self.acts_as(person_id) as actor:
            drafts = Drafts(actor)
            request = await drafts.begin(for_self)
            await drafts.fill(request.id, **public | fields)
            await drafts.fill_private(request.id, **PRIVATE)
        return request.id

    async def log(self, person_id: int = AMINA, for_self: bool = True, **fields: Any) -> int:
        request_id = await self.draft(person_id, for_self, **fields)
        async with self.acts_as(person_id) as actor:
            await Drafts(actor).log(request_id)
        return request_id

    async def claim(self, person_id: int, request_id: int) -> HelpRequest:
        async with self.acts_as(person_id) as actor:
            return await Claims(actor).claim(request_id)

    @asynccontextmanager
    async def upkeep(self) -> AsyncIterator[RequestUpkeep]:
        async with self.by_itself().transaction() as actor:
            yield RequestUpkeep(actor)

    def by_itself(self, *administrators: int) -> ByItself:
        """With those whom the settings name."""
        return ByItself(self.sessions, self.clock, self.vault, self.policy, administrators, asyncio.Event())

    async def read(self, request_id: int) -> HelpRequest:
        async with self.sessions() as session:
            return await session.get_one(HelpRequest, request_id)

    async def told(self, *person_ids: int) -> list[tuple[int, str]]:
        """What waits for them, or for everybody: who, and the kind. Forgotten once it was read."""
        async with self.sessions.begin() as session:
            rows: Sequence[Notice] = (await session.scalars(select(Notice).order_by(Notice.id))).all()
            found = [(row.chat_id, row.kind) for row in rows if not person_ids or row.chat_id in person_ids]
            for row in rows:
                await session.delete(row)
        return found
