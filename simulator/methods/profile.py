"""What a bot shows of itself: commands, name, descriptions, menu button."""

import re
from collections.abc import Callable
from typing import Any

from ..account import BotAccount
from ..profile import scope_key
from ..refusal import JSON, bad_request
from ..world import World
from .sending import known_chat

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}")
SCOPES = {
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators",
    "chat_member",
}  # fmt: skip
TEXTS = {"name": (64, "Name"), "description": (512, "Description"), "short_description": (120, "ShortDescription")}


def language(arguments: JSON) -> str:
    """Two letters, or "" for everybody."""
    code: str = arguments.get("language_code", "")
    if code and not LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def scope(world: World, account: BotAccount, arguments: JSON) -> tuple[str, int, int]:
    """The scope of a call, its chat known."""
    wanted = arguments.get("scope")
    if wanted and wanted["type"] not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if wanted and "chat_id" in wanted:
        known_chat(world, account, wanted["chat_id"])
    return scope_key(wanted)


def set_my_commands(world: World, account: BotAccount, arguments: JSON) -> bool:
    """For one scope and language; an empty list takes them away."""
    commands = arguments.get("commands", [])
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    plain = [{"command": c["command"].removeprefix("/"), "description": c["description"]} for c in commands]
    account.profile.commands[scope(world, account, arguments), language(arguments)] = plain
    world.events.tell("profile")
    return True


def get_my_commands(world: World, account: BotAccount, arguments: JSON) -> list[JSON]:
    """Exactly what was set for that scope and language."""
    return account.profile.commands.get((scope(world, account, arguments), language(arguments)), [])


def delete_my_commands(world: World, account: BotAccount, arguments: JSON) -> bool:
    """Wider scopes show again."""
    account.profile.commands.pop((scope(world, account, arguments), language(arguments)), None)
    world.events.tell("profile")
    return True


def _setter(field: str, limit: int) -> Callable[[World, BotAccount, JSON], bool]:
    def set_text(world: World, account: BotAccount, arguments: JSON) -> bool:
        text = arguments.get(field, "")
        if len(text) > limit:
            raise bad_request(f"{field.replace('_', ' ')} is too long")
        getattr(account.profile, field)[language(arguments)] = text
        world.events.tell("profile")
        return True

    return set_text


def _getter(field: str) -> Callable[[World, BotAccount, JSON], JSON]:
    def get_text(world: World, account: BotAccount, arguments: JSON) -> JSON:
        texts = getattr(account.profile, field)
        default = account.name if field == "name" else ""
        return {field: texts.get(language(arguments)) or texts.get("") or default}

    return get_text


def set_chat_menu_button(world: World, account: BotAccount, arguments: JSON) -> bool:
    """For one private chat, or for all."""
    button = arguments.get("menu_button", {"type": "default"})
    if button["type"] not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: unsupported type specified")
    if "chat_id" in arguments:
        chat = known_chat(world, account, arguments["chat_id"])
        chat.menu_button = None if button["type"] == "default" else button
    else:
        account.profile.menu_button = {"type": "commands"} if button["type"] == "default" else button
    world.events.tell("profile")
    return True


def get_chat_menu_button(world: World, account: BotAccount, arguments: JSON) -> JSON:
    """What the chat shows."""
    chat = known_chat(world, account, arguments["chat_id"]) if "chat_id" in arguments else None
    return (chat.menu_button if chat else None) or account.profile.menu_button


METHODS: dict[str, Callable[[World, BotAccount, JSON], Any]] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    **{f"setMy{title}": _setter(field, limit) for field, (limit, title) in TEXTS.items()},
    **{f"getMy{title}": _getter(field) for field, (limit, title) in TEXTS.items()},
}
