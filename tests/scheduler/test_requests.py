"""Help requests as time passes: each step by itself."""

from __future__ import annotations

from datetime import timedelta

from db.queries.requests import requests
from scheduler.requests import STEPS, RequestJobs
from tests.support.databases import ON_SQLITE
from tests.support.network import AMINA, CLAIRE, MARC, Network

pytestmark = ON_SQLITE


async def test_one_look_does_all_that_is_due_and_the_next_one_nothing(network: Network) -> None:
    held, _free = await network.log(), await network.log()
    await network.claim(MARC, held)
    await network.told()
    jobs = RequestJobs(network.by_itself())
    network.clock.move(max(network.policy.ask_after, network.policy.unclaimed_after) + timedelta(hours=1))
    await jobs.look_after()
    assert sorted(await network.told()) == [(MARC, "request.how"), (CLAIRE, "request.unclaimed")]
    await jobs.look_after()
    assert await network.told() == []
    assert len({step.__name__ for step in STEPS}) == len(STEPS)


async def test_drafts_that_nobody_has_touched_are_forgotten(network: Network) -> None:
    await network.draft(AMINA)
    jobs = RequestJobs(network.by_itself())
    for at, left in ((network.policy.forget_drafts_after, 1), (timedelta(seconds=1), 0)):
        network.clock.move(at)
        await jobs.forget()
        async with network.acts_as(AMINA) as actor:
            assert (await requests.draft_of(actor.session, AMINA) is not None) is bool(left)
