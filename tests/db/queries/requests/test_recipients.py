"""Which volunteers are told of requests."""

from __future__ import annotations

from sqlalchemy import update

from db.models.people import Person
from db.queries import people
from db.queries.requests import recipients
from tests.support.network import CLAIRE, IONELA, MARC, NOW, SOFIE, Network


async def test_those_who_want_it_and_can_be_reached(network: Network) -> None:
    async with network.sessions.begin() as session:
        assert [one.person_id for one in await recipients.volunteers(session, "now")] == [MARC, IONELA]
        assert [one.person_id for one in await recipients.volunteers(session, "daily")] == [SOFIE]
        await people.leave(session, MARC, NOW)
        await session.execute(update(Person).where(Person.id == IONELA).values(deactivated_at=NOW))
        assert await recipients.volunteers(session, "now") == []
        assert {one.person_id for one in await recipients.others(session, SOFIE)} == {MARC, CLAIRE}
