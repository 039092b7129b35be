"""`make demo` in a real browser: every screen in every language, and a picture of each in .screenshots/."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
from playwright.async_api import Locator, Page, expect

from bot.i18n import Speech
from bot.views.directory.taps import ShowServices
from bot.views.labels import label
from bot.views.menu import KEYBOARD
from bot.views.menu_taps import ChooseLanguage
from tests.support import warm_python
from tests.support.browsing import open_browser

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / ".screenshots"
BEGINS_ON_THE_RIGHT = """text => {
  const first = document.createRange();
  first.selectNodeContents(text);
  const box = text.getBoundingClientRect(), line = first.getClientRects()[0];
  return line.right > box.right - 20 && line.left > box.left + 20;
}"""
LANGUAGES = ("fr", "nl", "ar", "ro", "en")


@asynccontextmanager
async def demo(folder: Path) -> AsyncIterator[str]:
    """The demo as a process of its own, with its data in that folder; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    pack = ROOT / "organisations" / "les-pissenlits"
    process = await warm_python.start(
        *(sys.executable, "-m", "bot", "demo", "--port", str(port), "--organisation", str(pack)),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    try:
        async with asyncio.timeout(60):
            while b"http://" not in (line := await process.stdout.readline()):
                assert line or not process.stdout.at_eof(), "the demo ended before it was ready"
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


async def newcomer(address: str, language: str) -> int:
    person = {"name": f"Amina ({language})", "language_code": language, "role": "resident"}
    async with aiohttp.ClientSession() as http, http.post(f"{address}/page/people", json=person) as answer:
        return int((await answer.json())["id"])


async def open_chat(page: Page, address: str, person: int) -> Locator:
    await page.goto(address)
    chip = page.get_by_test_id(f"chip-{person}")
    await chip.wait_for()
    if await chip.get_attribute("aria-pressed") != "true":
        await chip.click()
    return page.get_by_test_id(f"person-{person}")


async def test_every_screen_in_every_language(tmp_path: Path, speeches: dict[str, Speech]) -> None:
    PICTURES.mkdir(exist_ok=True)
    async with demo(tmp_path) as address, open_browser() as browser:
        for language in LANGUAGES:
            context = await browser.new_context(viewport={"width": 420, "height": 1000}, reduced_motion="reduce")
            page = await context.new_page()
            chat = await open_chat(page, address, await newcomer(address, language))
            await walk(page, chat, speeches[language])
            await context.close()


async def walk(page: Page, chat: Locator, speech: Speech) -> None:
    """Start, choose the proposed language, then every key of the keyboard and every service."""
    messages = chat.get_by_test_id("message")
    await chat.get_by_test_id("start").click()
    await chat.get_by_test_id("inline-button").filter(has_text=speech.own_name).click()
    await expect(chat.get_by_test_id("reply-button")).to_have_count(sum(map(len, KEYBOARD)))
    await page.screenshot(path=PICTURES / f"{speech.code}-start.png")
    for way in (way for line in KEYBOARD for way in line):
        before = await messages.count()
        await chat.get_by_test_id("reply-button").filter(has_text=label(speech, way)).click()
        await expect(messages.nth(before + 1)).to_have_attribute("data-from", "bot")
        await expect(messages.last.get_by_test_id("inline-button").first).to_be_visible()
        if way is not ChooseLanguage:  # that one asks in every language
            assert await chat.get_by_test_id("message-text").last.evaluate(BEGINS_ON_THE_RIGHT) == speech.rtl
        await page.screenshot(path=PICTURES / f"{speech.code}-{way.name}.png")
        if way is ShowServices:
            await every_service(page, chat, speech)


async def every_service(page: Page, chat: Locator, speech: Speech) -> None:
    last = chat.get_by_test_id("message").last
    buttons = last.get_by_test_id("inline-button")
    for number in range(await buttons.count() - 1):  # the last one leads to the menu
        await buttons.nth(number).click()
        back = buttons.filter(has_text=label(speech, ShowServices))
        await expect(back).to_be_visible()
        await page.screenshot(path=PICTURES / f"{speech.code}-service-{number}.png")
        await back.click()
        await expect(back).to_have_count(0)
