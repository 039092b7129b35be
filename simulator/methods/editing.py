"""Changing and deleting messages, and answering taps."""

from collections.abc import Callable, Iterable
from typing import Any

from ..account import BotAccount
from ..chat import CallbackAnswer, Chat, Message
from ..formatting import caption, message_text
from ..keyboards import inline_keyboard
from ..media import KINDS
from ..refusal import JSON, bad_request
from ..text import utf16_length
from ..world import World
from .media import content_of
from .sending import known_chat, spend, writable_chat

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
DELETABLE = 48 * 3600  # seconds
TEXT = ("text", "entities", "link_preview_options")
CAPTION = ("caption", "caption_entities")
ANSWER_LIMIT = 200


def editable(world: World, account: BotAccount, arguments: JSON) -> tuple[Chat, Message]:
    """The message that a call names, if the bot may edit it."""
    if "chat_id" not in arguments:
        raise bad_request("chat_id is empty")
    if not arguments.get("message_id"):
        raise bad_request("message identifier is not specified")
    chat = writable_chat(world, account, arguments["chat_id"])
    message = chat.message(arguments["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    if not message.by_bot or message.has_reply_keyboard or "pinned_message" in message.body:
        raise bad_request("message can't be edited")
    return chat, message


def edit(world: World, arguments: JSON, found: tuple[Chat, Message], without: Iterable[str], new: JSON) -> JSON:
    """Replace fields of a message and its buttons."""
    chat, message = found
    markup = inline_keyboard(arguments.get("reply_markup"))
    body = {name: value for name, value in message.body.items() if name not in (*without, "reply_markup")} | new
    if markup and markup["inline_keyboard"]:
        body["reply_markup"] = markup
    if body == message.body:
        raise bad_request(NOT_MODIFIED)
    spend(world, chat)
    message.body = body | {"edit_date": world.clock.timestamp()}
    message.edited_count += 1
    world.events.tell("edit", chat.id)
    return message.body


def edit_message_text(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """New text; buttons go unless they are sent again."""
    new = message_text(arguments, too_long="MESSAGE_TOO_LONG")
    found = editable(world, account, arguments)
    if "text" not in found[1].body:
        raise bad_request("there is no text in the message to edit")
    if "link_preview_options" in arguments:
        new["link_preview_options"] = arguments["link_preview_options"]
    return edit(world, arguments, found, TEXT, new)


def edit_message_caption(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """New caption, or none."""
    new = caption(arguments)
    found = editable(world, account, arguments)
    if not KINDS.keys() & found[1].body.keys():
        raise bad_request("there is no caption in the message to edit")
    return edit(world, arguments, found, CAPTION, new)


def edit_message_media(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """Another file with another caption."""
    item = arguments["media"]
    found = editable(world, account, arguments)
    if "text" in found[1].body:
        raise bad_request("there is no media in the message to edit")
    new = content_of(world, arguments | item, item["type"], item["media"]) | caption(item)
    return edit(world, arguments, found, (*KINDS, *CAPTION), new)


def edit_message_reply_markup(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """Other buttons, or none."""
    return edit(world, arguments, editable(world, account, arguments), (), {})


def delete_message(world: World, account: BotAccount, arguments: JSON) -> bool:
    """If it was sent less than 48 hours ago."""
    chat = known_chat(world, account, arguments["chat_id"])
    message = chat.message(arguments["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    return _delete(world, chat, [message])


def delete_messages(world: World, account: BotAccount, arguments: JSON) -> bool:
    """Up to a hundred, all or none; those not found are passed over."""
    if not 1 <= len(arguments["message_ids"]) <= 100:
        raise bad_request("too many message identifiers specified")
    chat = known_chat(world, account, arguments["chat_id"])
    found = (chat.message(message_id) for message_id in arguments["message_ids"])
    return _delete(world, chat, [message for message in found if message])


def _delete(world: World, chat: Chat, messages: list[Message]) -> bool:
    too_old = world.clock.timestamp() - DELETABLE
    if any(message.body["date"] <= too_old for message in messages):
        raise bad_request("message can't be deleted for everyone")
    for message in messages:
        message.deleted = True
        if message.id in chat.pinned:
            chat.pinned.remove(message.id)
        world.events.tell("delete", chat.id)
    return True


def answer_callback_query(world: World, account: BotAccount, arguments: JSON) -> bool:
    """Stop the spinner, perhaps with a toast or an alert."""
    text = arguments.get("text", "")
    if utf16_length(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    query_id = arguments["callback_query_id"]
    chat_id, until = account.queries.get(query_id, (0, 0))
    if until < world.clock.timestamp():
        raise bad_request(TOO_OLD)
    url = arguments.get("url")
    if url and not url.startswith((f"https://t.me/{account.username}?start=", "tg://")):
        raise bad_request("URL_INVALID")
    chat = world.chats[account.id, chat_id]
    chat.answered(CallbackAnswer(query_id, text, arguments.get("show_alert", False), url))
    world.events.tell("answer", chat.id)
    return True


METHODS: dict[str, Callable[[World, BotAccount, JSON], Any]] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "answerCallbackQuery": answer_callback_query,
}
