"""What the bot will say by itself: written once, due in time, taken back while it waits."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.domain.notices import NoticeKind
from db.models.notices import Notice
from tests.support.databases import ON_SQLITE
from tests.support.network import AMINA, MARC, NOW, SOFIE, Network

pytestmark = ON_SQLITE
KIND, SAID = NoticeKind.TEAM_JOINED, {"role": "volunteer"}


async def test_it_is_due_now_and_lives_as_long_as_its_kind_unless_its_writer_says_otherwise(network: Network) -> None:
    later, end = NOW + timedelta(hours=3), NOW + timedelta(hours=4)
    async with network.acts_as(AMINA) as actor:
        await actor.notices.tell(AMINA, KIND, SAID)
        await actor.notices.tell(MARC, KIND, SAID, due_at=later, expires_at=end)
        rows = (await actor.session.scalars(select(Notice).order_by(Notice.id))).all()
    assert [(row.due_at, row.expires_at) for row in rows] == [(NOW, NOW + KIND.lifetime), (later, end)]


async def test_who_was_told_with_a_key_is_not_told_again(network: Network) -> None:
    async with network.acts_as(AMINA) as actor:
        await actor.notices.tell_once({MARC: NOW}, KIND, SAID, "once")
        await actor.notices.tell_once({MARC: NOW, SOFIE: NOW}, KIND, SAID, "once")
    assert await network.told() == [(MARC, KIND), (SOFIE, KIND)]


async def test_to_nobody_nothing_is_written(network: Network) -> None:
    async with network.acts_as(AMINA) as actor:
        await actor.notices.tell_all([], KIND, SAID)
        assert not actor.notices.written


async def test_what_waits_can_be_taken_back_once(network: Network) -> None:
    async with network.acts_as(AMINA) as actor:
        await actor.notices.tell(MARC, KIND, SAID, dedupe_key="one")
        assert [await actor.notices.cancel("one") for _ in range(2)] == [True, False]
