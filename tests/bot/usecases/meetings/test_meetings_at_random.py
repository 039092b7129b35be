"""Whatever is answered, moved, cancelled, and however often the process dies: reminded is who comes to what stands."""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import DomainError
from bot.domain.meetings.rules import REMINDED, REMINDERS, remind_at
from bot.domain.roles import COORDINATOR, RESIDENT
from bot.policy import Policy
from bot.usecases.actor import Actor
from bot.usecases.desk import DeskCache
from bot.usecases.meetings.drafts import MeetingDrafts
from bot.usecases.meetings.planning import MeetingPlans
from bot.usecases.meetings.rsvp import Meetings
from bot.vault import Vault, new_key
from db.models.meetings import RSVP, Meeting
from db.models.notices import Notice
from db.queries import directory, people
from db.session import Sessions
from scheduler.by_itself import ByItself
from scheduler.meetings import Reminding
from simulator.clock import Clock

BRUSSELS = ZoneInfo("Europe/Brussels")
PEOPLE = range(1, 7)
TEAM = 99
Told = set[tuple[int, str, int, int]]


class Life:
    """Meetings around a clock change, and beside them what should come of it."""

    def __init__(self, sessions: Sessions, dice: random.Random) -> None:
        self.sessions = sessions
        self.dice = dice
        self.clock = Clock()
        self.clock.set(datetime(2027, 3, 20, 9, 0, tzinfo=UTC))
        self.clock.freeze()
        self.due = asyncio.Event()
        self.starts: dict[str, datetime] = {}
        self.stands_since: dict[str, datetime] = {}
        self.coming: dict[tuple[str, int], datetime] = {}
        self.expected: Told = set()
        self.cancelled: set[str] = set()
        self.numbers = count()
        self.desks = DeskCache()
        self.reminding = self.new_process()

    def new_process(self) -> Reminding:
        return Reminding(ByItself(self.sessions, self.clock, Vault([new_key()]), Policy(), (), self.due))

    async def actor(self, session: AsyncSession, person_id: int, role: str) -> Actor:
        desk = await self.desks.read(session)
        return Actor(session, self.clock.now(), Vault([new_key()]), Policy(), desk, person_id, role)

    async def begin(self) -> None:
        async with self.sessions.begin() as session:
            for person_id in PEOPLE:
                await people.arrive(session, person_id, self.clock.now())
        for _ in range(3):
            await self.add()

    async def add(self) -> None:
        starts_at = self.some_time()
        async with self.sessions.begin() as session:
            found = await directory.load(session)
            meeting = Meeting(
                id=f"m{next(self.numbers)}",
                source="team",
                organization_id=found.organization.id,
                location_id=found.main_location.id,
                title={"fr": "Rencontre"},
                starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=1),
                capacity=self.dice.choice([None, 2, 4]),
                stands_since=self.clock.now(),
            )
            session.add(meeting)
            await directory.changed(session)
        self.starts[meeting.id] = starts_at
        self.stands_since[meeting.id] = self.clock.now()

    def some_time(self) -> datetime:
        """On a half hour of the coming ten days, a day at least ahead; the clocks change on 28 March."""
        wall = self.clock.now().astimezone(BRUSSELS).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
        wall += timedelta(days=self.dice.randrange(2, 11), minutes=30 * self.dice.randrange(47))
        return wall.replace(tzinfo=BRUSSELS).astimezone(UTC)

    async def go_on(self) -> None:
        """To the next thing that happens by itself, or a few hours on; then the clockwork beats within a minute."""
        now, later = self.clock.now(), self.clock.now() + timedelta(hours=self.dice.randrange(1, 30))
        moments = [at for meeting in self.starts for _, at in self.reminders(meeting) if now < at <= later]
        reached = min(moments, default=later)
        for meeting_id, minutes, at in [(m, n, a) for m in self.starts for n, a in self.reminders(m) if now < a]:
            if at <= reached and self.stands_since.get(meeting_id, at - timedelta(1)) < at:
                day = self.starts[meeting_id].isoformat()
                whom = [who for (one, who), since in self.coming.items() if one == meeting_id and since < at]
                self.expected |= {
                    (who, meeting_id, int(datetime.fromisoformat(day).timestamp()), minutes) for who in whom
                }
        self.clock.set(reached + timedelta(seconds=self.dice.randrange(0, 55)))
        for _ in range(self.dice.randrange(1, 3)):
            if self.dice.random() < 0.3:
                self.reminding = self.new_process()
            await self.reminding.remind()
        for over in [one for one, starts_at in self.starts.items() if starts_at < self.clock.now()]:
            del self.starts[over]
            await self.add()

    def reminders(self, meeting_id: str) -> list[tuple[int, datetime]]:
        starts_at = self.starts[meeting_id]
        return [(minutes, remind_at(starts_at, minutes, BRUSSELS).astimezone(UTC)) for minutes in REMINDERS]

    async def answer(self) -> None:
        meeting_id, who = self.dice.choice([*self.starts] or ["none"]), self.dice.choice(PEOPLE)
        said: Any = self.dice.choice(["going", "maybe", "not_going", "going"])
        async with self.sessions.begin() as session:
            await Meetings(await self.actor(session, who, RESIDENT)).answer(meeting_id, said, "Name")
        await self.note(meeting_id)

    async def note(self, meeting_id: str) -> None:
        """Who comes now, as the database has it: places are for another test."""
        async with self.sessions() as session:
            rows = await session.scalars(select(RSVP).where(RSVP.meeting_id == meeting_id))
            coming = {(meeting_id, row.person_id) for row in rows if row.answer in REMINDED}
        kept = {key: since for key, since in self.coming.items() if key[0] != meeting_id or key in coming}
        self.coming = {key: self.clock.now() for key in coming} | kept

    async def move(self) -> None:
        meeting_id = self.dice.choice([*self.starts])
        wanted = self.some_time().astimezone(BRUSSELS)
        async with self.sessions.begin() as session:
            actor = await self.actor(session, TEAM, COORDINATOR)
            draft = await MeetingDrafts(actor).change(meeting_id)
            draft.days = [wanted.date().isoformat()]
            draft.starts_at, draft.ends_at = wanted.time(), (wanted + timedelta(minutes=20)).time()
            (saved,) = await MeetingPlans(actor).save(draft)
            changed = saved.starts_at != self.starts[meeting_id]
        self.starts[meeting_id] = saved.starts_at
        if changed:
            self.stands_since[meeting_id] = self.clock.now()

    async def cancel(self) -> None:
        meeting_id = self.dice.choice([*self.starts])
        async with self.sessions.begin() as session:
            await MeetingPlans(await self.actor(session, TEAM, COORDINATOR)).cancel(meeting_id)
        del self.starts[meeting_id]
        self.cancelled.add(meeting_id)
        await self.add()

    async def told(self) -> list[tuple[int, str, int, int]]:
        async with self.sessions() as session:
            rows = list(await session.scalars(select(Notice).where(Notice.kind == "meeting.reminder")))
        late = timedelta(minutes=1)
        for row in rows:
            starts_at = datetime.fromisoformat(row.params["starts_at"])
            at = remind_at(starts_at, row.params["minutes"], BRUSSELS)
            assert at <= row.due_at < at + late
        return [
            (
                row.chat_id,
                row.params["meeting"],
                int(datetime.fromisoformat(row.params["starts_at"]).timestamp()),
                row.params["minutes"],
            )
            for row in rows
        ]

    async def waiting(self) -> set[tuple[int, str]]:
        async with self.sessions() as session:
            asked = select(Notice).where(Notice.kind == "meeting.reminder", Notice.state == "pending")
            return {(row.chat_id, row.params["meeting"]) for row in await session.scalars(asked)}


@pytest.mark.parametrize("seed", range(6))
async def test_everybody_is_reminded_of_what_stands_once_and_in_time(sessions: Sessions, seed: int) -> None:
    dice = random.Random(seed)
    life = Life(sessions, dice)
    await life.begin()
    acts = [life.answer] * 6 + [life.go_on] * 6 + [life.move, life.cancel]
    done = count()
    for _ in range(100):
        act = dice.choice(acts)
        try:
            await act()
            next(done)
        except DomainError:
            continue  # it is over, or full, or in the past
    told = await life.told()
    assert len(told) == len(set(told)), "nobody twice"
    assert set(told) == life.expected
    coming = {(who, meeting_id) for meeting_id, who in life.coming}
    assert {one for one in await life.waiting() if one[1] in life.starts} <= coming, "who says no hears no more"
    assert not {meeting_id for _, meeting_id in await life.waiting()} & life.cancelled
    assert told
    assert next(done) > 50
