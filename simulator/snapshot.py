"""A world as JSON, so that a second start finds its people, chats and files."""

from __future__ import annotations

import itertools
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from .account import BotAccount
from .chat import CallbackAnswer, Chat, Message
from .inbox import Waiting
from .person import Person
from .profile import Profile
from .refusal import JSON
from .world import World

CHAT_FIELDS = (
    "kind", "title", "started", "blocked", "migrated_to", "reply_keyboard", "reply_keyboard_hidden", "pinned",
    "menu_button",
)  # fmt: skip
PERSON_FIELDS = ("id", "name", "language_code", "role", "deactivated")
PROFILE_FIELDS = ("name", "description", "short_description", "menu_button")
INBOX_FIELDS = ("allowed", "next_id", "last_put")


def dump(world: World) -> JSON:
    """All but what goes wrong and how fast one may send. Webhooks and taps under way are let go."""
    return {
        "clock_offset": world.clock.offset.total_seconds(),
        "people": [_fields(person, PERSON_FIELDS) for person in world.people.values()],
        "bots": [_bot(account) for account in world.bots.values()],
        "chats": [_chat(chat) for chat in world.chats.values()],
        "files": world.files.dump(),
    }


def restore(world: World, dumped: JSON) -> None:
    """Put what was dumped into a new world."""
    world.clock.move(timedelta(seconds=dumped["clock_offset"]) - world.clock.offset)
    for fields in dumped["people"]:
        world.people[fields["id"]] = Person(world, **fields)
    accounts = {bot["id"]: _restore_bot(world, bot) for bot in dumped["bots"]}
    for fields in dumped["chats"]:
        _restore_chat(world, accounts[fields["bot_id"]], fields)
    world.files.restore(dumped["files"])
    world.events.tell("people")


def _fields(thing: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in names}


def _set(thing: object, fields: JSON, names: tuple[str, ...]) -> None:
    for name in names:
        setattr(thing, name, fields[name])


def _bot(account: BotAccount) -> JSON:
    return {
        **_fields(account, ("token", "id", "next_message_id")),
        "bot_name": account.name,
        "username": account.username,
        "next_query_id": next(account.query_ids),
        "inbox": _fields(account.inbox, INBOX_FIELDS),
        "waiting": [asdict(item) for item in account.inbox.waiting.values()],
        "commands": [[*scope, code, listed] for (scope, code), listed in account.profile.commands.items()],
        **_fields(account.profile, PROFILE_FIELDS),
    }


def _restore_bot(world: World, fields: JSON) -> BotAccount:
    account = world.bot(fields["token"], fields["bot_name"], fields["username"])
    account.next_message_id = fields["next_message_id"]
    account.query_ids = itertools.count(fields["next_query_id"])
    _set(account.inbox, fields["inbox"], INBOX_FIELDS)
    for item in fields["waiting"]:
        account.inbox.keep(Waiting(item["update"], tuple(item["lane"]), item["expires"]))
    account.profile = Profile({((kind, c, u), code): listed for kind, c, u, code, listed in fields["commands"]})
    _set(account.profile, fields, PROFILE_FIELDS)
    return account


def _chat(chat: Chat) -> JSON:
    return {
        "bot_id": chat.account.id,
        "id": chat.id,
        "private": chat.person is not None,
        "members": [person.id for person in chat.members],
        "messages": [asdict(message) for message in chat.by_id.values()],
        "answers": [asdict(answer) for answer in chat.answers],
        **_fields(chat, CHAT_FIELDS),
    }


def _restore_chat(world: World, account: BotAccount, fields: JSON) -> None:
    person = world.people[fields["id"]] if fields["private"] else None
    chat = Chat(account, fields["id"], person, world.history)
    chat.members = [world.people[number] for number in fields["members"]]
    for message in fields["messages"]:
        chat.add(Message(**message))
    chat.answers = [CallbackAnswer(**answer) for answer in fields["answers"]]
    _set(chat, fields, CHAT_FIELDS)
    world.chats[account.id, chat.id] = chat
