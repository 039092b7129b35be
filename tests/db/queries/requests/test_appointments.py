"""Dated appointments: due once, and gone when nobody holds the request."""

from __future__ import annotations

from datetime import timedelta

from db.models.requests import Appointment
from db.queries.requests import appointments
from tests.support.network import MARC, NOW, Network

HOUR = timedelta(hours=1)


async def test_each_is_given_out_once_and_only_while_somebody_holds_the_request(network: Network) -> None:
    held, free = await network.log(), await network.log()
    await network.claim(MARC, held)
    async with network.sessions.begin() as session:
        for request_id in (held, free):
            session.add(Appointment(request_id=request_id, at=NOW + HOUR, remind_at=NOW, ask_at=NOW + 4 * HOUR))
        await session.flush()
        due = [await appointments.take_due(session, NOW, "remind_at") for _ in range(2)]
        assert [[request.id for _, request in pairs] for pairs in due] == [[held], []]
        assert [one.request_id for one in await appointments.of(session, [held, free], NOW)] == [held, free]
        await appointments.cancel_coming(session, [held], NOW)
        assert [one.request_id for one in await appointments.of(session, [held, free], NOW)] == [free]
        assert await appointments.take_due(session, NOW + 5 * HOUR, "ask_at") == []
