"""Chats and who is in them; pinned messages."""

from collections.abc import Callable
from typing import Any

from ..account import BotAccount
from ..chat import Chat
from ..refusal import JSON, bad_request
from ..world import World
from .sending import known_chat, writable_chat


def get_chat(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """A ChatFullInfo with the newest pinned message."""
    chat = known_chat(world, account, arguments["chat_id"])
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
    )
    info = chat.body() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
    pinned = chat.message(chat.pinned[-1]) if chat.pinned else None
    return info | {"pinned_message": pinned.body} if pinned else info


def get_chat_member(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """Member, or left."""
    chat = known_chat(world, account, arguments["chat_id"])
    user_id = arguments["user_id"]
    if user_id == account.id:
        return {"status": "member", "user": account.user()}
    if user_id not in world.people:
        raise bad_request("user not found")
    person = world.people[user_id]
    inside = person is chat.person or person in chat.members
    return {"status": "member" if inside else "left", "user": person.user()}


def get_chat_member_count(world: World, account: BotAccount, arguments: JSON) -> int:
    """People and the bot."""
    chat = known_chat(world, account, arguments["chat_id"])
    return 1 + (1 if chat.person else len(chat.members))


def leave_chat(world: World, account: BotAccount, arguments: JSON) -> bool:
    """Leave a group."""
    chat = known_chat(world, account, arguments["chat_id"])
    if chat.person:
        raise bad_request("chat member status can't be changed in private chats")
    chat.blocked = True
    world.bot_membership(chat, chat.members[0], was="member", now="left")
    return True


def pin_chat_message(world: World, account: BotAccount, arguments: JSON) -> bool:
    """Pin it on top; a service message says so."""
    chat = writable_chat(world, account, arguments["chat_id"])
    message = chat.message(arguments["message_id"])
    if message is None:
        raise bad_request("message to pin not found")
    if message.id in chat.pinned:
        return True
    chat.pinned.append(message.id)
    world.post(chat, {"pinned_message": message.body}, account)
    world.events.tell("pin", chat.id)
    return True


def unpin_chat_message(world: World, account: BotAccount, arguments: JSON) -> bool:
    """The one named, or the newest."""
    chat = writable_chat(world, account, arguments["chat_id"])
    wanted = arguments.get("message_id", chat.pinned[-1] if chat.pinned else None)
    if wanted not in chat.pinned:
        raise bad_request("message to unpin not found")
    return _unpin(world, chat, [wanted])


def unpin_all_chat_messages(world: World, account: BotAccount, arguments: JSON) -> bool:
    """All of them."""
    chat = writable_chat(world, account, arguments["chat_id"])
    return _unpin(world, chat, list(chat.pinned))


def _unpin(world: World, chat: Chat, message_ids: list[int]) -> bool:
    chat.pinned = [message_id for message_id in chat.pinned if message_id not in message_ids]
    world.events.tell("pin", chat.id)
    return True


METHODS: dict[str, Callable[[World, BotAccount, JSON], Any]] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
}
