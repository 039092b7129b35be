"""How the page lays itself out: columns, a phone's screen, writing direction, colours."""

import pytest
from playwright.async_api import Locator, Page, expect

from simulator.world import World
from tests.support.small_bot import SmallBot

from .conftest import Open, chat_of

pytestmark = pytest.mark.asyncio(loop_scope="package")

# Where the n-th character stands in the element's text, and where its box ends: pixels from the left.
EDGES = """(element, needle) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(needle);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + needle.length);
    const letters = range.getBoundingClientRect();
    const box = element.closest(".text").getBoundingClientRect();
    return { left: letters.left - box.left, right: box.right - letters.right, top: letters.top };
  }
}"""

CONTRAST = """() => {
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const channels = (colour) => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = colour;
    paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(channels(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((below, [r, g, b, a]) => [r, g, b].map((c, i) => (c * a + below[i] * (255 - a)) / 255), [255, 255, 255]);
  };
  const poor = [];
  for (const element of document.querySelectorAll("body *")) {
    const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!words || !element.checkVisibility() || element.disabled) continue;
    const [a, b] = [channels(getComputedStyle(element).color), ground(element)].map((rgb) => light(rgb.slice(0, 3)));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(`${element.className} ${element.textContent.slice(0, 20)}: ${ratio.toFixed(2)}`);
  }
  return poor;
}"""  # noqa: E501


async def wide_enough(page: Page) -> bool:
    """Nothing sticks out to the side."""
    return bool(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


async def with_messages(world: World, page: Page, *texts: str) -> Locator:
    """The messages of an Arabic chat in which somebody said these texts."""
    amina = world.person("أمينة", "ar", "resident")
    for text in texts:
        amina.says(text)
    words = chat_of(page, amina).locator('[data-from="person"] [data-testid="message-text"]')
    await expect(words).to_have_count(len(texts))
    return words


@pytest.mark.parametrize(("width", "columns"), [(360, 1), (699, 1), (760, 2), (1440, 4)])
async def test_as_many_columns_as_fit(open_page: Open, world: World, width: int, columns: int) -> None:
    people = [world.person(name, "fr", "resident") for name in ("Un", "Deux", "Trois", "Quatre", "Cinq")]
    page = await open_page(width)
    shown = [f"person-{person.id}" for person in people[:columns]]
    await expect(page.get_by_test_id(f"person-{people[0].id}")).to_be_visible()
    assert await page.locator(".chat").evaluate_all("all => all.map(one => one.dataset.testid)") == shown
    assert await wide_enough(page)


async def test_a_phone_shows_one_chat_and_switches(open_page: Open, world: World) -> None:
    first, second = world.person("Un", "fr", "resident"), world.person("Deux", "nl", "volunteer")
    page = await open_page(360, 740)
    await expect(chat_of(page, first)).to_be_visible()
    second.says("dag")
    await expect(page.get_by_test_id(f"chip-{second.id}")).to_have_class("chip unread")
    await page.get_by_test_id(f"chip-{second.id}").click()
    await expect(chat_of(page, first)).to_have_count(0)
    await expect(chat_of(page, second).get_by_test_id("message-text").first).to_have_text("dag")
    await page.get_by_test_id("controls").click()
    await expect(page.get_by_test_id("clock-day")).to_be_in_viewport(ratio=1)
    assert await wide_enough(page)


async def test_which_chats_are_open_survives_a_reload(open_page: Open, world: World) -> None:
    people = [world.person(name, "fr", "resident") for name in ("Un", "Deux", "Trois")]
    page = await open_page(760)
    await page.get_by_test_id(f"chip-{people[2].id}").click()
    people[2].says("bonjour")
    await expect(chat_of(page, people[2]).get_by_test_id("message")).to_have_count(2)
    await page.reload()
    await expect(chat_of(page, people[2]).get_by_test_id("message")).to_have_count(2)
    assert await chat_of(page, people[1]).count() == 0


async def test_each_paragraph_has_its_own_direction(open_page: Open, world: World) -> None:
    page = await open_page(760)
    words = await with_messages(
        world, page, "مرحباً 09:00\nBonjour à toutes et à tous, ceci est la ligne la plus longue"
    )
    arabic = await words.evaluate(EDGES, "مرحباً")
    time = await words.evaluate(EDGES, "09:00")
    french = await words.evaluate(EDGES, "Bonjour")
    assert arabic["right"] < 1 < arabic["left"]
    assert french["left"] < 1 < french["right"]
    assert time["left"] < arabic["left"]  # read from the right, the hour comes after the greeting
    assert (await words.evaluate(EDGES, "09"))["left"] < (await words.evaluate(EDGES, "00"))["left"]


async def test_keyboard_rows_stay_in_the_order_sent(open_page: Open, world: World) -> None:
    page = await open_page(760)
    amina = world.person("أمينة", "ar", "resident")
    amina.says("boutons")
    buttons = chat_of(page, amina).get_by_test_id("inline-button")
    await expect(buttons).to_have_count(4)
    boxes = [box for button in await buttons.all() if (box := await button.bounding_box())]
    assert boxes[0]["y"] == boxes[1]["y"] < boxes[2]["y"]
    assert boxes[0]["x"] < boxes[1]["x"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_contrast(open_page: Open, world: World, bot: SmallBot, scheme: str) -> None:
    page = await open_page(1440)
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    lucie = world.person("Lucie", "fr", "volunteer")
    for text in ("/start", "boutons", "lieu", "html <a href='https://x.example'>lien</a> <code>c</code>", "fichier"):
        lucie.says(text)
    world.person("Wim", "nl", "coordinator")
    await expect(chat_of(page, lucie).get_by_test_id("document")).to_be_visible()
    await chat_of(page, lucie).get_by_test_id("composer").fill("/")
    await expect(page.get_by_test_id("command")).to_have_count(2)
    assert await page.evaluate(CONTRAST) == []
