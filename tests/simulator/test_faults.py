"""What goes wrong on the way, and the limits of sending, as the clients see it."""

import asyncio
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.faults import Fault
from simulator.pacing import StrictWindow, TokenBucket
from simulator.person import Person
from simulator.world import World
from tests.support.clients import Client


@pytest.mark.parametrize(("after", "arrived"), [(False, []), (True, ["hello"])])
async def test_a_reset_before_or_after_the_effect(
    bot: Client, world: World, amina: Person, after: bool, arrived: list[str]
) -> None:
    world.faults.add(Fault("reset", after=after, method="sendMessage"))
    await bot.refusal("send_message", "network", chat_id=amina.id, text="hello")
    assert [message.text for message in amina.chat.messages[1:]] == arrived
    await bot.bot.send_message(chat_id=amina.id, text="again")


async def test_a_dropped_network(bot: Client, world: World, amina: Person) -> None:
    world.faults.dropped = True
    await bot.refusal("get_updates", "network")
    world.faults.dropped = False
    amina.says("back")
    assert len(await bot.bot.get_updates()) == 1


async def test_an_error_of_the_server(bot: Client, world: World, amina: Person) -> None:
    world.faults.add(Fault("status", status=500, chat_id=amina.id))
    await bot.bot.get_me()
    await bot.refusal("send_message", "server", chat_id=amina.id, text="hello")


async def test_an_error_of_the_gateway_is_no_json(bot: Client, world: World, amina: Person) -> None:
    world.faults.add(Fault("status", status=502, method="sendMessage"))
    await bot.refusal("send_message", "gateway", chat_id=amina.id, text="hello")


async def test_latency_is_waited_for(bot: Client, world: World, amina: Person) -> None:
    world.faults.latency, world.faults.jitter = 0.05, 0.01
    start = world.clock.elapsed()
    await bot.bot.send_message(chat_id=amina.id, text="hello")
    assert world.clock.elapsed() - start >= 0.05


async def test_silence_until_the_client_gives_up(bot: Client, world: World, amina: Person) -> None:
    world.faults.add(Fault("silence", method="getMe"))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await bot.bot.get_me()
    assert (await bot.bot.get_me()).id == 42


async def test_a_planned_flood(bot: Client, world: World, amina: Person) -> None:
    world.faults.add(Fault("flood", retry_after=17))
    assert "17" in await bot.refusal("send_message", "flood", chat_id=amina.id, text="hello")


async def test_faults_by_chance_go_on_until_removed(world: World) -> None:
    world.faults.dice.seed(1)
    fault = world.faults.add(Fault("reset", times=None, chance=0.25))
    met = sum(world.faults.pick("sendMessage", 1) is fault for _ in range(1000))
    assert 200 < met < 300
    assert world.faults.pick("getUpdates", None) is None
    world.faults.plan.remove(fault)
    assert world.faults.pick("sendMessage", 1) is None


async def test_a_strict_window_refuses_the_31st(bot: Client, world: World, amina: Person) -> None:
    world.pacing = StrictWindow()
    start = world.clock.elapsed()
    for _ in range(29):
        assert world.pacing.wait(1, start) == 0
    await bot.bot.send_message(chat_id=amina.id, text="30")
    if world.clock.elapsed() - start < 1:
        refused = await bot.refusal("send_message", "flood", chat_id=amina.id, text="31")
        assert "1" in refused
    world.clock.move(timedelta(seconds=1))
    await bot.bot.send_message(chat_id=amina.id, text="31")


@given(st.lists(st.floats(0, 0.2), max_size=200))
def test_no_second_of_a_strict_window_holds_more_than_its_limit(gaps: list[float]) -> None:
    window, now, taken = StrictWindow(5), 0.0, []
    for gap in gaps:
        now += gap
        if window.wait(1, now) == 0:
            taken.append(now)
    assert all(sum(start < at <= start + 1 for at in taken) <= 5 for start in taken)


def test_a_token_bucket_lets_bursts_of_a_chat_pass_and_then_one_a_second() -> None:
    bucket = TokenBucket(burst=3)
    assert [bucket.wait(7, 0.0) for _ in range(4)] == [0, 0, 0, 1]
    assert bucket.wait(8, 0.0) == 0, "another chat is free"
    assert bucket.wait(7, 1.0) == 0
    assert bucket.wait(7, 1.5) == pytest.approx(0.5)


def test_a_token_bucket_gives_30_a_second_overall_and_20_a_minute_in_a_group() -> None:
    bucket = TokenBucket()
    assert [bucket.wait(chat, 0.0) for chat in range(1, 31)] == [0] * 30
    assert bucket.wait(31, 0.0) == pytest.approx(1 / 30)
    assert sum(bucket.wait(-5, 100 + second) == 0 for second in range(60)) in (39, 40)
