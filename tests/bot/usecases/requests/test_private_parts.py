"""Who may see the private part, and that nobody else can: neither in other tables, nor in notices, nor in logs."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.domain.errors import AlreadyClaimed, DomainError, NotAllowed, NotOffered, NotPossibleNow
from bot.domain.notices import NoticeKind
from bot.domain.requests import Outcome, Reason
from bot.usecases.requests.appointments import Appointments
from bot.usecases.requests.claims import Claims
from bot.usecases.requests.private_parts import SHOWN_FOR, PrivateParts, remember_shown
from bot.usecases.requests.requests import Requests
from bot.vault import Vault, WrongKey, new_key
from db.base import Base
from db.models.notices import Notice
from tests.support.network import AMINA, CLAIRE, IONELA, MARC, NOW, PRIVATE, SOFIE, Network

PLACE, DEBRIEF = "Square Imaginaire 33", "Zaïnab reviendra, elle est soulagée"


async def can_look(network: Network, person_id: int, request_id: int) -> bool:
    async with network.acts_as(person_id) as actor:
        try:
            return (await PrivateParts(actor).view(request_id)).fields == PRIVATE
        except NotAllowed:
            return False


async def test_it_opens_for_the_holder_and_for_coordinators(network: Network) -> None:
    request_id = await network.log(SOFIE, for_self=False)
    everybody = (AMINA, MARC, SOFIE, IONELA, CLAIRE)

    async def who() -> list[int]:
        return [one for one in everybody if await can_look(network, one, request_id)]

    assert await who() == [CLAIRE]
    await network.claim(MARC, request_id)
    assert await who() == [MARC, CLAIRE]
    async with network.acts_as(MARC) as actor:
        await Claims(actor).offer(request_id, IONELA)
    assert await who() == [MARC, CLAIRE], "not before she accepts"
    async with network.acts_as(IONELA) as actor:
        await Claims(actor).accept(request_id)
    assert await who() == [IONELA, CLAIRE]
    async with network.acts_as(IONELA) as actor:
        await Claims(actor).release(request_id, Reason.NO_TIME)
    assert await who() == [CLAIRE]
    await network.claim(MARC, request_id)
    async with network.acts_as(MARC) as actor:
        await Claims(actor).close(request_id, Outcome.DONE, DEBRIEF)
    assert await who() == [CLAIRE]


async def test_who_is_no_volunteer_any_more_sees_nothing(network: Network) -> None:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    network.roles[MARC] = "resident"
    assert not await can_look(network, MARC, request_id)


async def test_each_look_is_written_down(network: Network) -> None:
    request_id = await network.log()
    await network.claim(MARC, request_id)
    await can_look(network, MARC, request_id)
    await can_look(network, SOFIE, request_id)
    network.clock.move(timedelta(hours=1))
    await can_look(network, CLAIRE, request_id)
    async with network.acts_as(CLAIRE) as actor:
        looks = [(look.person_id, look.at) for look in await PrivateParts(actor).views(request_id)]
    assert looks == [(CLAIRE, NOW + timedelta(hours=1)), (MARC, NOW)]
    async with network.acts_as(MARC) as actor:
        with pytest.raises(NotAllowed):
            await PrivateParts(actor).views(request_id)


@pytest.mark.parametrize("changed", [False, True])
async def test_what_was_shown_goes_at_once_if_something_changed_meanwhile(network: Network, changed: bool) -> None:
    """Between the look and the moment in which Telegram says where it stands."""
    request_id = await network.log()
    await network.claim(MARC, request_id)
    async with network.acts_as(MARC) as actor:
        request = (await PrivateParts(actor).view(request_id)).request
    network.clock.move(timedelta(seconds=1))
    if changed:
        async with network.acts_as(MARC) as actor:
            await Claims(actor).release(request_id, Reason.NO_TIME)
    async with network.sessions.begin() as session:
        seen = (request_id, request.code, request.changed_at)
        await remember_shown(session, network.clock.now(), MARC, 7, *seen, media=None)
    async with network.sessions() as session:
        (notice,) = await session.scalars(select(Notice).where(Notice.kind == NoticeKind.REQUEST_TAKEN_AWAY))
    assert (notice.chat_id, notice.message_id) == (MARC, 7)
    assert notice.due_at == network.clock.now() + (timedelta() if changed else SHOWN_FOR)


async def test_nobody_looks_into_a_draft_or_what_is_not_there(network: Network) -> None:
    request_id = await network.draft(AMINA)
    assert not await can_look(network, CLAIRE, request_id)
    async with network.acts_as(CLAIRE) as actor:
        with pytest.raises(NotOffered):
            await PrivateParts(actor).view(request_id + 1)


@pytest.mark.parametrize("who", [AMINA, MARC, SOFIE, CLAIRE])
async def test_the_public_part_is_for_who_has_to_do_with_it(network: Network, who: int) -> None:
    network.roles[IONELA] = "resident"
    request_id = await network.log(IONELA)

    async def seen() -> str:
        async with network.acts_as(who) as actor:
            try:
                await Requests(actor).read(request_id)
            except DomainError as error:
                return type(error).__name__
            return "seen"

    no, taken, over = NotOffered.__name__, AlreadyClaimed.__name__, NotPossibleNow.__name__
    expected = {AMINA: [no, no, no], MARC: ["seen"] * 3, SOFIE: ["seen", taken, over], CLAIRE: ["seen"] * 3}
    steps = [await seen()]
    await network.claim(MARC, request_id)
    steps.append(await seen())
    async with network.acts_as(MARC) as actor:
        await Claims(actor).close(request_id, Outcome.DONE)
    steps.append(await seen())
    assert steps == expected[who]


async def lived_through(network: Network) -> int:
    """One request with everything private that there can be."""
    request_id = await network.log()
    await network.claim(MARC, request_id)
    async with network.acts_as(MARC) as actor:
        await PrivateParts(actor).view(request_id)
        await Appointments(actor).make(request_id, NOW + timedelta(days=3), PLACE)
        await Claims(actor).offer(request_id, SOFIE)
    async with network.acts_as(SOFIE) as actor:
        await Claims(actor).accept(request_id)
        await Claims(actor).close(request_id, Outcome.DONE, DEBRIEF)
    return request_id


async def test_private_words_stand_nowhere_in_the_database_nor_in_the_log(
    network: Network, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await lived_through(network)
    words = [*PRIVATE.values(), PLACE, DEBRIEF]
    stored = b""
    async with network.sessions() as session:
        for table in Base.metadata.sorted_tables:
            for row in await session.execute(select(table)):
                stored += b"\n".join(bytes(value) if isinstance(value, bytes) else str(value).encode() for value in row)
    assert b"R-" in stored
    assert [word for word in words if word.encode() in stored or word in caplog.text] == []


async def test_a_wrong_key_tells_nothing(network: Network) -> None:
    request_id = await network.log()
    network.vault = Vault([new_key()])
    async with network.acts_as(CLAIRE) as actor:
        with pytest.raises(WrongKey) as caught:
            await PrivateParts(actor).view(request_id)
    assert not any(word in repr(caught.value) for word in PRIVATE.values())
