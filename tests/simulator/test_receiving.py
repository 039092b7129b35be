"""Long polling: offsets, limits, conflicts, kinds, and what grows too old."""

import asyncio
from datetime import timedelta

import pytest

from simulator.person import Person
from simulator.world import World
from tests.support.clients import Client, asleep, client, plain


async def test_updates_stay_until_the_next_offset_confirms_them(bot: Client, world: World, amina: Person) -> None:
    amina.says("one")
    amina.says("two")
    first = await bot.bot.get_updates()
    again = await bot.bot.get_updates()
    assert [update.message.text for update in first] == ["one", "two"]
    assert [update.update_id for update in again] == [update.update_id for update in first]
    assert first[1].update_id == first[0].update_id + 1
    left = await bot.bot.get_updates(offset=first[0].update_id + 1)
    assert [update.message.text for update in left] == ["two"]
    assert await bot.bot.get_updates(offset=first[1].update_id + 1) == type(first)()
    assert not world.only_bot.inbox.waiting


async def test_a_negative_offset_forgets_all_but_the_last(bot: Client, amina: Person) -> None:
    for text in ("one", "two", "three"):
        amina.says(text)
    assert [update.message.text for update in await bot.bot.get_updates(offset=-1)] == ["three"]
    assert [update.message.text for update in await bot.bot.get_updates()] == ["three"]


async def test_limit(bot: Client, amina: Person) -> None:
    for number in range(120):
        amina.says(str(number))
    assert len(await bot.bot.get_updates()) == 100
    assert len(await bot.bot.get_updates(limit=7)) == 7


async def test_a_long_poll_ends_with_the_first_update(bot: Client, world: World, amina: Person) -> None:
    poll = asyncio.create_task(bot.bot.get_updates(timeout=50))
    await asleep(world.clock, 50)
    amina.says("here I am")
    assert [update.message.text for update in await poll] == ["here I am"]


async def test_a_long_poll_ends_empty_after_its_time(bot: Client, world: World) -> None:
    poll = asyncio.create_task(bot.bot.get_updates(timeout=50))
    await asleep(world.clock, 50)
    world.clock.move(timedelta(seconds=51))
    assert len(await poll) == 0


async def test_the_second_poller_ends_the_first(bot: Client, address: str, world: World, amina: Person) -> None:
    first = asyncio.create_task(bot.refusal("get_updates", "conflict", timeout=50))
    await asleep(world.clock, 50)
    async with client(bot.name, address) as other:
        second = asyncio.create_task(other.bot.get_updates(timeout=50))
        assert (await first).startswith("terminated by other getupdates request")
        amina.says("hello")
        assert len(await second) == 1


async def test_allowed_updates_are_remembered(bot: Client, amina: Person) -> None:
    await bot.bot.get_updates(allowed_updates=["callback_query"])
    amina.says("not asked for")
    assert len(await bot.bot.get_updates()) == 0
    await bot.bot.get_updates(allowed_updates=[])
    amina.says("asked for again")
    assert len(await bot.bot.get_updates()) == 1


async def test_what_waits_too_long_is_lost(bot: Client, world: World, amina: Person) -> None:
    button = {"inline_keyboard": [[{"text": "Hours", "callback_data": "hours"}]]}
    await bot.bot.send_message(chat_id=amina.id, text="menu", reply_markup=button)
    amina.says("kept for a day")
    amina.taps(amina.chat.messages[1], "Hours")
    world.clock.move(timedelta(seconds=151))
    (left,) = await bot.bot.get_updates()
    assert left.message.text == "kept for a day"
    world.clock.move(timedelta(hours=24))
    assert len(await bot.bot.get_updates()) == 0


async def test_ids_begin_anew_after_a_quiet_week(bot: Client, world: World, amina: Person) -> None:
    amina.says("before")
    (before,) = await bot.bot.get_updates()
    await bot.bot.get_updates(offset=before.update_id + 1)
    world.clock.move(timedelta(days=8))
    world.only_bot.inbox.next_id = before.update_id + 1
    amina.says("after")
    (after,) = await bot.bot.get_updates(offset=-1)
    assert after.update_id != before.update_id + 1
    assert len(await bot.bot.get_updates(offset=after.update_id + 1000)) == 1, "an offset from before does not confirm"


async def test_an_unknown_token_is_unauthorized(bot: Client, address: str) -> None:
    async with client(bot.name, address, "43:other") as stranger:
        assert plain(await stranger.refusal("get_me", "unauthorized"))


async def test_what_people_send_arrives_typed(bot: Client, amina: Person) -> None:
    amina.sends_voice()
    amina.sends_sticker()
    amina.sends_photo(caption="the letter")
    amina.sends_document(b"%PDF", "letter.pdf")
    amina.sends_location(50.84, 4.32)
    amina.sends_contact("+32 470 00 00 00")
    amina.sends_file("video_note")
    said = amina.says("/start ar")
    amina.edits(said, "/start nl")
    amina.blocks()
    amina.unblocks()
    updates = await bot.bot.get_updates()
    messages = [update.message for update in updates if update.message]
    assert messages[0].voice.mime_type == "audio/ogg"
    assert messages[1].sticker.type == "regular"
    assert messages[2].photo[0].file_size == 2
    assert messages[2].caption == "the letter"
    assert messages[3].document.file_name == "letter.pdf"
    assert messages[4].location.latitude == pytest.approx(50.84)
    assert messages[5].contact.user_id == amina.id
    assert messages[6].video_note.length == 240
    assert messages[7].entities[0].type == "bot_command"
    assert messages[7].from_user.language_code == "ar"
    assert updates[-3].edited_message.text == "/start nl"
    assert [update.my_chat_member.new_chat_member.status for update in updates[-2:]] == ["kicked", "member"]


async def test_a_poller_that_dies_takes_nothing_along(bot: Client, world: World, amina: Person) -> None:
    poll = asyncio.create_task(bot.bot.get_updates(timeout=50))
    await asleep(world.clock, 50)
    poll.cancel()
    async with asyncio.timeout(5):
        while world.clock.sleepers:  # noqa: ASYNC110 (until the server has seen the connection close)
            await asyncio.sleep(0)
    amina.says("for the next one")
    assert [update.message.text for update in await bot.bot.get_updates(timeout=50)] == ["for the next one"]
