"""The encrypted parts of requests, and who looked at them."""

from __future__ import annotations

from datetime import timedelta

from db.queries.requests import private_parts
from tests.support.network import AMINA, CLAIRE, MARC, NOW, Network


async def test_the_last_that_was_written_stands_and_each_look_is_kept(network: Network) -> None:
    request_id = await network.draft(AMINA)
    async with network.sessions.begin() as session:
        for secret in (b"one", b"two"):
            await private_parts.write(session, request_id, secret)
            assert bytes(await private_parts.read(session, request_id) or b"") == secret
        assert await private_parts.read(session, request_id + 1) is None
        for minutes, person_id in enumerate((MARC, CLAIRE, MARC)):
            private_parts.note_view(session, request_id, person_id, NOW + timedelta(minutes=minutes))
        await session.flush()
        looks = [(one.person_id, one.at - NOW) for one in await private_parts.views(session, request_id)]
    assert looks == [(who, timedelta(minutes=at)) for at, who in ((2, MARC), (1, CLAIRE), (0, MARC))]
