"""Whatever goes wrong, and in whatever order: each notice ends once, in time, and only where it is wanted."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from aiogram.exceptions import TelegramForbiddenError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from bot.delivery import notices as module
from bot.domain.notices import FINAL, NoticeKind
from db.models.notices import Notice
from db.queries.notices import notices
from db.session import Sessions
from simulator.faults import Fault
from simulator.person import Person
from simulator.world import World
from tests.support.delivery import COPY, JOINED, Office, open_office, texts

KINDS = (JOINED, COPY)
DAY = timedelta(days=1)

people = st.integers(0, 3)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("write"), people, st.sampled_from(KINDS), st.integers(0, 90), st.integers(1, 200)),
        st.tuples(st.just("fault"), st.sampled_from(("reset", "status", "flood", "silence")), st.booleans()),
        st.tuples(st.just("block"), people),
        st.tuples(st.just("unblock"), people),
        st.tuples(st.just("move"), st.integers(0, 300)),
        st.tuples(st.just("deliver")),
        st.tuples(st.just("kill"), st.integers(0, 30)),
        st.tuples(st.just("cancel")),
        st.tuples(st.just("restart")),
    ),
    max_size=25,
)


@pytest.fixture
async def office(
    world: World, sessions: Sessions, refusals: Refusals, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Office]:
    monkeypatch.setattr(module, "LONGEST_SEND", 0.2)
    async with open_office(world, sessions) as office:
        office.bot.session.middleware(refusals)
        yield office


class Refusals(Counter[int]):
    """How often Telegram said of a chat that nothing can be delivered there."""

    async def __call__(self, make_request: Any, bot: Any, method: Any) -> Any:
        try:
            return await make_request(bot, method)
        except TelegramForbiddenError:
            self[method.chat_id] += 1
            raise


@pytest.fixture
def refusals() -> Refusals:
    return Refusals()


class Neighbours:
    """Four people, what was written to them, and when each message came."""

    def __init__(self, office: Office, everybody: list[Person]) -> None:
        self.office = office
        self.everybody = everybody
        self.written = 0
        self.may_block: Counter[int] = Counter()
        self.kills = 0
        self.lost_answers = 0

    async def take(self, step: tuple[object, ...]) -> None:
        name, *arguments = step
        await getattr(self, f"_{name}")(*arguments)

    async def _write(self, who: int, kind: NoticeKind, due: int, lives: int) -> None:
        due_at = self.office.now + timedelta(seconds=due)
        expires_at = due_at + timedelta(seconds=lives)
        row = self.office.row(self.everybody[who].id, kind, self.written, due_at=due_at, expires_at=expires_at)
        async with self.office.sessions.begin() as session:
            await notices.add(session, [row])
        self.written += 1

    async def _fault(self, kind: str, after: bool) -> None:
        after = after and kind != "flood"
        self.lost_answers += after
        self.office.world.faults.add(Fault(kind, after=after, retry_after=3, method="sendMessage"))

    async def _block(self, who: int) -> None:
        if not self.everybody[who].chat.blocked:
            self.everybody[who].blocks()
            self.may_block[self.everybody[who].id] += 1

    async def _unblock(self, who: int) -> None:
        if self.everybody[who].chat.blocked:
            self.everybody[who].unblocks()
        await self.office.arrives(self.everybody[who])
        self.may_block[self.everybody[who].id] += 1  # at the same frozen moment a refusal may still be under way

    async def _move(self, seconds: int) -> None:
        self.office.world.clock.move(timedelta(seconds=seconds))

    async def _deliver(self) -> None:
        await self.office.deliver()

    async def _kill(self, moments: int) -> None:
        sending = asyncio.create_task(self.office.deliver())
        for _ in range(moments):
            await asyncio.sleep(0)
        sending.cancel()
        with suppress(asyncio.CancelledError):
            await sending
        await self.office.kill()
        self.kills += 1

    async def _cancel(self) -> None:
        async with self.office.sessions.begin() as session:
            await notices.cancel(session, self.office.now, broadcast_id=1)

    async def _restart(self) -> None:
        self.office.delivery.stop()
        await self.office.delivery.close()
        self.office.delivery = self.office.new_delivery()

    async def check(self, refusals: Refusals) -> None:
        """After the last delivery."""
        rows = await self.office.rows()
        assert len(rows) == self.written
        assert {row.state for row in rows} <= FINAL
        arrived = Counter(int(text.rsplit(" ", 1)[1]) for person in self.everybody for text in texts(person.chat))
        for row in rows:
            times = arrived[row.params["number"]]
            if row.state == "sent":
                assert times >= 1, "marked as sent, so it was"
            if row.state == "unreachable" and not self.lost_answers + self.kills:
                assert times == 0
            if times > 1:
                assert self.lost_answers or (self.kills and row.kind == JOINED), "twice, for no reason"
        for person in self.everybody:
            assert refusals[person.id] <= self.may_block[person.id] + self.kills, "nothing to the unreachable"
        self.check_times(rows)

    def check_times(self, rows: list[Notice]) -> None:
        expiry = {row.params["number"]: row.expires_at for row in rows}
        for person in self.everybody:
            for message in (message for message in person.chat.visible if message.by_bot):
                number = int(message.text.rsplit(" ", 1)[1])
                assert message.body["date"] < expiry[number].timestamp() + 1, "sent after its expiry"


@given(st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
async def test_each_notice_ends_in_exactly_one_final_state(
    office: Office, refusals: Refusals, data: st.DataObject
) -> None:
    async with office.sessions.begin() as session:
        await session.execute(delete(Notice))
    office.world.faults.plan.clear()
    neighbours = Neighbours(office, [await office.person(f"Somebody {number}") for number in range(4)])
    for step in data.draw(steps):
        await neighbours.take(step)
    office.world.faults.plan.clear()
    await office.deliver_all()
    await neighbours.check(refusals)


async def test_all_the_failures_of_a_large_broadcast_add_up(office: Office) -> None:
    """2 % blocked, 1 % 429, 1 % 5xx and time-outs, 0.1 % of the chats migrated."""
    dice = random.Random(11)
    everybody = await office.write_copies(1000)
    blocked = dice.sample(everybody, 20)
    for person in blocked:
        person.blocks()
    group = office.world.group("Neighbours", everybody[:1])
    grown = office.world.upgrade(group)
    async with office.sessions.begin() as session:
        await notices.add(session, [office.row(group.id, COPY, 1000)])
    faults = office.world.faults
    faults.dice = dice
    faults.add(Fault("silence", method="sendMessage", times=None, chance=0.002))
    faults.add(Fault("status", method="sendMessage", times=None, chance=0.004))
    faults.add(Fault("reset", method="sendMessage", times=None, chance=0.004))
    faults.add(Fault("flood", method="sendMessage", times=None, chance=0.01))
    await office.deliver_all()
    assert await office.counts() == {"sent": 981, "unreachable": 20}
    reachable = [person for person in everybody if person not in blocked]
    assert {len(texts(person.chat)) for person in reachable} == {1}
    assert {len(texts(person.chat)) for person in blocked} == {0}
    assert len(texts(grown)) == 1
    assert any(row.attempts for row in await office.rows())
