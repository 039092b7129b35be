"""The world without a network: clock, people, history, events, and what is kept for a second start."""

import asyncio
import json
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from simulator import snapshot
from simulator.clock import Clock
from simulator.person import Person
from simulator.server import serving
from simulator.spec import mismatch
from simulator.world import World
from tests.support.clients import TOKEN, client

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


async def test_whoever_sleeps_wakes_when_the_clock_is_moved() -> None:
    clock = Clock()
    sleeper = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0)
    clock.move(timedelta(minutes=59))
    await asyncio.sleep(0)
    assert not sleeper.done()
    clock.move(timedelta(days=-1))
    clock.move(timedelta(minutes=1))
    async with asyncio.timeout(5):
        await sleeper


def test_a_frozen_clock_stands_still() -> None:
    clock = Clock()
    clock.freeze()
    clock.set(NOON)
    assert (clock.now(), clock.timestamp()) == (NOON, int(NOON.timestamp()))
    clock.move(timedelta(minutes=1))
    assert clock.now() == NOON + timedelta(minutes=1)
    clock.run()
    assert clock.now() - NOON < timedelta(minutes=2)
    clock.reset()
    assert abs(clock.offset) < timedelta(seconds=1)


def test_only_the_newest_messages_are_kept() -> None:
    world = World(history=10)
    world.bot(TOKEN)
    person = world.person("Amina", "ar")
    for number in range(25):
        person.says(str(number))
    assert [message.text for message in person.chat.messages] == [str(number) for number in range(15, 25)]


async def test_events_reach_whoever_listens_and_whoever_waits(world: World, amina: Person) -> None:
    waiting = asyncio.create_task(world.events.until(lambda: len(amina.chat.messages) > 1))
    await asyncio.sleep(0)
    with world.subscribe() as events:
        amina.says("hello")
        event = await anext(events)
        assert (event.kind, event.person_id) == ("message", amina.id)
        for _ in range(2000):
            world.events.tell("clock")
        assert (await anext(events)).kind == "clock"
    assert not world.events.subscriptions
    assert await waiting is True


def test_forged_and_missing_buttons(world: World, amina: Person) -> None:
    said = amina.says("hello")
    with pytest.raises(LookupError):
        amina.taps(said, "Hours")
    amina.forges_tap(said, "s1:service:../../etc")
    (update,) = list(world.only_bot.inbox.waiting.values())[1:]
    assert update.update["callback_query"]["data"] == "s1:service:../../etc"
    amina.blocks()
    with pytest.raises(RuntimeError):
        amina.says("after the block")


def test_tokens_are_checked(world: World) -> None:
    assert world.bot(TOKEN) is world.only_bot
    with pytest.raises(ValueError, match="a token is"):
        world.bot("no token")


async def test_a_second_start_finds_everything(world: World, address: str, amina: Person) -> None:
    async with client("ptb", address) as bot:
        await bot.bot.send_photo(chat_id=amina.id, photo=bot.file(b"GIF89a\x01\x00\x01\x00", "x.gif"))
        keyboard = {"keyboard": [[{"text": "Hours"}]]}
        sent = await bot.bot.send_message(chat_id=amina.id, text="menu", reply_markup=keyboard)
        await bot.bot.set_my_name(name="Permanence", language_code="fr")
        await bot.bot.pin_chat_message(chat_id=amina.id, message_id=sent.message_id)
    world.group("Neighbours", [amina])
    amina.says("waits for the bot")
    world.clock.move(timedelta(days=3))
    again = World()
    snapshot.restore(again, json.loads(json.dumps(snapshot.dump(world))))
    person = again.people[amina.id]
    assert [m.body for m in person.chat.messages] == [m.body for m in amina.chat.messages]
    assert (person.name, person.chat.reply_keyboard, person.chat.pinned) == ("Amina", keyboard, [sent.message_id])
    assert again.only_bot.profile.name == {"fr": "Permanence"}
    assert [u.update for u in again.only_bot.inbox.waiting.values()] == [
        u.update for u in world.only_bot.inbox.waiting.values()
    ]
    assert abs(again.clock.now() - world.clock.now()) < timedelta(seconds=1)
    assert again.files.by_id == world.files.by_id
    assert again.person("Luc").id == world.person("Luc").id
    assert person.says("more").id == amina.says("more").id


async def test_calls_by_query_form_and_json(address: str, amina: Person) -> None:
    url = f"{address}/bot{TOKEN}/SENDMESSAGE"
    said = {"chat_id": str(amina.id), "text": "hello"}
    async with aiohttp.ClientSession() as session:
        async with session.get(url, params=said) as response:
            assert (await response.json())["ok"]
        async with session.post(url, data=said) as response:
            assert (await response.json())["ok"]
        async with session.post(url, json={"chat_id": amina.id, "text": 5}) as response:
            assert (await response.json())["result"]["text"] == "5"
        for body, words in (
            ({"text": "x"}, "chat_id is empty"),
            ({"chat_id": amina.id}, "message text is empty"),
            ({"chat_id": amina.id, "text": {}}, "can't parse text: it must be of type String"),
            ({"chat_id": [], "text": "x"}, "can't parse chat_id: it must be of type Integer"),
            ({"chat_id": amina.id, "text": "\ud800"}, "strings must be encoded in UTF-8"),
            ({"chat_id": amina.id, "text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
            ({"chat_id": amina.id, "text": "x", "reply_markup": []}, "object expected as reply markup"),
            ({"chat_id": amina.id, "text": "x", "entities": "[1]"},
             "can't parse entities: entities[0] must be of type Object"),
        ):  # fmt: skip
            async with session.post(url, json=body) as response:
                answer = await response.json()
                assert (response.status, answer["description"]) == (400, f"Bad Request: {words}")
        for path in (f"bot{TOKEN}/sendNothing", "botnonsense/getMe", f"file/bot{TOKEN}/files/F1/x"):
            async with session.get(f"{address}/{path}") as response:
                assert (response.status, await response.json()) == (
                    404, {"ok": False, "error_code": 404, "description": "Not Found"},
                )  # fmt: skip


async def test_the_simulator_listens_on_loopback_only(world: World) -> None:
    with pytest.raises(ValueError, match="loopback"):
        async with serving(world, host="0.0.0.0"):
            pass


def test_the_check_against_the_description_sees_what_is_wrong() -> None:
    user = {"id": 1, "is_bot": False, "first_name": "A"}
    assert mismatch(user, "User", exact=True) is None
    assert mismatch(user | {"is_bot": 0}, "User", exact=True) == "it.is_bot must be of type Boolean"
    assert mismatch({"id": 1}, "User", exact=True) == "it has no field is_bot"
    assert mismatch(user | {"age": 3}, "User", exact=True) == "it has unknown fields age"
    assert mismatch([user, 3], "Array of User", exact=False) == "it[1] must be of type Object"
    assert mismatch({"status": "left", "user": user}, "ChatMember", exact=True) is None
