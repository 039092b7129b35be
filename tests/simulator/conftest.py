"""A served world, both clients, and a watch over everything that the simulator emits."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from simulator import api, calls
from simulator.account import BotAccount
from simulator.arguments import Raw
from simulator.inbox import Inbox, Waiting
from simulator.person import Person
from simulator.server import serving
from simulator.spec import METHODS, mismatch
from simulator.world import World
from tests.support.clients import TOKEN, Client, client


@pytest.fixture(autouse=True)
def conforming(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test in which an update or a result is not as the Bot API describes it."""
    wrong: list[str] = []
    keep = Inbox.keep

    async def perform(world: World, account: BotAccount, method: str, raw: Raw) -> object:
        result = await calls.perform(world, account, method, raw)
        name = calls.NAMES[method.lower()]
        wrong.append(mismatch(result, METHODS[name]["returns"], exact=True, at=name) or "")
        return result

    def watched(self: Inbox, item: Waiting) -> None:
        wrong.append(mismatch(item.update, "Update", exact=True, at="update") or "")
        keep(self, item)

    monkeypatch.setattr(api, "perform", perform)
    monkeypatch.setattr(Inbox, "keep", watched)
    yield
    assert [complaint for complaint in wrong if complaint] == []


@pytest.fixture(autouse=True)
def spans_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns unless it is told to give durations as timedelta."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def world() -> World:
    world = World()
    world.bot(TOKEN, "Relais", "relais_bot")
    return world


@pytest_asyncio.fixture
async def address(world: World) -> AsyncIterator[str]:
    async with serving(world) as address:
        yield address


@pytest_asyncio.fixture(params=["aiogram", "ptb"])
async def bot(request: pytest.FixtureRequest, address: str) -> AsyncIterator[Client]:
    """Each test with it runs once with each library."""
    async with client(request.param, address) as made:
        yield made


@pytest.fixture
def amina(world: World) -> Person:
    """Somebody who has started the bot."""
    person = world.person("Amina", "ar", "resident")
    person.opens()
    world.only_bot.inbox.clear()
    return person
