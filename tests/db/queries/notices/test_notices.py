"""Notices on both databases: written once, counted, taken back while they wait."""

from __future__ import annotations

from sqlalchemy import select

from bot.domain.notices import NoticeState
from db.models.people import Person
from db.queries import people
from db.queries.notices import deliveries, notices
from db.session import Sessions
from tests.support.notice_rows import (
    AMINA,
    NOW,
    notice,
    sent,
    states,
    take,
    write,
)


async def test_a_key_makes_a_notice_unique(sessions: Sessions) -> None:
    await write(sessions, notice(dedupe_key="meeting.1"), notice(dedupe_key="meeting.2"), notice())
    await write(sessions, notice(dedupe_key="meeting.1"), notice())
    assert await states(sessions) == ["pending"] * 4


async def test_a_broadcast_is_copied_once_to_each_and_cancelled_where_it_has_not_gone(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        for number in range(5):
            await people.arrive(session, AMINA + number, NOW)
        for expected in (5, 0):
            copied = await notices.add_copies(session, select(Person.id), 7, NOW)
            assert copied == expected
    taken = await take(sessions, limit=2)
    async with sessions.begin() as session:
        await deliveries.finish(session, sent(taken[:1]), "a", NOW)
        assert await notices.cancel(session, NOW, broadcast_id=7) == 3
        assert await notices.cancel(session, NOW, broadcast_id=8) == 0
        assert await notices.counts(session, 7) == {
            NoticeState.SENT: 1,
            NoticeState.SENDING: 1,
            NoticeState.CANCELLED: 3,
        }


async def test_one_is_cancelled_by_its_key(sessions: Sessions) -> None:
    await write(sessions, notice(dedupe_key="one"), notice(dedupe_key="two"), notice())
    async with sessions.begin() as session:
        assert await notices.cancel(session, NOW, dedupe_key="one") == 1
        assert await notices.cancel(session, NOW, dedupe_key="one") == 0
    assert await states(sessions) == ["cancelled", "pending", "pending"]
