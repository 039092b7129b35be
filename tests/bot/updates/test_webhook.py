"""Updates that are posted to us: only Telegram may, and 200 means that it is committed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request
from sqlalchemy import select

from bot.updates.webhook import LARGEST, SECRET_HEADER, make_web
from db.models.people import TakenUpdate
from db.session import Sessions
from simulator.person import Person
from tests.bot.conftest import Outage
from tests.support.conversation import Desk

SECRET = "a-secret-between-telegram-and-us"
Client = TestClient[Request, Application]


@pytest.fixture
async def client(desk: Desk) -> AsyncIterator[Client]:
    server = TestServer(make_web(desk.receiver, "https://relais.example.org/hook", SECRET))
    async with TestClient(server) as client:
        yield client


@pytest.fixture
async def amina(desk: Desk, client: Client) -> Person:
    """Somebody to whom the bot answers by a webhook that the simulated Telegram calls."""
    await desk.receiver.bot.set_webhook(str(client.make_url("/hook")), secret_token=SECRET)
    return desk.world.person("Amina", "en")


def answers(person: Person) -> list[str]:
    return [message.text for message in person.chat.visible if message.by_bot]


async def test_who_writes_is_answered(desk: Desk, amina: Person) -> None:
    amina.says("/help")
    async with asyncio.timeout(10):
        await desk.account.inbox.drained()
    assert [text[:6] for text in answers(amina)] == ["❓ Help"]


@pytest.mark.parametrize("secret", ["", "another", SECRET + "s", "é"])
async def test_without_the_secret_nothing_is_taken(desk: Desk, client: Client, secret: str) -> None:
    amina = desk.person("Amina", "en")
    amina.person.says("/help")
    (update,) = await desk.account.inbox.poll(0, 100, 0)
    headers = {SECRET_HEADER: secret} if secret else {}
    assert (await client.post("/hook", json=update, headers=headers)).status == 401
    assert answers(amina.person) == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"text"', b"\xff\xfe"])
async def test_what_is_no_update_is_refused(client: Client, body: bytes) -> None:
    assert (await client.post("/hook", data=body, headers={SECRET_HEADER: SECRET})).status == 400


async def test_what_is_too_large_is_refused(client: Client) -> None:
    body = BytesIO(json.dumps({"update_id": 1, "message": "x" * LARGEST}).encode())
    assert (await client.post("/hook", data=body, headers={SECRET_HEADER: SECRET})).status == 413


async def test_an_update_that_cannot_be_read_is_confirmed_so_that_it_does_not_block_its_chat(client: Client) -> None:
    response = await client.post("/hook", json={"update_id": 1, "message": {}}, headers={SECRET_HEADER: SECRET})
    assert response.status == 200


async def test_200_comes_after_the_commit(desk: Desk, client: Client, sessions: Sessions) -> None:
    desk.world.person("Amina", "en").says("/help")
    (update,) = await desk.account.inbox.poll(0, 100, 0)
    assert (await client.post("/hook", json=update, headers={SECRET_HEADER: SECRET})).status == 200
    async with sessions() as session:
        assert list(await session.scalars(select(TakenUpdate.update_id))) == [update["update_id"]]


async def test_a_database_that_is_away_is_500_and_telegram_tries_again(
    desk: Desk, amina: Person, outage: Outage
) -> None:
    outage.commits_left = 2  # her command, and the note that it failed
    amina.says("/help")
    async with asyncio.timeout(10):
        await desk.account.inbox.drained()
    assert outage.commits_left == 0
    assert [text[:6] for text in answers(amina)] == ["❓ Help"]
    assert desk.account.webhook is not None
    assert desk.account.webhook.last_error is not None
    assert "500" in desk.account.webhook.last_error[1]


async def test_an_update_posted_twice_at_the_same_time_takes_effect_once(desk: Desk, client: Client) -> None:
    amina = desk.world.person("Amina", "en")
    amina.says("/help")
    (update,) = await desk.account.inbox.poll(0, 100, 0)
    posts = [client.post("/hook", json=update, headers={SECRET_HEADER: SECRET}) for _ in range(5)]
    assert {response.status for response in await asyncio.gather(*posts)} == {200}
    assert len(answers(amina)) == 1


async def test_it_says_that_it_is_alive(client: Client) -> None:
    response = await client.get("/healthz")
    assert (response.status, await response.text()) == (200, "ok")
    assert (await client.get("/hook")).status == 405
    assert (await client.post("/elsewhere", json={}, headers={SECRET_HEADER: SECRET})).status == 404
