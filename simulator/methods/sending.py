"""Messages that a bot writes: text, places, copies; and what all sending has in common."""

import math

from .. import media
from ..account import BotAccount
from ..chat import Chat, Message
from ..formatting import caption, message_text
from ..keyboards import reply_markup
from ..refusal import JSON, RefusedError, bad_request
from ..world import World

ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
NOT_COPIED = {"message_id", "from", "chat", "date", "edit_date", "reply_markup", "reply_to_message", "forward_origin"}
SERVICE = {"pinned_message", "migrate_to_chat_id", "migrate_from_chat_id"}


def known_chat(world: World, account: BotAccount, chat_id: int | str) -> Chat:
    """The chat by its id, whether the bot may write there or not."""
    chat = world.chats.get((account.id, chat_id)) if isinstance(chat_id, int) else None
    if chat is None and chat_id in world.people:
        chat = world.chat(world.people[int(chat_id)], account)
    if chat is None:
        raise bad_request("chat not found")
    if chat.migrated_to:
        raise RefusedError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            migrate_to_chat_id=chat.migrated_to,
        )
    return chat


def writable_chat(world: World, account: BotAccount, chat_id: int | str) -> Chat:
    """The chat, if the bot may write there."""
    chat = known_chat(world, account, chat_id)
    if chat.person and chat.person.deactivated:
        raise RefusedError(403, "Forbidden: user is deactivated")
    if chat.blocked:
        who = "bot was blocked by the user" if chat.person else f"bot was kicked from the {chat.kind} chat"
        raise RefusedError(403, f"Forbidden: {who}")
    if not chat.started:
        raise RefusedError(403, "Forbidden: bot can't initiate conversation with a user")
    return chat


def spend(world: World, chat: Chat) -> None:
    """Count one message against the limits, or refuse with 429."""
    if (wait := world.pacing.wait(chat.id, world.clock.elapsed())) > 0:
        seconds = max(1, math.ceil(wait))
        raise RefusedError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def send(world: World, account: BotAccount, arguments: JSON, content: JSON) -> JSON:
    """Deliver checked content to `chat_id` with what every sending method can say about it."""
    chat = writable_chat(world, account, arguments["chat_id"])
    content = replying(chat, arguments) | content
    markup = reply_markup(arguments["reply_markup"]) if "reply_markup" in arguments else {}
    if markup.get("inline_keyboard"):
        content["reply_markup"] = markup
    if arguments.get("protect_content"):
        content["has_protected_content"] = True
    spend(world, chat)
    message = world.post(chat, content, account)
    _show_keyboard(message, chat, markup)
    return message.body


def _show_keyboard(message: Message, chat: Chat, markup: JSON) -> None:
    if "keyboard" in markup:
        message.has_reply_keyboard = True
        chat.reply_keyboard, chat.reply_keyboard_hidden = markup, False
    elif markup.get("remove_keyboard"):
        chat.reply_keyboard = None
    elif markup.get("force_reply"):
        message.has_reply_keyboard = True


def replying(chat: Chat, arguments: JSON) -> JSON:
    """The field reply_to_message, if the call asks for it."""
    wanted = arguments.get("reply_parameters")
    if not wanted:
        return {}
    original = chat.message(wanted["message_id"])
    if original:
        return {"reply_to_message": {k: v for k, v in original.body.items() if k != "reply_to_message"}}
    if not wanted.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return {}


def send_message(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """Text."""
    content = message_text(arguments)
    if "link_preview_options" in arguments:
        content["link_preview_options"] = arguments["link_preview_options"]
    return send(world, account, arguments, content)


def place(arguments: JSON) -> JSON:
    """The Location object of a call, if it is on Earth."""
    if not (-90 <= arguments["latitude"] <= 90 and -180 <= arguments["longitude"] <= 180):
        raise bad_request("wrong latitude or longitude specified")
    point: JSON = media.location(arguments["latitude"], arguments["longitude"])["location"]
    return point


def send_location(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """A pin on the map."""
    return send(world, account, arguments, {"location": place(arguments)})


def send_venue(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """A pin with title and address; the message holds both `venue` and `location`."""
    point = place(arguments)
    venue = {"location": point, "title": arguments["title"], "address": arguments["address"]}
    return send(world, account, arguments, {"location": point, "venue": venue})


def send_contact(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """A phone number with a name."""
    fields = ("phone_number", "first_name", "last_name", "vcard")
    return send(world, account, arguments, {"contact": {f: arguments[f] for f in fields if f in arguments}})


def send_chat_action(world: World, account: BotAccount, arguments: JSON) -> bool:
    """ "typing …" until the next message."""
    if arguments["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, account, arguments["chat_id"])
    chat.action = arguments["action"]
    world.events.tell("action", chat.id)
    return True


def _original(world: World, account: BotAccount, arguments: JSON, what: str) -> Message:
    message = known_chat(world, account, arguments["from_chat_id"]).message(arguments["message_id"])
    if message is None:
        raise bad_request(f"message to {what} not found")
    if SERVICE & message.body.keys() or message.body.get("has_protected_content"):
        raise bad_request(f"the message can't be {'copied' if what == 'copy' else 'forwarded'}")
    return message


def copy_message(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """The same content as the bot's own, perhaps with another caption."""
    original = _original(world, account, arguments, "copy")
    content = {name: value for name, value in original.body.items() if name not in NOT_COPIED}
    if "caption" in arguments and "text" not in content:
        content = {k: v for k, v in content.items() if not k.startswith("caption")} | caption(arguments)
    return {"message_id": send(world, account, arguments, content)["message_id"]}


def forward_message(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """The same content with where it comes from."""
    original = _original(world, account, arguments, "forward").body
    content = {name: value for name, value in original.items() if name not in NOT_COPIED}
    origin = {"type": "user", "date": original["date"], "sender_user": original["from"]}
    return send(world, account, arguments, {"forward_origin": original.get("forward_origin", origin)} | content)


METHODS = {
    "sendMessage": send_message,
    "sendLocation": send_location,
    "sendVenue": send_venue,
    "sendContact": send_contact,
    "sendChatAction": send_chat_action,
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
}
