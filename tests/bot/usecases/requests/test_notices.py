"""Who is told what about a request: never who did it themselves, and nothing that is private."""

from __future__ import annotations

from datetime import time

import pytest
from sqlalchemy import select

from bot.domain.notices import NoticeKind
from bot.policy import Policy
from bot.usecases.requests.notices import RequestNotices, public, talked
from db.models.notices import Notice
from db.models.team import Volunteer
from tests.support.databases import ON_SQLITE
from tests.support.network import AMINA, CLAIRE, MARC, NOW, PRIVATE, SOFIE, Network
from tests.support.screens import request

GROUP = -100


@ON_SQLITE
async def test_a_new_request_is_told_to_those_whom_it_fits_after_their_quiet_hours_and_to_the_group(
    network: Network,
) -> None:
    network.policy = Policy(network_group=GROUP)
    async with network.acts_as(MARC) as actor:
        volunteer = await actor.session.get_one(Volunteer, MARC)
        volunteer.quiet_from, volunteer.quiet_to = time(11), time(13)
    await network.log()
    async with network.sessions() as session:
        rows = {row.chat_id: row for row in await session.scalars(select(Notice))}
    assert set(rows) == {MARC, GROUP}, "Sofie once a day, Ionela speaks no Arabic, Claire never"
    assert rows[MARC].due_at == NOW.replace(hour=12), "one o'clock in Brussels"
    for row in rows.values():
        assert not any(word in str(row.params) for word in PRIVATE.values())
    assert "sentence" not in rows[MARC].params


@ON_SQLITE
async def test_once_a_day_one_is_told_how_many_fit(network: Network) -> None:
    await network.log()
    await network.log(topic="administrative")
    await network.told()
    for _ in range(2):
        async with network.upkeep() as upkeep:
            await upkeep.digest()
    async with network.sessions() as session:
        (row,) = await session.scalars(select(Notice))
    assert (row.chat_id, row.params["number"]) == (SOFIE, 1)


@ON_SQLITE
async def test_nobody_hears_of_what_they_did_themselves(network: Network) -> None:
    request_id = await network.log()
    await network.told()
    row = await network.read(request_id)
    async with network.acts_as(CLAIRE) as actor:
        notices = RequestNotices(actor)
        await notices.tell_concerned(NoticeKind.REQUEST_BACK, row, AMINA)
        await notices.tell_team(NoticeKind.REQUEST_UNCLAIMED, row, CLAIRE)
        await notices.tell(None, NoticeKind.REQUEST_HOW, row)
    assert await network.told() == []


@pytest.mark.parametrize(
    ("values", "could"),
    [({"holder_id": MARC}, True), ({}, False), ({"holder_id": MARC, "talk_ended_at": NOW}, False)],
)
def test_two_could_write_to_each_other_until_one_of_them_ended_it(values: dict[str, object], could: bool) -> None:
    assert talked(request(**values)) is could
    assert "sentence" not in public(request(**values))
