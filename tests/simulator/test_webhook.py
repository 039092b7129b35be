"""Delivery by POST: the secret, order, tries, replies in the response."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
from aiogram import Bot, Dispatcher
from aiogram.methods import SendMessage
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web
from aiohttp.test_utils import TestServer

from simulator.person import Person
from simulator.world import World
from tests.support.clients import Client, QuickSession, asleep

Answer = Callable[[dict[str, Any]], web.Response]


@dataclass
class Receiver:
    """A bot's web server: what it got, and how it answers."""

    url: str = ""
    updates: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    answer: Answer = lambda update: web.Response()
    hold: asyncio.Event | None = None
    arrived: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)

    async def handle(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.updates.append(update)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.arrived.put_nowait(update)
        if self.hold and "message" in update:
            await self.hold.wait()
        return self.answer(update)


@pytest_asyncio.fixture
async def receiver() -> AsyncIterator[Receiver]:
    made = Receiver()
    app = web.Application()
    app.router.add_post("/hook", made.handle)
    async with TestServer(app) as server:
        made.url = str(server.make_url("/hook"))
        yield made


async def drained(world: World) -> None:
    async with asyncio.timeout(5):
        await world.only_bot.inbox.drained()


async def test_updates_arrive_in_order_with_the_secret(
    bot: Client, world: World, amina: Person, receiver: Receiver
) -> None:
    amina.says("before")
    await bot.bot.set_webhook(url=receiver.url, secret_token="s3cret", max_connections=3)
    for number in range(5):
        amina.says(str(number))
    await drained(world)
    assert [update["message"]["text"] for update in receiver.updates] == ["before", "0", "1", "2", "3", "4"]
    assert set(receiver.secrets) == {"s3cret"}
    info = await bot.bot.get_webhook_info()
    assert (info.url, info.max_connections, info.pending_update_count) == (receiver.url, 3, 0)


async def test_polling_and_webhook_exclude_each_other(
    bot: Client, world: World, amina: Person, receiver: Receiver
) -> None:
    poll = asyncio.create_task(bot.refusal("get_updates", "conflict", timeout=50))
    await asleep(world.clock, 50)
    await bot.bot.set_webhook(url=receiver.url)
    assert await poll == "terminated by setwebhook request"
    refused = await bot.refusal("get_updates", "conflict")
    assert refused.startswith("can't use getupdates method while webhook is active")
    receiver.answer = lambda update: web.Response(status=500)
    amina.says("stays")
    await receiver.arrived.get()
    await bot.bot.delete_webhook()
    assert len(await bot.bot.get_updates()) == 1
    await bot.bot.delete_webhook(drop_pending_updates=True)
    assert len(await bot.bot.get_updates()) == 0


async def test_a_failure_is_tried_again_at_once_and_then_ever_later(
    bot: Client, world: World, amina: Person, receiver: Receiver
) -> None:
    receiver.answer = lambda update: web.Response(status=500)
    await bot.bot.set_webhook(url=receiver.url)
    amina.says("first")
    amina.says("second")
    await receiver.arrived.get()
    await receiver.arrived.get()
    assert receiver.arrived.empty()
    info = await bot.bot.get_webhook_info()
    assert "500" in info.last_error_message
    for pause in (2, 4, 8):
        await asleep(world.clock, pause)
        world.clock.move(timedelta(seconds=pause))
        await receiver.arrived.get()
    receiver.answer = lambda update: web.Response()
    await asleep(world.clock, 16)
    world.clock.move(timedelta(seconds=16))
    await drained(world)
    assert [update["message"]["text"] for update in receiver.updates] == ["first"] * 6 + ["second"]


async def test_retry_after_is_honoured(bot: Client, world: World, amina: Person, receiver: Receiver) -> None:
    receiver.answer = lambda update: web.Response(status=503, headers={"Retry-After": "100"})
    await bot.bot.set_webhook(url=receiver.url)
    amina.says("first")
    await receiver.arrived.get()
    receiver.answer = lambda update: web.Response()
    await asleep(world.clock, 100)
    world.clock.move(timedelta(seconds=100))
    await drained(world)
    assert len(receiver.updates) == 2


async def test_taps_overtake_texts_of_the_same_chat(
    bot: Client, world: World, amina: Person, receiver: Receiver
) -> None:
    button = {"inline_keyboard": [[{"text": "Hours", "callback_data": "hours"}]]}
    await bot.bot.send_message(chat_id=amina.id, text="menu", reply_markup=button)
    receiver.hold = asyncio.Event()
    await bot.bot.set_webhook(url=receiver.url)
    amina.says("one")
    amina.says("two")
    amina.taps(amina.chat.last and amina.chat.messages[1], "Hours")
    kinds = [next(kind for kind in await receiver.arrived.get() if kind != "update_id") for _ in range(2)]
    assert sorted(kinds) == ["callback_query", "message"]
    assert receiver.arrived.empty(), "the second text waits for the first"
    receiver.hold.set()
    await drained(world)
    assert receiver.updates[-1]["message"]["text"] == "two"


async def reply(message: Message) -> SendMessage:
    """An aiogram handler that answers in the response."""
    return SendMessage(chat_id=message.chat.id, text="by reply")


@pytest.mark.parametrize("form", ["json", "multipart"])
async def test_a_method_in_the_response_is_called(
    bot: Client, world: World, amina: Person, receiver: Receiver, form: str
) -> None:
    async with Bot("42:secret", session=QuickSession()) as replying:
        dispatcher = Dispatcher()
        dispatcher.message.register(reply)
        app = web.Application()
        SimpleRequestHandler(dispatcher, replying, handle_in_background=False).register(app, "/aiogram")
        receiver.answer = lambda _: web.json_response(
            {"method": "sendMessage", "chat_id": amina.id, "text": "by reply"}
        )
        async with TestServer(app) as server:
            await bot.bot.set_webhook(url=receiver.url if form == "json" else str(server.make_url("/aiogram")))
            amina.says("hello")
            await drained(world)
    assert amina.chat.last
    assert amina.chat.last.text == "by reply"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://example.org/hook", "an https url must be provided for webhook"),
        ("https://example.org:9000/hook", "webhook can be set up only on ports 80, 88, 443 or 8443"),
        ("ftp://127.0.0.1/", "invalid webhook url specified"),
        ("https://127.0.0.1:x/", "invalid webhook url specified"),
    ],
)
async def test_refused_addresses(bot: Client, url: str, words: str) -> None:
    assert await bot.refusal("set_webhook", "bad", url=url) == f"bad webhook: {words}"


async def test_a_refused_secret(bot: Client, receiver: Receiver) -> None:
    refused = await bot.refusal("set_webhook", "bad", url=receiver.url, secret_token="no spaces")
    assert refused == "secret token contains unallowed characters"
