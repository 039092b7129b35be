"""The board: what fits first, filters, pages."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert

from bot.domain.errors import NotAllowed
from bot.domain.requests import FITS, RequestState, Urgency, fit
from bot.usecases.requests.board import ON_A_PAGE, Anybody, Board
from db.models.requests import HelpRequest
from db.queries.requests import board
from db.queries.requests.board import EVERYTHING, Filter
from db.session import Sessions
from tests.support.network import AMINA, MARC, NOW, SOFIE, Network

TOPICS, AREAS, LANGUAGES, DAYS = ("housing", "other"), ("cureghem", "scheut"), ("fr", "ar", "sfb"), ("MO", "TU")
REQUESTS = st.fixed_dictionaries(
    {
        "topic": st.sampled_from((None, *TOPICS)),
        "area": st.sampled_from((None, *AREAS)),
        "languages": st.lists(st.sampled_from(LANGUAGES), unique=True),
        "days": st.lists(st.sampled_from(DAYS), unique=True),
        "urgency": st.sampled_from(Urgency),
    }
)
PROFILES = st.builds(
    Anybody,
    *(st.lists(st.sampled_from(values), unique=True) for values in (LANGUAGES, AREAS, TOPICS, DAYS)),
)
FILTERS = st.builds(
    Filter,
    *(st.sampled_from((None, *values)) for values in (TOPICS, AREAS, LANGUAGES)),
    st.booleans(),
)
RANK = {Urgency.TODAY: 0, Urgency.THIS_WEEK: 1, Urgency.CAN_WAIT: 2}


def row(number: int, **fields: Any) -> dict[str, Any]:
    times = dict.fromkeys(("created_at", "changed_at", "board_since"), NOW)
    return {"id": number, "code": f"R-{number}", "state": RequestState.OPEN, "consent": True, **times, **fields}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=st.lists(REQUESTS, min_size=1, max_size=12), profile=PROFILES, wanted=FILTERS)
async def test_the_database_orders_and_filters_as_the_rules_say(
    sessions: Sessions, written: list[dict[str, Any]], profile: Anybody, wanted: Filter
) -> None:
    async with sessions() as session:  # never committed
        await session.execute(delete(HelpRequest))
        await session.execute(insert(HelpRequest), [row(number, **one) for number, one in enumerate(written, 1)])
        found, count = await board.page(session, profile, wanted, 100, 0)
        everything, total = await board.page(session, profile, EVERYTHING, 100, 0)
    assert (count, total) == (len(found), len(written))
    ranks = [(-fit(one, profile), RANK[one.urgency or Urgency.CAN_WAIT], one.id) for one in everything]
    assert ranks == sorted(ranks)
    expected = [
        one.id
        for one in everything
        if wanted.topic in (None, one.topic)
        and wanted.area in (None, one.area)
        and (wanted.language is None or wanted.language in one.languages)
        and (not wanted.fitting or fit(one, profile) == FITS)
    ]
    assert [one.id for one in found] == expected


async def test_pages_hold_each_open_request_once(network: Network) -> None:
    async with network.sessions.begin() as session:
        rows = [row(number, languages=[], days=[], urgency=Urgency.TODAY) for number in range(1, 14)]
        await session.execute(
            insert(HelpRequest), [*rows, row(14, languages=[], days=[]) | {"state": RequestState.CLAIMED}]
        )
    async with network.acts_as(MARC) as actor:
        pages = [await Board(actor).page(number) for number in range(3)]
        assert [one.id for page in pages for one in page.requests] == list(range(1, 14))
        assert {(page.pages, page.count) for page in pages} == {(3, 13)}
        assert [len(page.requests) for page in pages] == [ON_A_PAGE, ON_A_PAGE, 3]
        beyond = await Board(actor).page(99)
        assert (beyond.number, beyond.requests) == (2, pages[2].requests)
        assert (await Board(actor).page(-1)).number == 0
        nothing = await Board(actor).page(3, Filter(topic="housing"))
        assert (nothing.number, nothing.pages, nothing.count) == (0, 1, 0)


async def test_each_volunteer_sees_first_what_fits_them(network: Network) -> None:
    arabic = await network.log(languages=["ar"], area="scheut")
    dutch = await network.log(languages=["nl"], area="cureghem")
    orders = []
    for who in (MARC, SOFIE):
        async with network.acts_as(who) as actor:
            orders.append([one.id for one in (await Board(actor).page()).requests])
    assert orders == [[arabic, dutch], [arabic, dutch]]
    urgent = await network.log(languages=["nl"], urgency="today")
    async with network.acts_as(SOFIE) as actor:
        assert [one.id for one in (await Board(actor).page()).requests] == [urgent, arabic, dutch]


async def test_residents_have_no_board(network: Network) -> None:
    async with network.acts_as(AMINA) as actor:
        with pytest.raises(NotAllowed):
            Board(actor)


def test_ranks_are_those_of_urgency() -> None:
    assert all(RANK[first] < RANK[second] for first, second in pairwise(Urgency))
