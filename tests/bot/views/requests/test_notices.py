"""Everything that the bot says by itself about a request, as the use cases write it, in each language."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.delivery.screens import sending
from bot.domain.notices import NoticeKind
from bot.domain.requests import Outcome, Reason
from bot.domain.roles import RESIDENT
from bot.i18n import Speech
from bot.policy import Policy
from bot.usecases.desk import Desk, DeskCache
from bot.usecases.requests.appointments import Appointments
from bot.usecases.requests.claims import Claims
from bot.usecases.requests.relay import Relay
from bot.usecases.requests.requests import Requests
from bot.views.notices import views
from bot.views.reader import Reader
from bot.views.requests.notices import public
from bot.views.screen import Screen
from db.models.notices import Notice
from scheduler.requests import RequestJobs
from tests.support.network import AMINA, CLAIRE, MARC, NOW, PRIVATE, SOFIE, Network

ABOUT_REQUESTS = {kind for kind in NoticeKind if kind.startswith("request.")} - {
    NoticeKind.REQUEST_MESSAGE,
    NoticeKind.REQUEST_TAKEN_AWAY,
}
GROUP, PLACE = -100, "Square Imaginaire 33"
SENTENCE = "Lire une lettre <b>longue</b>"


def shown(speech: Speech, desk: Desk, notice: Notice) -> Screen | None:
    return views()[NoticeKind(notice.kind)](Reader(speech, desk, RESIDENT, NOW), notice, None)


async def live(network: Network) -> None:
    """Until every kind of notice has been written."""
    network.policy = Policy(approve_requests=True, network_group=GROUP)
    jobs = RequestJobs(network.by_itself())
    one, two, three, four = [await network.log(sentence=SENTENCE) for _ in range(4)]
    async with network.acts_as(CLAIRE) as actor:
        for request_id in (one, two, three, four):
            await Requests(actor).approve(request_id)
    network.clock.time = NOW.replace(hour=16)
    await jobs.digest()
    for request_id in (one, two, four):
        await network.claim(MARC, request_id)
    async with network.acts_as(MARC) as actor:
        claims, appointments = Claims(actor), Appointments(actor)
        await claims.release(four, Reason.OTHER)
        for request_id in (one, two):
            await claims.offer(request_id, SOFIE)
        await appointments.make(two, network.clock.now() + timedelta(days=2), PLACE)
        await appointments.cancel((await appointments.make(two, network.clock.now() + timedelta(days=9), PLACE)).id)
        await Relay(actor).end(two)
    async with network.acts_as(SOFIE) as actor:
        await Claims(actor).decline(two)
        await Claims(actor).accept(one)
        await Claims(actor).close(one, Outcome.PARTLY)
    for days in (1, 2, 4, 4):
        network.clock.move(timedelta(days=days))
        await jobs.look_after()
    await live_on(network, jobs, two, three)


async def live_on(network: Network, jobs: RequestJobs, two: int, three: int) -> None:
    """A week later."""
    async with network.acts_as(SOFIE) as actor:
        await Claims(actor).claim(two)
    async with network.acts_as(SOFIE) as actor:
        await Appointments(actor).make(two, network.clock.now() + timedelta(hours=1), PLACE)
    network.clock.move(timedelta(hours=2))
    async with network.acts_as(SOFIE) as actor:
        coming = await Appointments(actor).coming(two)
        await Appointments(actor).answer(coming[-1].id, happened=False)
    network.clock.move(timedelta(days=6))
    await network.claim(MARC, three)
    network.clock.move(timedelta(days=6))
    await jobs.look_after()
    async with network.acts_as(AMINA) as actor:
        await Requests(actor).cancel(two)
    network.clock.move(timedelta(days=100))
    await jobs.look_after()


@pytest.fixture
async def desk(network: Network) -> Desk:
    async with network.sessions() as session:
        return await DeskCache().read(session)


async def test_every_kind_is_said_in_every_language_and_says_nothing_private(
    network: Network, desk: Desk, speeches: dict[str, Speech]
) -> None:
    await live(network)
    async with network.sessions() as session:
        notices = (await session.scalars(select(Notice))).all()
    assert {notice.kind for notice in notices} == ABOUT_REQUESTS
    for notice in notices:
        assert not any(word in str(notice.params) for word in (*PRIVATE.values(), PLACE))
        assert SENTENCE not in str(notice.params) or notice.kind == "request.public"
        said = {shown(speech, desk, notice) for speech in speeches.values()}
        assert len({screen.text for screen in said if screen}) == len(speeches), notice.kind
        for screen in said:
            assert screen is not None
            assert notice.params.get("code", "") in screen.text
            sending(notice.chat_id, screen)  # buttons within Telegram's 64 bytes


async def test_the_group_gets_the_public_part_and_a_way_to_the_bot(
    network: Network, desk: Desk, speeches: dict[str, Speech]
) -> None:
    network.policy = Policy(network_group=GROUP)
    await network.log(sentence=SENTENCE)
    async with network.sessions() as session:
        (notice,) = await session.scalars(select(Notice).where(Notice.chat_id == GROUP))
    screen = public("relais_bot")(Reader(speeches["fr"], desk, RESIDENT, NOW), notice, None)
    assert "Lire une lettre &lt;b&gt;longue&lt;/b&gt;" in screen.text
    ((button,),) = screen.rows
    assert button.url == f"https://t.me/relais_bot?start={notice.params['code']}"
