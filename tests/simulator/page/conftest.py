"""One browser for all tests of the page; a world, a server and a bot for each."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Locator, Page

from simulator.person import Person
from simulator.server import serving
from simulator.world import World
from tests.support.browsing import open_browser
from tests.support.small_bot import SmallBot, running_bot

Open = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def browser() -> AsyncIterator[Browser]:
    """Chromium."""
    async with open_browser() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="package")
async def world() -> World:
    """A new world."""
    return World()


@pytest_asyncio.fixture(loop_scope="package")
async def address(world: World) -> AsyncIterator[str]:
    """Where the world is served."""
    async with serving(world) as where:
        yield where


@pytest_asyncio.fixture(loop_scope="package")
async def bot(world: World, address: str) -> AsyncIterator[SmallBot]:
    """Somebody to talk to."""
    async with running_bot(world, address) as running:
        yield running


@pytest.fixture
def complaints() -> list[str]:
    """Errors and warnings of the browser: whatever a test leaves here fails it."""
    return []


@pytest_asyncio.fixture(loop_scope="package")
async def context(browser: Browser, address: str, complaints: list[str]) -> AsyncIterator[BrowserContext]:
    """A browser that remembers nothing and goes before the server."""
    opened = await browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    opened.set_default_timeout(10_000)
    opened.on("weberror", lambda error: complaints.append(str(error.error)))
    opened.on("console", lambda line: complaints.append(line.text) if line.type in ("error", "warning") else None)
    yield opened
    await opened.close()
    assert complaints == []


@pytest.fixture
def open_page(context: BrowserContext, address: str, bot: SmallBot) -> Open:
    """Opens the page, `width` pixels wide."""

    async def opened(width: int = 1440, height: int = 900) -> Page:
        page = await context.new_page()
        await page.set_viewport_size({"width": width, "height": height})
        await page.goto(address)
        return page

    return opened


def chat_of(page: Page, person: Person) -> Locator:
    """The column of that person."""
    return page.get_by_test_id(f"person-{person.id}")
