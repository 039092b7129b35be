"""Moving the clock, disturbing the network, losing the simulator."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Browser, expect

from simulator.server import serving
from simulator.world import World

from .conftest import Open, chat_of

pytestmark = pytest.mark.asyncio(loop_scope="package")
NOON = datetime(2026, 3, 28, 11, 0, 20, tzinfo=UTC)  # the day before summer time begins
SATURDAY = re.compile("Saturday,? 28 March 2026")  # browsers differ in the comma


async def test_move_the_clock(open_page: Open, world: World) -> None:
    world.clock.set(NOON)
    page = await open_page()
    clock = page.get_by_test_id("clock")
    await expect(clock).to_have_text(re.compile("Sat,? 28 Mar 2026, 12:00"))
    await page.get_by_test_id("clock-hour").click()
    await expect(clock).to_have_attribute("datetime", "2026-03-28T13:00")
    await page.get_by_test_id("clock-day").click()
    await expect(clock).to_have_text(re.compile("Sun,? 29 Mar 2026, 14:00"))  # 24 hours, one of which the clocks skip
    await page.get_by_test_id("clock-set").click()
    await page.get_by_test_id("clock-input").fill("2026-12-24T08:59")
    await page.get_by_test_id("clock-dialog-accept").click()
    await expect(clock).to_have_text(re.compile("Thu,? 24 Dec 2026, 08:59"))
    assert world.clock.now().replace(second=0, microsecond=0) == datetime(2026, 12, 24, 7, 59, tzinfo=UTC)
    await page.get_by_test_id("clock-reset").click()
    await expect(clock).not_to_have_attribute("datetime", "2026-12-24T08:59")
    assert abs(world.clock.offset) < timedelta(seconds=1)


async def test_messages_carry_the_simulated_time_and_day(open_page: Open, world: World) -> None:
    world.clock.set(NOON)
    lucie = world.person("Lucie", "fr", "resident")
    chat = chat_of(await open_page(), lucie)
    lucie.says("bonjour")
    await expect(chat.get_by_test_id("message")).to_have_count(2)
    await expect(chat.locator("time").first).to_have_text("12:00")
    await expect(chat.locator(".day")).to_have_text([SATURDAY])
    world.clock.move(timedelta(days=2))
    lucie.says("encore")
    await expect(chat.locator(".day")).to_have_text([SATURDAY, re.compile("Monday,? 30 March 2026")])


async def test_the_network(open_page: Open, world: World) -> None:
    page = await open_page()
    drop = page.get_by_test_id("network-drop")
    await drop.click()
    await expect(drop).to_have_attribute("aria-pressed", "true")
    assert world.faults.dropped
    await drop.click()
    await expect(drop).to_have_attribute("aria-pressed", "false")
    assert not world.faults.dropped
    await page.get_by_test_id("network-latency").select_option("200")
    await page.reload()
    await expect(page.get_by_test_id("network-latency")).to_have_value("200")
    assert world.faults.latency == 0.2


async def test_the_page_finds_back_to_a_simulator_that_was_away(browser: Browser, world: World) -> None:
    lucie = world.person("Lucie", "fr", "resident")
    world.bot("42:page")
    page = await browser.new_page()
    async with serving(world) as first:
        await page.goto(first)
        await expect(chat_of(page, lucie).get_by_test_id("start")).to_be_visible()
    await expect(page.get_by_test_id("offline")).to_be_visible()
    lucie.says("entretemps")
    async with serving(world, port=int(first.rpartition(":")[2])):
        await expect(chat_of(page, lucie).get_by_test_id("message-text")).to_have_text(["entretemps"], timeout=20_000)
        await expect(page.get_by_test_id("offline")).to_be_hidden()
        await page.close()
