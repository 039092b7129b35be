"""When the next message may go, in a time that the test moves."""

from __future__ import annotations

import random
from bisect import bisect_right
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pacing import BRIEF, FREE, GAIN, GRAIN, Pacer

RATE = 28.5
AMINA, MARC, GROUP = 5_000_000_001, 5_000_000_002, -1_000_000_001


class Time:
    """Seconds that pass only where somebody sleeps, or where the test says so."""

    def __init__(self, oversleeping: list[float] | None = None) -> None:
        self.seconds = 1000.0
        self._oversleeping = iter(oversleeping or [])

    def now(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        assert seconds >= 0
        self.seconds += seconds + next(self._oversleeping, 0.0)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def pacer(time: Time) -> Pacer:
    return Pacer(RATE, time.now, time.sleep)


def most_in_a_second(moments: list[float]) -> int:
    """However the second is laid."""
    return max(bisect_right(moments, at + 1) - index for index, at in enumerate(moments))


async def send(pacer: Pacer, time: Time, count: int) -> list[float]:
    moments = []
    for _ in range(count):
        await pacer.slot()
        moments.append(time.seconds)
    return moments


async def test_messages_go_evenly_from_the_first_on(pacer: Pacer, time: Time) -> None:
    moments = await send(pacer, time, 286)
    assert moments[-1] - moments[0] == pytest.approx(10)
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert min(gaps) == pytest.approx(max(gaps)) == pytest.approx(1 / RATE)


async def test_an_idle_hour_earns_no_burst(pacer: Pacer, time: Time) -> None:
    await send(pacer, time, 3)
    time.seconds += 3600
    assert most_in_a_second(await send(pacer, time, 100)) <= 29


@given(st.lists(st.one_of(st.floats(0, 0.02), st.floats(0, 3)), min_size=40, max_size=300))
async def test_no_second_holds_more_than_30_however_the_process_stumbles(stalls: list[float]) -> None:
    time = Time(oversleeping=stalls)
    moments = await send(Pacer(RATE, time.now, time.sleep), time, len(stalls) + 60)
    assert most_in_a_second(moments) <= 30


async def test_after_a_stall_it_makes_up_a_little_at_a_time(pacer: Pacer, time: Time) -> None:
    first = await send(pacer, time, 10)
    time.seconds += 0.1
    rest = await send(pacer, time, 1500)
    gaps = [later - earlier for earlier, later in pairwise(rest)]
    assert min(gaps) >= 1 / RATE / GAIN - GRAIN
    assert rest[-1] - first[0] == pytest.approx(1509 / RATE, abs=0.01), "back on its clock"


async def test_fifty_milliseconds_of_jitter_bring_no_more_than_30_a_second_while_it_makes_up(
    pacer: Pacer, time: Time
) -> None:
    await send(pacer, time, 10)
    time.seconds += 0.9
    dice = random.Random(7)
    arrivals = sorted(moment + dice.uniform(0, 0.05) for moment in await send(pacer, time, 3000))
    assert most_in_a_second(arrivals) <= 30


async def test_a_thousand_a_second_is_a_thousand_a_second() -> None:
    time = Time()
    pacer = Pacer(1000, time.now, time.sleep)
    moments = []
    for number in range(5000):
        await pacer.slot()
        moments.append(time.seconds)
        if number % 50 == 0:
            time.seconds += 0.01  # a transaction
    assert moments[-1] - moments[0] == pytest.approx(5, abs=0.05)
    assert most_in_a_second(moments) <= 1060


async def test_an_answer_goes_at_once_when_nothing_else_is_sent(pacer: Pacer, time: Time) -> None:
    for number in range(100):
        await pacer.answering(AMINA + number)
    assert time.seconds == 1000


async def test_during_bulk_an_answer_takes_the_next_slot_and_bulk_gives_way(pacer: Pacer, time: Time) -> None:
    moments = await send(pacer, time, 10)
    for number in range(3):
        before = time.seconds
        await pacer.answering(AMINA + number)
        assert time.seconds - before <= 2 / RATE + 1e-9
        moments.append(time.seconds)
    moments += await send(pacer, time, 30)
    assert moments[-1] - moments[0] == pytest.approx(42 / RATE)
    assert most_in_a_second(moments) <= 29


async def test_a_rush_of_answers_waits_for_nothing_and_stops_bulk_for_a_second_at_most(
    pacer: Pacer, time: Time
) -> None:
    await send(pacer, time, 5)
    for number in range(500):
        before = time.seconds
        await pacer.answering(AMINA + number)
        assert time.seconds - before <= 2 / RATE + 1e-9
    before = time.seconds
    await pacer.slot()
    assert time.seconds - before <= 1.1


async def test_a_person_gets_one_a_second_and_a_group_one_in_three(pacer: Pacer, time: Time) -> None:
    for chat, between in ((AMINA, 1), (GROUP, 3)):
        assert pacer.wait_of(chat) == 0
        pacer.wrote(chat)
        time.seconds += between - BRIEF / 2
        assert pacer.wait_of(chat) == pytest.approx(BRIEF / 2), "so short a while is waited for"
        time.seconds += BRIEF
        assert pacer.wait_of(chat) == 0


async def test_those_who_wait_for_one_chat_are_told_to_come_one_after_the_other(pacer: Pacer, time: Time) -> None:
    pacer.wrote(GROUP)
    told = [pacer.wait_of(GROUP) for _ in range(19)]
    assert all(later - earlier > 3 for earlier, later in pairwise(told))
    assert told[0] == pytest.approx(3, abs=2 * BRIEF + 3)
    assert pacer.wait_of(MARC) == 0
    sent = [0.0]
    for wait in told:
        time.seconds = 1000 + wait
        assert pacer.wait_of(GROUP) == 0
        pacer.wrote(GROUP)
        sent.append(time.seconds - 1000)
    assert sum(moment < 60 for moment in sent) <= 20


async def test_a_429_of_somebody_written_to_for_the_first_time_is_meant_for_all(pacer: Pacer, time: Time) -> None:
    pacer.wrote(AMINA)
    pacer.flooded(AMINA, 7)
    assert pacer.held() == 7
    time.seconds += 6.5
    assert pacer.held() == 0.5
    pacer.flooded(MARC, 0.2)
    assert pacer.held() == 0.5, "the longest counts"
    time.seconds += 0.5
    assert pacer.held() == 0


@pytest.mark.parametrize("chat", [AMINA, GROUP])
async def test_a_429_of_a_crowded_chat_is_meant_for_that_chat(pacer: Pacer, time: Time, chat: int) -> None:
    pacer.wrote(chat)
    time.seconds += 1
    pacer.wrote(chat)
    pacer.flooded(chat, 40)
    assert pacer.held() == 0
    assert pacer.wait_of(MARC) == 0
    assert pacer.wait_of(chat) >= 40
    time.seconds += 40
    assert pacer.wait_of(chat) == 0


async def test_it_remembers_only_those_of_the_last_seconds(pacer: Pacer, time: Time) -> None:
    for number in range(1000):
        await pacer.slot()
        pacer.wrote(AMINA + number)
        pacer.wait_of(AMINA + number)
        pacer.flooded(-number, 1)
    assert all(len(memory) < 200 for memory in (pacer._chats, pacer._floods, pacer._promised))


def test_the_free_rate_is_telegrams() -> None:
    assert FREE == 30
