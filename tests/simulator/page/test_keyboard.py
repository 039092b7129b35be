"""The page without a mouse."""

import pytest
from playwright.async_api import Page, expect

from simulator.world import World
from tests.support.small_bot import SmallBot

from .conftest import Open, chat_of

pytestmark = pytest.mark.asyncio(loop_scope="package")

OUTLINED = """() => {
  const at = document.activeElement.closest(".field") ?? document.activeElement;
  const { outlineStyle, boxShadow } = getComputedStyle(at);
  return outlineStyle !== "none" || boxShadow !== "none";
}"""


async def tab_to(page: Page, hook: str) -> None:
    """Tab until the focus is there; whatever has the focus on the way shows it."""
    for _ in range(40):
        await page.keyboard.press("Tab")
        assert await page.evaluate(OUTLINED)
        if await page.evaluate("document.activeElement.dataset.testid") == hook:
            return
    pytest.fail(f"{hook} cannot be reached by Tab")


async def test_a_whole_conversation(open_page: Open, world: World) -> None:
    page = await open_page()
    press = page.keyboard.press
    await expect(page.get_by_test_id("add-first")).to_be_visible()
    await tab_to(page, "add-person")
    await press("Enter")
    await page.keyboard.type("Lucie")
    await press("Enter")
    await expect(page.get_by_test_id("start")).to_be_visible()
    await tab_to(page, "start")
    await press("Enter")
    texts = page.get_by_test_id("message-text")
    await expect(texts).to_have_text(["/start", "Bienvenue"])
    await expect(page.get_by_test_id("composer")).to_be_focused()
    await page.keyboard.type("une ligne")
    await press("Shift+Enter")
    await page.keyboard.type("deux")
    await press("Enter")
    await expect(texts.last).to_have_text("une ligne\ndeux", use_inner_text=True)
    await expect(texts).to_have_count(4)
    await tab_to(page, "reply-button")
    await press("Enter")
    await expect(texts.last).to_have_text("🕘 Heures")
    await expect(texts).to_have_count(6)


async def test_the_commands_menu(open_page: Open, world: World) -> None:
    lucie = world.person("Lucie", "fr", "volunteer")
    lucie.says("bonjour")
    page = await open_page()
    chat = chat_of(page, lucie)
    await expect(chat.get_by_test_id("message")).to_have_count(2)
    await chat.get_by_test_id("composer").focus()
    await page.keyboard.type("/")
    await expect(chat.get_by_test_id("command")).to_have_text(["/heuresHoraires", "/aideAide"])
    await page.keyboard.press("Escape")
    await expect(chat.get_by_test_id("commands")).to_be_hidden()
    await page.keyboard.press("Backspace")
    await page.keyboard.type("/")
    await page.keyboard.press("ArrowDown")
    await expect(chat.get_by_test_id("command").nth(1)).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("Enter")
    await expect(chat.get_by_test_id("message-text").last).to_have_text("/aide")


async def test_commands_are_in_the_language_of_the_phone(open_page: Open, world: World) -> None:
    amina = world.person("أمينة", "ar", "resident")
    amina.says("سلام")
    chat = chat_of(await open_page(), amina)
    await chat.get_by_test_id("commands-button").click()
    await expect(chat.get_by_test_id("command")).to_have_text(["/heuresالأوقات"])
    await chat.get_by_test_id("command").click()
    await expect(chat.get_by_test_id("message-text").last).to_have_text("/heures")


async def test_menus_close_with_escape(open_page: Open, world: World, bot: SmallBot) -> None:
    lucie = world.person("Lucie", "fr", "volunteer")
    chat = chat_of(page := await open_page(), lucie)
    await chat.get_by_test_id("more").focus()
    await page.keyboard.press("Enter")
    await expect(chat.get_by_test_id("block")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(chat.get_by_test_id("block")).to_be_hidden()
    await expect(chat.get_by_test_id("more")).to_be_focused()
