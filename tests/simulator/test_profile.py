"""Commands by scope and language, names, menu button."""

from typing import Any

import aiogram.types
import pytest
import telegram

from simulator.person import Person
from simulator.world import World
from tests.support.clients import Client


def commands(bot: Client, description: str, command: str = "hours") -> list[object]:
    """A list of one, in the library's own class."""
    kind: Any = aiogram.types.BotCommand if bot.name == "aiogram" else telegram.BotCommand
    return [kind(command=command, description=description)]


def shown(person: Person) -> list[str]:
    return [command["description"] for command in person.chat.commands]


async def test_what_a_phone_lists_is_the_narrowest_scope_then_its_language(
    bot: Client, world: World, amina: Person
) -> None:
    luc = world.person("Luc", "fr")
    assert shown(amina) == []
    await bot.bot.set_my_commands(commands(bot, "Hours"))
    await bot.bot.set_my_commands(commands(bot, "المواعيد"), language_code="ar")
    assert (shown(amina), shown(luc)) == (["المواعيد"], ["Hours"])
    await bot.bot.set_my_commands(commands(bot, "Private"), scope={"type": "all_private_chats"})
    assert (shown(amina), shown(luc)) == (["Private"], ["Private"])
    await bot.bot.set_my_commands(commands(bot, "Mine"), scope={"type": "chat", "chat_id": amina.id})
    assert (shown(amina), shown(luc)) == (["Mine"], ["Private"])
    listed = await bot.bot.get_my_commands(language_code="ar")
    assert [command.description for command in listed] == ["المواعيد"]
    await bot.bot.delete_my_commands(scope={"type": "chat", "chat_id": amina.id})
    await bot.bot.delete_my_commands(scope={"type": "all_private_chats"})
    assert shown(amina) == ["المواعيد"]
    await bot.bot.set_my_commands([])
    assert shown(luc) == []


@pytest.mark.parametrize(
    ("command", "description", "words"),
    [
        ("Hours", "x", "bot_command_invalid"),
        ("x" * 33, "x", "bot_command_invalid"),
        ("hours", "x" * 257, "bot_command_description_invalid"),
    ],
)
async def test_refused_commands(bot: Client, command: str, description: str, words: str) -> None:
    refused = await bot.refusal("set_my_commands", "bad", commands=commands(bot, description, command))
    assert refused == words


async def test_a_refused_language(bot: Client) -> None:
    refused = await bot.refusal("set_my_commands", "bad", commands=commands(bot, "x"), language_code="fra")
    assert refused == "invalid language code specified"


async def test_names_and_descriptions_fall_back_to_the_general_one(bot: Client) -> None:
    assert (await bot.bot.get_my_name()).name == "Relais"
    await bot.bot.set_my_name(name="Permanence", language_code="fr")
    assert (await bot.bot.get_my_name(language_code="fr")).name == "Permanence"
    assert (await bot.bot.get_my_name(language_code="nl")).name == "Relais"
    await bot.bot.set_my_description(description="What it is")
    assert (await bot.bot.get_my_description(language_code="nl")).description == "What it is"
    await bot.bot.set_my_short_description(short_description="Short")
    assert (await bot.bot.get_my_short_description()).short_description == "Short"
    assert await bot.refusal("set_my_short_description", "bad", short_description="x" * 121)


async def test_the_menu_button(bot: Client, amina: Person) -> None:
    assert (await bot.bot.get_chat_menu_button(chat_id=amina.id)).type == "commands"
    await bot.bot.set_chat_menu_button(chat_id=amina.id, menu_button={"type": "commands"})
    assert amina.chat.menu_button == {"type": "commands"}


async def test_log_out_and_close(bot: Client) -> None:
    assert "retry" in await bot.refusal("close", "flood")
    assert await bot.bot.log_out()
    assert await bot.refusal("get_my_name", "bad") == "logged out"
