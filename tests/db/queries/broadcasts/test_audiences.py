"""Who a broadcast goes to."""

from __future__ import annotations

from sqlalchemy import update

from db.models.broadcasts import Audience
from db.models.people import Person
from db.queries import directory
from db.queries.broadcasts import audiences
from tests.support.network import AMINA, CLAIRE, IONELA, MARC, SOFIE, Network
from tests.support.screens import broadcast


async def test_those_who_fit_and_want_it_in_the_language_that_they_read(network: Network) -> None:
    async with network.sessions.begin() as session:
        for person_id, values in (
            (MARC, {"language": "ar"}),
            (SOFIE, {"language": "nl", "announcements": False}),
            (IONELA, {"language": "xx"}),
            (CLAIRE, {"role": "administrator", "area": "cureghem"}),
        ):
            await session.execute(update(Person).where(Person.id == person_id).values(values))
        organization = (await directory.load(session)).organization
        for audience, whom, off in (
            (Audience(), {AMINA, MARC, IONELA, CLAIRE}, 1),
            (Audience(languages=["fr"]), {AMINA, IONELA, CLAIRE}, 0),
            (Audience(roles=["coordinator"]), {CLAIRE}, 0),
            (Audience(roles=["volunteer"], languages=["ar", "nl"]), {MARC}, 1),
            (Audience(areas=["cureghem"]), {CLAIRE}, 0),
            (Audience(meeting="none"), set(), 0),
        ):
            one = broadcast(audience=audience)
            assert set(await session.scalars(audiences.recipients(one, organization))) == whom, audience
            reach = await audiences.reach(session, one, organization)
            assert (reach.total, reach.switched_off) == (len(whom), off)
        assert await audiences.areas(session) == ["cureghem"]
        skipped = broadcast(missing="skip", texts={"ar": "x"})
        assert set(await session.scalars(audiences.recipients(skipped, organization))) == {MARC}
