"""What bots send, how it looks to people, and what Telegram refuses, by both clients."""

import struct
from datetime import timedelta
from typing import Any

import aiogram.types
import pytest
import telegram

from simulator.person import Person
from simulator.world import World
from tests.support.clients import Client

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 120, 80) + bytes(9)
BUTTONS = {"inline_keyboard": [[{"text": "Hours", "callback_data": "hours"}]]}


def one_button(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "b", **button}]]}


def tapped_with(data: str) -> dict[str, Any]:
    return one_button(callback_data=data)


async def test_text_with_markup_and_buttons(bot: Client, amina: Person) -> None:
    said = await bot.bot.send_message(
        chat_id=amina.id, text=" <b>Open</b> &lt;now&gt; ", parse_mode="HTML", reply_markup=BUTTONS
    )
    assert said.text == "Open <now>"
    assert (said.entities[0].type, said.entities[0].offset, said.entities[0].length) == ("bold", 0, 4)
    shown = amina.chat.last
    assert shown
    assert shown.id == said.message_id
    assert shown.button("Hours") == {"text": "Hours", "callback_data": "hours"}


async def test_a_tap_and_its_answer(bot: Client, world: World, amina: Person) -> None:
    said = await bot.bot.send_message(chat_id=amina.id, text="menu", reply_markup=BUTTONS)
    amina.taps(amina.chat.last, "Hours")
    (update,) = await bot.bot.get_updates()
    query = update.callback_query
    assert (query.data, query.message.message_id, query.from_user.id) == ("hours", said.message_id, amina.id)
    assert await bot.bot.answer_callback_query(callback_query_id=query.id, text="Open", show_alert=True)
    assert [(answer.text, answer.alert) for answer in amina.chat.answers] == [("Open", True)]
    too_long = await bot.refusal("answer_callback_query", "bad", callback_query_id=query.id, text="x" * 201)
    assert too_long == "message_too_long"
    world.clock.move(timedelta(seconds=151))
    late = await bot.refusal("answer_callback_query", "bad", callback_query_id=query.id)
    assert late == "query is too old and response timeout expired or query id is invalid"
    assert late == await bot.refusal("answer_callback_query", "bad", callback_query_id="1")


async def test_edits(bot: Client, amina: Person) -> None:
    said = await bot.bot.send_message(chat_id=amina.id, text="one", reply_markup=BUTTONS)
    where = {"chat_id": amina.id, "message_id": said.message_id}
    same = await bot.refusal("edit_message_text", "bad", text="one", reply_markup=BUTTONS, **where)
    assert same == (
        "message is not modified: specified new message content and reply markup are exactly the same as a current "
        "content and reply markup of the message"
    )
    edited = await bot.bot.edit_message_text(text="two", **where)
    assert (edited.text, edited.reply_markup) == ("two", None)
    await bot.bot.edit_message_reply_markup(reply_markup=tapped_with("x"), **where)
    shown = amina.chat.last
    assert shown
    assert (shown.text, shown.edited_count, shown.buttons[0][0]["callback_data"]) == ("two", 2, "x")
    assert await bot.refusal("edit_message_text", "bad", text="x" * 4097, **where) == "message_too_long"
    no_caption = await bot.refusal("edit_message_caption", "bad", caption="c", **where)
    assert no_caption == "there is no caption in the message to edit"
    gone = await bot.refusal("edit_message_text", "bad", text="x", chat_id=amina.id, message_id=999)
    assert gone == "message to edit not found"


async def test_only_ones_own_messages_without_a_reply_keyboard_can_be_edited(bot: Client, amina: Person) -> None:
    said = amina.says("mine")
    keyboard = {"keyboard": [[{"text": "🕑 Hours"}]], "resize_keyboard": True}
    sent = await bot.bot.send_message(chat_id=amina.id, text="menu", reply_markup=keyboard)
    for message_id in (said.id, sent.message_id):
        refused = await bot.refusal("edit_message_text", "bad", text="x", chat_id=amina.id, message_id=message_id)
        assert refused == "message can't be edited"


async def test_the_reply_keyboard_comes_is_tapped_and_goes(bot: Client, amina: Person) -> None:
    keyboard = {"keyboard": [[{"text": "🕑 Hours"}]], "one_time_keyboard": True}
    await bot.bot.send_message(chat_id=amina.id, text="menu", reply_markup=keyboard)
    amina.taps(None, "🕑 Hours")
    (update,) = await bot.bot.get_updates()
    assert update.message.text == "🕑 Hours"
    assert amina.chat.reply_keyboard_hidden
    await bot.bot.send_message(chat_id=amina.id, text="bye", reply_markup={"remove_keyboard": True})
    assert amina.chat.reply_keyboard is None
    with pytest.raises(LookupError):
        amina.taps(None, "🕑 Hours")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "<x>a", "parse_mode": "HTML"}, 'can\'t parse entities: unsupported start tag "x" at byte offset 0'),
        ({"text": "a", "parse_mode": "nonsense"}, "unsupported parse_mode"),
        ({"text": "a", "parse_mode": "MarkdownV2"}, "parse_mode markdownv2 is not implemented by the simulator"),
        ({"text": "a", "chat_id": 4711}, "chat not found"),
        ({"text": "a", "chat_id": "@nobody"}, "chat not found"),
        ({"text": "a", "reply_markup": one_button()}, "can't parse inline keyboard button: text buttons are unallowed "
         "in the inline keyboard"),
        ({"text": "a", "reply_markup": tapped_with("é" * 33)}, "button_data_invalid"),
        ({"text": "a", "reply_markup": one_button(url="nowhere")}, "button_url_invalid"),
        ({"text": "a", "reply_markup": {"inline_keyboard": [BUTTONS["inline_keyboard"][0] * 9]}},
         "reply_markup_too_long"),
        ({"text": "a", "reply_markup": {"inline_keyboard": [*BUTTONS["inline_keyboard"] * 101]}},
         "reply_markup_too_long"),
        ({"text": "a", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
    ],
)  # fmt: skip
async def test_refusals_of_text(bot: Client, amina: Person, arguments: dict[str, Any], words: str) -> None:
    assert await bot.refusal("send_message", "bad", **{"chat_id": amina.id, **arguments}) == words
    assert [message.text for message in amina.chat.visible] == ["/start"]


async def test_exactly_at_the_limits(bot: Client, amina: Person) -> None:
    keyboard = {"inline_keyboard": [[{"text": "b", "callback_data": "é" * 32}] * 8] * 12}
    said = await bot.bot.send_message(chat_id=amina.id, text="😀" * 2048, reply_markup=keyboard)
    assert said.text == "😀" * 2048
    sent = await bot.bot.send_photo(chat_id=amina.id, photo=bot.file(PNG, "door.png"), caption="x" * 1024)
    assert len(sent.caption) == 1024


async def test_who_cannot_be_written_to(bot: Client, world: World, amina: Person) -> None:
    stranger = world.person("Stranger", "fr")
    initiate = await bot.refusal("send_message", "forbidden", chat_id=stranger.id, text="a")
    assert initiate == "bot can't initiate conversation with a user"
    amina.blocks()
    blocked = await bot.refusal("send_message", "forbidden", chat_id=amina.id, text="a")
    assert blocked == "bot was blocked by the user"
    amina.opens()
    await bot.bot.send_message(chat_id=amina.id, text="welcome back")
    amina.deactivates()
    assert await bot.refusal("send_message", "forbidden", chat_id=amina.id, text="a") == "user is deactivated"


async def test_a_group_that_grew_refuses_with_its_new_id(bot: Client, world: World, amina: Person) -> None:
    group = world.group("Neighbours", [amina])
    await bot.bot.send_message(chat_id=group.id, text="hello")
    grown = world.upgrade(group)
    await bot.refusal("send_message", "migrated", chat_id=group.id, text="a")
    await bot.bot.send_message(chat_id=grown.id, text="here")
    assert grown.last
    assert grown.last.text == "here"
    member = await bot.bot.get_chat_member(chat_id=grown.id, user_id=amina.id)
    assert member.status == "member"
    assert len(await bot.bot.get_updates()) == 3


async def test_media(bot: Client, amina: Person) -> None:
    photo = await bot.bot.send_photo(chat_id=amina.id, photo=bot.file(PNG, "door.png"), caption="<i>the door</i>",
                                     parse_mode="HTML")  # fmt: skip
    assert (photo.photo[0].width, photo.photo[0].height, photo.caption) == (120, 80, "the door")
    again = await bot.bot.send_photo(chat_id=amina.id, photo=photo.photo[0].file_id)
    assert again.photo[0].file_id == photo.photo[0].file_id
    document = await bot.bot.send_document(chat_id=amina.id, document=bot.file(b"BEGIN:VCALENDAR", "m.ics"))
    assert document.document.file_name == "m.ics"
    await bot.bot.send_voice(chat_id=amina.id, voice=bot.file(b"OggS", "v.oga"), duration=3)
    await bot.bot.send_video(chat_id=amina.id, video=bot.file(b"mp4", "v.mp4"))
    await bot.bot.send_sticker(chat_id=amina.id, sticker=bot.file(b"RIFF", "s.webp"))
    venue = await bot.bot.send_venue(chat_id=amina.id, latitude=50.84, longitude=4.32, title="Desk", address="Rue 1")
    assert venue.venue.title == "Desk"
    place = await bot.bot.send_location(chat_id=amina.id, latitude=50.84, longitude=4.32)
    assert place.location.longitude == pytest.approx(4.32)
    edited = await bot.bot.edit_message_caption(chat_id=amina.id, message_id=photo.message_id, caption="shut")
    assert edited.caption == "shut"
    no_picture = await bot.refusal("send_photo", "bad", chat_id=amina.id, photo=bot.file(b"no picture", "x.jpg"))
    assert no_picture == "image_process_failed"
    long = await bot.refusal("send_photo", "bad", chat_id=amina.id, photo=bot.file(PNG, "x.png"), caption="x" * 1025)
    assert long == "message caption is too long"
    unknown = await bot.refusal("send_photo", "bad", chat_id=amina.id, photo="nonsense")
    assert unknown.startswith("wrong remote file identifier specified")


async def test_a_file_comes_back_as_it_was_sent(bot: Client, amina: Person) -> None:
    amina.sends_voice(b"OggS and more")
    (update,) = await bot.bot.get_updates()
    file = await bot.bot.get_file(file_id=update.message.voice.file_id)
    if bot.name == "aiogram":
        content = (await bot.bot.download_file(file.file_path)).read()
    else:
        content = bytes(await file.download_as_bytearray())
    assert content == b"OggS and more"


async def test_copies_forwards_and_replies(bot: Client, world: World, amina: Person) -> None:
    other = world.person("Luc", "fr")
    other.opens()
    original = amina.sends_voice()
    where = {"chat_id": other.id, "from_chat_id": amina.id, "message_id": original.id}
    copied = await bot.bot.copy_message(caption="from a neighbour", **where)
    shown = other.chat.message(copied.message_id)
    assert shown
    assert (shown.text, "forward_origin" in shown.body) == ("from a neighbour", False)
    forwarded = await bot.bot.forward_message(**where)
    assert forwarded.forward_origin.sender_user.id == amina.id
    reply = await bot.bot.send_message(chat_id=other.id, text="yes", reply_parameters={"message_id": copied.message_id})
    assert reply.reply_to_message.message_id == copied.message_id
    missing = await bot.refusal("copy_message", "bad", **{**where, "message_id": 999})
    assert missing == "message to copy not found"


async def test_pins(bot: Client, amina: Person) -> None:
    said = await bot.bot.send_message(chat_id=amina.id, text="Closed on Monday")
    await bot.bot.pin_chat_message(chat_id=amina.id, message_id=said.message_id)
    chat = await bot.bot.get_chat(chat_id=amina.id)
    assert chat.pinned_message.text == "Closed on Monday"
    await bot.bot.unpin_chat_message(chat_id=amina.id)
    assert amina.chat.pinned == []
    assert await bot.refusal("pin_chat_message", "bad", chat_id=amina.id, message_id=99) == "message to pin not found"


async def test_typing(bot: Client, amina: Person) -> None:
    await bot.bot.send_chat_action(chat_id=amina.id, action="typing")
    assert amina.chat.action == "typing"
    await bot.bot.send_message(chat_id=amina.id, text="done")
    assert amina.chat.action is None


async def test_links_and_numbers_are_found_without_markup(bot: Client, amina: Person) -> None:
    said = await bot.bot.send_message(chat_id=amina.id, text="see https://example.org/a?b=1, 1082 or +32 2 555 55 55.")
    assert [(entity.type, entity.offset, entity.length) for entity in said.entities] == [
        ("url", 4, 25), ("phone_number", 39, 15),
    ]  # fmt: skip


async def test_an_album_and_another_picture(bot: Client, amina: Person) -> None:
    kind: Any = aiogram.types.InputMediaPhoto if bot.name == "aiogram" else telegram.InputMediaPhoto
    items = [kind(media=bot.file(PNG, name), caption=name) for name in ("a.png", "b.png")]
    sent = await bot.bot.send_media_group(chat_id=amina.id, media=items)
    assert [message.caption for message in sent] == ["a.png", "b.png"]
    assert sent[0].media_group_id == sent[1].media_group_id
    other = kind(media=bot.file(PNG, "c.png"), caption="c")
    await bot.bot.edit_message_media(chat_id=amina.id, message_id=sent[0].message_id, media=other)
    assert [message.text for message in amina.chat.visible[1:]] == ["c", "b.png"]
    assert await bot.refusal("send_media_group", "bad", chat_id=amina.id, media=items[:1]) == (
        "the media group must contain 2-10 items"
    )


async def test_a_tap_on_what_was_deleted_meanwhile(bot: Client, amina: Person) -> None:
    said = await bot.bot.send_message(chat_id=amina.id, text="menu", reply_markup=BUTTONS)
    shown = amina.chat.last
    await bot.bot.delete_message(chat_id=amina.id, message_id=said.message_id)
    amina.taps(shown, "Hours")
    (update,) = await bot.bot.get_updates()
    assert update.callback_query.message.message_id == said.message_id
    (waiting,) = amina.bot.inbox.waiting.values()
    assert waiting.update["callback_query"]["message"]["date"] == 0


async def test_leaving_a_group(bot: Client, world: World, amina: Person) -> None:
    group = world.group("Neighbours", [amina])
    assert await bot.bot.get_chat_member_count(chat_id=group.id) == 2
    await bot.bot.leave_chat(chat_id=group.id)
    assert await bot.refusal("send_message", "forbidden", chat_id=group.id, text="a") == (
        "bot was kicked from the group chat"
    )
