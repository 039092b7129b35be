"""Broadcasts change their state once, whoever tries."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.broadcasts import BroadcastState
from db.queries.broadcasts import broadcasts
from db.session import Sessions
from tests.support.network import NOW
from tests.support.screens import broadcast

SECOND = timedelta(seconds=1)


async def test_one_starts_it_when_it_is_due_and_one_reports(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        for number, due_at in ((1, NOW), (2, NOW + SECOND)):
            state = BroadcastState.SCHEDULED
            session.add(broadcast(id=number, state=state, due_at=due_at, created_at=NOW))
        await session.flush()
        assert list(await broadcasts.due(session, NOW)) == [1]
        assert [await broadcasts.start(session, number, NOW) for number in (1, 1, 2)] == [True, False, False]
        assert list(await broadcasts.to_report(session, NOW - SECOND)) == [1]
        assert [await broadcasts.report(session, 1, NOW, NOW - SECOND) for _ in range(2)] == [True, False]
        assert list(await broadcasts.on_the_way(session)) == [1]
        assert [await broadcasts.stop(session, number) for number in (1, 1, 2)] == [True, False, False]
        assert list(await broadcasts.to_report(session, NOW - SECOND)) == [1], "its end is shown soon"
        await broadcasts.reported(session, 1, 9, NOW)
        assert list(await broadcasts.stopped(session)) == []


async def test_what_was_planned_is_a_draft_again(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        for number, meeting in ((1, None), (2, "coffee"), (3, "tea")):
            one = broadcast(id=number, state=BroadcastState.SCHEDULED, meeting_id=meeting, created_at=NOW)
            session.add(one)
        await session.flush()
        assert [await broadcasts.put_back(session, 1) for _ in range(2)] == [True, False]
        assert await broadcasts.put_back_invitations(session, "coffee") == 1
    async with sessions() as session:
        assert [(one.id, one.state) for one in await broadcasts.latest(session, 2)] == [
            (3, BroadcastState.SCHEDULED),
            (2, BroadcastState.DRAFT),
        ]
