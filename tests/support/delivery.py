"""How a test delivers: people, their notices, and a Delivery that sends to them over HTTP in the world's time."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram import Bot
from markupsafe import Markup
from pydantic import SecretStr
from sqlalchemy import select, update

from bot.app import open_bot
from bot.delivery.notices import LEASE, Delivery
from bot.domain.notices import NoticeKind
from bot.settings import read_settings
from bot.usecases.notices import Notices
from bot.views.notices import View
from bot.views.reader import Reader
from bot.views.screen import Screen
from db.models.notices import DeliveryTurn, Notice
from db.queries import people
from db.queries.notices import notices
from db.session import Sessions
from simulator.chat import Chat
from simulator.person import Person
from simulator.server import serving
from simulator.world import World
from tests.support.conversation import TOKEN, speeches, world_pacer


def _in_words(reader: Reader, notice: Notice, _broadcast: object) -> Screen | None:
    if notice.params.get("skip"):
        return None
    return Screen(Markup("{} {} {}").format(reader.speech.code, notice.kind, notice.params["number"]))


JOINED, COPY, EDIT = NoticeKind.TEAM_JOINED, NoticeKind.BROADCAST_COPY, NoticeKind.BROADCAST_EDIT
"""One by itself, one of many, and a change of such a one."""
VIEWS: Mapping[NoticeKind, View] = dict.fromkeys((JOINED, COPY, EDIT), _in_words)


class Office:
    """Notices in a simulated world: `write`, `deliver`, then look at `states`, or at what people got."""

    def __init__(self, world: World, sessions: Sessions, bot: Bot, address: str) -> None:
        self.world = world
        self.address = address
        self.sessions = sessions
        self.bot = bot
        self.delivery = self.new_delivery()

    def new_delivery(self, sessions: Sessions | None = None, rate: float = 28.5) -> Delivery:
        """As after a restart, or in another process. A moment of the world passes once what is sent has arrived."""

        async def settle() -> None:
            if delivery.in_flight:
                await asyncio.wait(delivery.in_flight, timeout=0.05)

        delivery = Delivery(
            self.bot,
            sessions or self.sessions,
            self.world.clock,
            speeches(),
            world_pacer(self.world, rate, settle),
            views=VIEWS,
            dice=random.Random(7),
        )
        return delivery

    async def kill(self) -> None:
        """What is on its way is cut off unmarked, and another process begins, long enough afterwards."""
        for task in [*self.delivery.in_flight]:
            task.cancel()
        await asyncio.gather(*self.delivery.in_flight, return_exceptions=True)
        self.world.clock.move(LEASE + timedelta(seconds=1))
        async with self.sessions.begin() as session:
            await session.execute(update(DeliveryTurn).values(until=datetime(2000, 1, 1, tzinfo=UTC)))
        self.delivery = self.new_delivery()

    async def person(self, name: str = "Amina", language: str | None = None) -> Person:
        """Somebody who has written to the bot."""
        person = self.world.person(name)
        self.world.chat(person).started = True
        async with self.sessions.begin() as session:
            await people.arrive(session, person.id, self.now)
            if language:
                await people.choose_language(session, person.id, language)
        return person

    async def arrives(self, person: Person) -> None:
        """They write to the bot."""
        async with self.sessions.begin() as session:
            await people.arrive(session, person.id, self.now)

    async def write(self, who: Person | Chat, kind: NoticeKind = JOINED, number: int = 0, **more: Any) -> None:
        async with self.sessions.begin() as session:
            await Notices(session, self.world.clock.now()).tell(who.id, kind, {"number": number}, **more)

    async def write_copies(self, count: int, kind: NoticeKind = COPY) -> list[Person]:
        """One to each of so many new people, all of broadcast 1."""
        everybody = [self.world.person(f"Somebody {number}") for number in range(count)]
        async with self.sessions.begin() as session:
            for person in everybody:
                self.world.chat(person).started = True
                await people.arrive(session, person.id, self.now)
            rows = [self.row(person.id, kind, number) for number, person in enumerate(everybody)]
            await notices.add(session, rows)
        return everybody

    def row(self, chat_id: int, kind: NoticeKind, number: int, **more: Any) -> dict[str, Any]:
        row = {"chat_id": chat_id, "kind": kind, "bulk": kind.bulk, "params": {"number": number}}
        return row | {"due_at": self.now, "expires_at": self.now + timedelta(days=1), "broadcast_id": 1} | more

    async def deliver(self) -> None:
        await self.delivery.run_due()

    async def deliver_all(self) -> None:
        """Pass after pass, the clock moved to what is due next, until everything is over."""
        while True:
            await self.deliver()
            async with self.sessions() as session:
                due = await session.scalar(select(Notice.due_at).where(Notice.state == "pending").order_by("due_at"))
            if due is None:
                return
            self.world.clock.move(max(due - self.now, timedelta(milliseconds=1)))

    async def rows(self) -> list[Notice]:
        async with self.sessions() as session:
            return list(await session.scalars(select(Notice).order_by(Notice.id)))

    async def states(self) -> list[str]:
        return [row.state for row in await self.rows()]

    async def counts(self) -> Counter[str]:
        return Counter(await self.states())

    @property
    def now(self) -> datetime:
        return self.world.clock.now()


async def until(condition: Callable[[], bool]) -> None:
    """Let everything go on until that is so."""
    async with asyncio.timeout(30):
        while True:
            if condition():
                return
            await asyncio.sleep(0)


def texts(chat: Chat) -> list[str]:
    return [message.text for message in chat.visible if message.by_bot]


@asynccontextmanager
async def open_office(world: World, sessions: Sessions) -> AsyncIterator[Office]:
    world.bot(TOKEN)
    async with serving(world) as address, open_bot(read_settings(token=SecretStr(TOKEN), api_url=address)) as bot:
        yield Office(world, sessions, bot, address)
