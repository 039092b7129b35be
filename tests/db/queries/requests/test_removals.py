"""Each message in which something private stands has a notice that takes it away."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update

from db.models.notices import Notice
from db.queries.requests import removals
from db.session import Sessions
from tests.support.network import CLAIRE, MARC, NOW

LATER = NOW + timedelta(days=2)


async def test_of_one_chat_and_one_request_only_what_still_waits_is_hurried(sessions: Sessions) -> None:
    async with sessions.begin() as session:
        for chat_id, message_id, request in ((MARC, 1, 12), (MARC, 2, 13), (CLAIRE, 3, 12)):
            await removals.add(session, chat_id, message_id, {"request": request, "code": "x", "media": None}, LATER)
        await removals.from_chat(session, NOW, MARC, 12)
        due = select(Notice.message_id).where(Notice.due_at == NOW).order_by(Notice.id)
        assert list(await session.scalars(due)) == [1]
        await removals.from_chat(session, NOW, MARC)
        assert list(await session.scalars(due)) == [1, 2]
        await removals.forget(session)
        await session.execute(update(Notice).where(Notice.message_id == 1).values(state="sent"))
        await removals.forget(session)
        assert list(await session.scalars(select(Notice.message_id).order_by(Notice.id))) == [2, 3]
