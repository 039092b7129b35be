"""The board in SQL says what the rule in Python says."""

from __future__ import annotations

import itertools

from bot.domain.requests import FITS, fit
from bot.usecases.requests.board import Anybody
from db.queries.requests import board
from db.queries.requests.board import EVERYTHING, Filter
from tests.support.network import MARC, Network


async def test_what_fits_best_comes_first_on_either_database(network: Network) -> None:
    for languages, topic in itertools.product((["ar"], ["fr", "nl"]), ("housing", "other")):
        await network.log(languages=languages, topic=topic)
    offered = Anybody(languages=["nl", "es"], areas=["cureghem"], topics=["housing"], days=["MO"])
    async with network.sessions() as session:
        found, count = await board.page(session, offered, EVERYTHING, 20, 0)
        assert count == len(found) == 4
        scores = [fit(one, offered) for one in found]
        assert scores == sorted(scores, reverse=True)
        fitting, _ = await board.page(session, offered, Filter(fitting=True), 20, 0)
        assert [fit(one, offered) for one in fitting] == [FITS]
        dutch, _ = await board.page(session, offered, Filter(language="nl"), 20, 0)
        assert all("nl" in one.languages for one in dutch)
        assert len(dutch) == 2


async def test_what_is_taken_is_not_there_any_more(network: Network) -> None:
    open_, taken = await network.log(), await network.log()
    await network.claim(MARC, taken)
    async with network.sessions() as session:
        assert await board.still_there(session, {open_, taken, taken + 1}) == {open_}
