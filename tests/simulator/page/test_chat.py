"""Chatting with a bot in a real browser."""

from pathlib import Path

import pytest
from playwright.async_api import Locator, expect

from simulator.world import World
from tests.support.small_bot import SmallBot

from .conftest import Open, chat_of

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def write(chat: Locator, text: str) -> None:
    """Type and send."""
    await chat.get_by_test_id("composer").fill(text)
    await chat.get_by_test_id("send").click()


async def started(open_page: Open, world: World, language: str = "fr") -> Locator:
    """The chat of somebody who has pressed Start and been welcomed."""
    person = world.person("Lucie", language, "volunteer")
    chat = chat_of(await open_page(), person)
    await chat.get_by_test_id("start").click()
    await expect(chat.get_by_test_id("message-text")).to_have_text(["/start", "Bienvenue"])
    return chat


def newest(chat: Locator) -> Locator:
    """The last message."""
    return chat.get_by_test_id("message").last


async def test_add_a_person_and_start(open_page: Open, world: World) -> None:
    page = await open_page()
    await page.get_by_test_id("add-first").click()
    await page.get_by_test_id("person-name").fill("سميرة")
    await page.get_by_test_id("person-language").select_option("ar")
    await page.get_by_test_id("person-role-volunteer").check()
    await page.get_by_test_id("person-dialog-accept").click()
    await expect(page.get_by_test_id("status")).to_have_text("العربية · Volunteer")
    (person,) = world.people.values()
    assert (person.name, person.language_code, person.role) == ("سميرة", "ar", "volunteer")
    await page.get_by_test_id("start").click()
    await expect(newest(chat_of(page, person)).get_by_test_id("message-text")).to_have_text("Bienvenue")


async def test_three_people_at_once(open_page: Open, world: World) -> None:
    page = await open_page()
    await page.get_by_test_id("add-three").click()
    await expect(page.get_by_test_id("start")).to_have_count(3)
    assert [person.language_code for person in world.people.values()] == ["ar", "fr", "nl"]


async def test_send_and_see_the_reply(open_page: Open, world: World) -> None:
    chat = await started(open_page, world)
    await write(chat, "  deux\nlignes  ")
    await expect(chat.get_by_test_id("message-text").nth(3)).to_have_text("deux\nlignes", use_inner_text=True)
    assert await chat.get_by_test_id("message").nth(2).get_attribute("data-from") == "person"
    assert await newest(chat).get_attribute("data-from") == "bot"


async def test_an_inline_button_edits_in_place(open_page: Open, world: World) -> None:
    chat = await started(open_page, world)
    await write(chat, "boutons")
    button = newest(chat).get_by_test_id("inline-button").nth(1)
    await expect(button).to_be_visible()
    number = await newest(chat).get_attribute("data-message-id")
    await button.click()
    await expect(chat.get_by_test_id("toast")).to_have_text("Choix 2")
    await expect(newest(chat).get_by_test_id("message-text")).to_have_text("Choisi : 2")
    await expect(newest(chat).get_by_test_id("edited")).to_be_visible()
    assert await newest(chat).get_attribute("data-message-id") == number
    await expect(button).to_be_focused()  # the edit made new buttons: whoever uses the keyboard stays where they were


async def test_an_alert_waits_for_the_person(open_page: Open, world: World) -> None:
    chat = await started(open_page, world)
    await write(chat, "boutons")
    await newest(chat).get_by_text("Alerte").click()
    alert = chat.page.get_by_test_id("alert")
    await expect(alert).to_contain_text("Choix alert")
    await chat.page.keyboard.press("Escape")
    await expect(alert).to_have_count(0)


async def test_a_tap_that_nobody_answers_goes_on_waiting(open_page: Open, world: World, bot: SmallBot) -> None:
    chat = await started(open_page, world)
    await write(chat, "boutons")
    silent = newest(chat).get_by_test_id("inline-button").nth(3)
    await silent.click()
    await write(chat, "après")
    await expect(newest(chat).get_by_test_id("message-text")).to_have_text("après")
    assert "callback_query" in bot.heard[-2]
    await expect(chat.locator(".waiting")).to_have_text("Rien")


async def test_the_reply_keyboard_speaks_and_folds(open_page: Open, world: World) -> None:
    chat = await started(open_page, world)
    await expect(chat.get_by_test_id("reply-button")).to_have_text(["🕘 Heures", "📍 Où", "☎️ Contact"])
    await chat.get_by_test_id("composer").fill("à moitié écrit")
    await chat.get_by_test_id("reply-button").nth(1).click()
    await expect(chat.get_by_test_id("message-text")).to_have_text(["/start", "Bienvenue", "📍 Où", "📍 Où"])
    await expect(chat.get_by_test_id("composer")).to_have_value("à moitié écrit")
    await chat.get_by_test_id("fold").click()
    await expect(chat.get_by_test_id("reply-button").first).to_be_hidden()
    await expect(chat.get_by_test_id("fold")).to_have_attribute("aria-expanded", "false")


async def test_what_cannot_be_sent_is_not_lost(open_page: Open, world: World, complaints: list[str]) -> None:
    chat = await started(open_page, world)
    await write(chat, "x" * 4097)
    await expect(chat.page.get_by_test_id("alert")).to_contain_text("4096 characters")
    await chat.page.get_by_test_id("alert-close").click()
    await expect(chat.get_by_test_id("composer")).to_have_value("x" * 4097)
    assert "status of 400" in complaints.pop()


async def test_a_pinned_message(open_page: Open, world: World, bot: SmallBot) -> None:
    chat = await started(open_page, world)
    welcome = await newest(chat).get_attribute("data-message-id")
    (person,) = world.people.values()
    await bot.call("pinChatMessage", chat_id=person.id, message_id=int(welcome or 0))
    await expect(chat.get_by_test_id("pinned")).to_contain_text("Bienvenue")
    await bot.call("unpinChatMessage", chat_id=person.id)
    await expect(chat.get_by_test_id("pinned")).to_be_hidden()


TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


async def test_the_newest_message_stays_in_view(open_page: Open, world: World, bot: SmallBot) -> None:
    chat = await started(open_page, world)
    (person,) = world.people.values()
    for number in range(12):
        person.says(f"{number}\n\nligne")
    await expect(chat.get_by_test_id("message")).to_have_count(26)
    await expect(newest(chat)).to_be_in_viewport(ratio=1)
    keyboard = {"keyboard": [[{"text": str(row)}] for row in range(6)]}
    await bot.call("sendMessage", chat_id=person.id, text="plus haut", reply_markup=keyboard)
    await expect(chat.get_by_test_id("reply-button")).to_have_count(6)
    await expect(newest(chat)).to_be_in_viewport(ratio=1)
    await chat.get_by_test_id("message").first.scroll_into_view_if_needed()
    await expect(chat.get_by_test_id("message").first).to_be_in_viewport(ratio=1)
    await chat.page.evaluate(TWO_FRAMES)  # the page hears of the scrolling in the next one
    await bot.call("sendMessage", chat_id=person.id, text="pendant que je lis")
    await expect(newest(chat).get_by_test_id("message-text")).to_have_text("pendant que je lis")
    await expect(chat.get_by_test_id("message").first).to_be_in_viewport(ratio=1)
    await write(chat, "me revoilà")
    await expect(newest(chat).get_by_test_id("message-text")).to_have_text("me revoilà")
    await expect(newest(chat)).to_be_in_viewport(ratio=1)


async def test_a_deleted_message_vanishes(open_page: Open, world: World) -> None:
    chat = await started(open_page, world)
    await write(chat, "reste")
    await expect(chat.get_by_test_id("message")).to_have_count(4)
    await write(chat, "efface")
    await write(chat, "encore")
    await expect(chat.get_by_test_id("message-text")).to_have_text(
        ["/start", "Bienvenue", "reste", "reste", "encore", "encore"]
    )


async def test_places_pictures_and_files(open_page: Open, world: World, tmp_path: Path) -> None:
    chat = await started(open_page, world)
    await write(chat, "lieu")
    venue = chat.get_by_test_id("venue")
    await expect(venue).to_have_text("Les PissenlitsChaussée 19250.84660, 4.33170")
    await write(chat, "photo")
    photo = chat.get_by_test_id("photo").locator("img")
    await expect(photo).to_have_js_property("naturalWidth", 2)
    await expect(newest(chat).get_by_test_id("message-text")).to_have_text("La porte")
    await write(chat, "fichier")
    async with chat.page.expect_download() as coming:
        await chat.get_by_test_id("document").click()
    download = await coming.value
    assert download.suggested_filename == "heures.txt"
    await download.save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_bytes() == b"09:00"


async def test_markup_is_drawn_and_text_never_is(open_page: Open, world: World) -> None:
    chat = await started(open_page, world)
    await write(chat, 'html 🙂🙂 <b>gras <i>et</i></b> <a href="https://x.example/">lien</a> &lt;b&gt; <code>é</code>')
    words = newest(chat).get_by_test_id("message-text")
    await expect(words).to_have_text("🙂🙂 gras et lien <b> é")
    assert await words.locator("b").all_inner_texts() == ["gras et"]
    assert await words.locator("b i").all_inner_texts() == ["et"]
    assert await words.locator("code").all_inner_texts() == ["é"]
    assert await words.locator("a").get_attribute("href") == "https://x.example/"
    await write(chat, "<img src=x onerror=alert(1)>")
    await expect(newest(chat).get_by_test_id("message-text")).to_have_text("<img src=x onerror=alert(1)>")
    assert await chat.get_by_test_id("messages").locator("img").count() == 0


async def test_attachments_reach_the_bot(open_page: Open, world: World, bot: SmallBot, tmp_path: Path) -> None:
    chat = await started(open_page, world)
    for kind in ("photo", "voice", "document", "sticker"):
        await chat.get_by_test_id("attach").click()
        await chat.get_by_test_id(f"attach-{kind}").click()
        await expect(newest(chat).get_by_test_id(kind)).to_be_visible()
        assert kind in bot.heard[-1]["message"]
    own = tmp_path / "lettre.pdf"
    own.write_bytes(b"%PDF-1.4")
    await chat.get_by_test_id("attach-input").set_input_files(own)
    await expect(newest(chat).get_by_test_id("document")).to_contain_text("lettre.pdf")


async def test_a_link_with_a_parameter_and_a_block(open_page: Open, world: World, bot: SmallBot) -> None:
    chat = await started(open_page, world)
    await chat.get_by_test_id("more").click()
    await chat.get_by_test_id("start-with").click()
    await chat.page.get_by_test_id("start-parameter").fill("ar")
    await chat.page.get_by_test_id("start-dialog-accept").click()
    await expect(newest(chat).get_by_test_id("message-text")).to_have_text("Bienvenue ar")
    await chat.get_by_test_id("more").click()
    await chat.get_by_test_id("block").click()
    await expect(chat.get_by_test_id("status")).to_contain_text("blocked the bot")
    await expect(chat.get_by_test_id("composer")).to_be_hidden()
    await chat.get_by_test_id("unblock-big").click()
    await expect(chat.get_by_test_id("composer")).to_be_visible()
    states = [u["my_chat_member"]["new_chat_member"]["status"] for u in bot.heard if "my_chat_member" in u]
    assert states == ["kicked", "member"]
