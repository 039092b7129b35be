"""The wiring starts, or says in one line why it cannot."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest
from aiogram import Dispatcher

from bot.app import run
from bot.domain.clock import SystemClock
from bot.settings import SettingsError, read_settings
from bot.vault import new_key
from simulator.faults import Fault
from simulator.server import serving
from simulator.world import World
from tests.conftest import LES_PISSENLITS
from tests.support.conversation import TOKEN


@pytest.fixture(autouse=True)
def fresh_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder, and no settings but the pack."""
    for name in [name for name in os.environ if name.startswith("RELAIS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("RELAIS_ORGANISATION", str(LES_PISSENLITS))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def one_dispatcher(dispatcher: Dispatcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process has one, and the tests are one process."""
    monkeypatch.setattr("bot.app.make_dispatcher", lambda *_: dispatcher)


async def start(world: World, **given: Any) -> None:
    """`run` against that Telegram, until it ends."""
    async with serving(world) as address, asyncio.timeout(20):
        settings = read_settings(**{"token": TOKEN, "api_url": address, "keys": new_key()} | given)
        await run(settings, SystemClock(), asyncio.Event())


async def test_a_token_that_telegram_does_not_know(world: World, database_url: str) -> None:
    world.bot("1000000002:somebody-else")
    with pytest.raises(SettingsError, match=r"^RELAIS_TOKEN: Telegram does not know this token[^\n]+$") as caught:
        await start(world, database_url=database_url)
    assert TOKEN not in str(caught.value)


async def test_an_address_where_there_is_no_bot_api(world: World, database_url: str) -> None:
    world.bot(TOKEN)
    world.faults.add(Fault("status", status=418, times=None))
    with pytest.raises(SettingsError, match=r"^RELAIS_API_URL: at http://127\.0\.0\.1:\d+ there is no Bot API$"):
        await start(world, database_url=database_url)


@pytest.mark.usefixtures("one_dispatcher")
async def test_a_webhook_whose_port_is_taken(world: World, database_url: str, taken_port: int) -> None:
    world.bot(TOKEN)
    webhook = {"webhook_url": "https://relais.example.org/hook", "webhook_secret": "secret"}
    with pytest.raises(SettingsError, match=rf"^RELAIS_LISTEN: cannot listen on 127\.0\.0\.1:{taken_port} \(the port"):
        await start(world, database_url=database_url, listen=f"127.0.0.1:{taken_port}", **webhook)


@pytest.mark.usefixtures("one_dispatcher")
async def test_a_webhook_that_telegram_refuses(world: World, database_url: str) -> None:
    world.bot(TOKEN)
    webhook = {"webhook_url": "http://relais.example.org/hook", "webhook_secret": "secret"}
    with pytest.raises(SettingsError, match=r"^RELAIS_WEBHOOK_URL: Telegram refuses it \(Bad Request: bad webhook:"):
        await start(world, database_url=database_url, listen="127.0.0.1:0", **webhook)
