"""Notices on both databases: taken in order, marked in batches, left to nobody twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.domain.notices import NoticeKind, NoticeState
from db.models.notices import Notice
from db.queries import people
from db.queries.notices import deliveries
from db.session import Sessions
from tests.support.notice_rows import (
    AMINA,
    COPY,
    GROUP,
    HOUR,
    JOINED,
    MARC,
    NOW,
    SECOND,
    notice,
    sent,
    states,
    take,
    write,
)


async def test_what_is_due_is_taken_in_order_and_bulk_last(sessions: Sessions) -> None:
    await write(
        sessions,
        notice(kind=COPY, due=-HOUR),
        notice(due=-SECOND),
        notice(due=-2 * SECOND),
        notice(due=SECOND),
        notice(due=-2 * HOUR, expires_at=NOW),
    )
    assert await take(sessions, limit=2) == [3, 2]
    assert await take(sessions) == [1]
    assert await take(sessions) == []
    assert await take(sessions, NOW + SECOND) == [4]
    assert await states(sessions) == ["sending"] * 4 + ["pending"]
    async with sessions.begin() as session:
        assert await deliveries.expire(session, NOW) == 1
    assert (await states(sessions))[4] == "expired"


async def test_only_who_took_a_notice_marks_it(sessions: Sessions) -> None:
    await write(sessions, notice(), notice())
    ids = await take(sessions)
    async with sessions.begin() as session:
        await deliveries.finish(session, sent(ids), "somebody else", NOW)
        assert set(await session.scalars(select(Notice.state))) == {"sending"}
        await deliveries.finish(session, sent(ids), "a", NOW)
    async with sessions.begin() as session:
        found = (await session.scalars(select(Notice).order_by(Notice.id))).all()
        assert [(row.state, row.message_id, row.finished_at) for row in found] == [
            ("sent", 101, NOW),
            ("sent", 102, NOW),
        ]
        await deliveries.finish(session, [replace(sent([1])[0], state=NoticeState.FAILED)], "a", NOW)
    assert await states(sessions) == ["sent", "sent"]


async def test_what_a_dead_process_was_sending_goes_again_or_is_unknown(sessions: Sessions) -> None:
    await write(sessions, notice(), notice(kind=COPY), notice(due=SECOND))
    await take(sessions)
    await take(sessions, NOW + SECOND)
    async with sessions.begin() as session:
        assert await deliveries.take_over(session, "a", NOW) == 0
        assert await deliveries.take_over(session, "b", NOW, taken_before=NOW + SECOND) == 2
    assert await states(sessions) == ["pending", "unknown", "sending"]


async def test_nothing_more_goes_to_who_is_unreachable_until_they_write(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        await people.arrive(session, AMINA, NOW)
        await people.arrive(session, MARC, NOW + SECOND)
    await write(sessions, notice(AMINA), notice(MARC), notice(GROUP), notice(MARC + 1))
    async with sessions.begin() as session:
        await deliveries.unreachable(session, {AMINA: NOW, MARC: NOW, GROUP: NOW}, NOW)
        found = await deliveries.readers(session, {AMINA, MARC, GROUP})
        assert found[AMINA].unreachable_at == NOW
        assert found[MARC].unreachable_at is None, "Marc has written since"
        assert GROUP not in found
    assert await states(sessions) == ["unreachable"] * 3 + ["pending"]
    async with sessions.begin() as session:
        await people.arrive(session, AMINA, NOW + HOUR)
        assert (await deliveries.readers(session, {AMINA}))[AMINA].unreachable_at is None


async def test_what_waits_for_a_group_follows_it(sessions: Sessions) -> None:
    await write(sessions, notice(GROUP), notice(GROUP), notice(AMINA))
    await take(sessions, limit=1)
    async with sessions.begin() as session:
        await deliveries.moved(session, GROUP, GROUP - 1)
        chats = list(await session.scalars(select(Notice.chat_id).order_by(Notice.id)))
    assert chats == [GROUP, GROUP - 1, AMINA]


async def test_one_process_has_the_turn_until_it_ends_it_or_is_gone(sessions: Sessions) -> None:
    async def asks(process: str, seconds: int = 5) -> bool:
        async with sessions.begin() as session:
            return await deliveries.have_turn(session, process, seconds)

    if sessions.kw["bind"].dialect.name == "sqlite":
        assert await asks("a")
        return
    assert [await asks(process) for process in ("a", "b", "a")] == [True, False, True]
    async with sessions.begin() as session:
        await deliveries.end_turn(session, "b")
        await deliveries.end_turn(session, "a")
    assert [await asks("b", seconds=-1), await asks("a"), await asks("b")] == [True, True, False]


@pytest.mark.parametrize("kind", [JOINED, COPY])
async def test_taking_and_marking_a_thousand_uses_the_indexes(sessions: Sessions, kind: NoticeKind) -> None:
    await write(sessions, *(notice(AMINA + number, kind) for number in range(1000)))
    seen: set[int] = set()
    while ids := await take(sessions, limit=300):
        assert not seen & set(ids)
        seen.update(ids)
        async with sessions.begin() as session:
            await deliveries.finish(session, sent(ids), "a", NOW)
    assert len(seen) == 1000
    assert set(await states(sessions)) == {"sent"}
