"""The first words, the menu, help, and the language to read it all in."""

from __future__ import annotations

import pytest

from tests.support.conversation import Desk

WELCOME = {
    "fr": "Bonjour ! Voici le bot de Les Pissenlits",
    "nl": "Goeiedag! Dit is de bot van Les Pissenlits",
    "ar": "أهلا بكم! هذا بوت",
    "ro": "Bună ziua! Acesta este botul Les Pissenlits",
    "en": "Hello! This is the bot of Les Pissenlits",
}
OWN_NAME = {"fr": "Français", "nl": "Nederlands", "ar": "العربية", "ro": "Română", "en": "English"}


@pytest.mark.parametrize("language", WELCOME)
async def test_a_stranger_is_asked_in_the_language_of_her_phone_first(desk: Desk, language: str) -> None:
    amina = await desk.person("Amina", language).starts().sees("🌐")
    assert amina.answer[0].buttons[0][0]["text"] == f"✅ {OWN_NAME[language]}"
    await amina.taps(f"✅ {OWN_NAME[language]}").sees(WELCOME[language])
    await amina.says("/start").sees(WELCOME[language])


@pytest.mark.parametrize("language", WELCOME)
async def test_a_link_on_a_poster_sets_the_language(desk: Desk, language: str) -> None:
    await desk.person("Amina", "es").starts(language).sees(WELCOME[language])


@pytest.mark.parametrize("phone", ["es", "", "zh-hans", "xx-YY-zz"])
async def test_a_phone_in_another_language_gets_the_organizations_first(desk: Desk, phone: str) -> None:
    await desk.person("Lucía", phone).starts().sees_buttons("✅ Français", "العربية")


async def test_a_phone_with_a_region_is_understood(desk: Desk) -> None:
    await desk.person("Amina", "ar-MA").starts().sees_buttons("✅ العربية")


@pytest.mark.parametrize("forged", ["es", "../ar", "a" * 64, "0"])
async def test_a_link_with_something_else_asks_for_the_language(desk: Desk, forged: str) -> None:
    await desk.person("Marc", "fr").starts(forged).sees("Quelle langue lisez-vous")


async def test_the_language_changes_any_time_and_the_keyboard_and_command_list_with_it(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").starts("fr").sees("Bonjour")
    assert marc.chat.reply_keyboard
    assert marc.chat.reply_keyboard["is_persistent"]
    await marc.taps("🌐 Langue").sees_buttons("✅ Français", "Nederlands")
    await marc.taps("Nederlands").sees("Goeiedag").sees_buttons("✅ Nederlands")
    commands = {command["command"]: command["description"] for command in marc.chat.commands}
    assert commands["hours"] == "Openingsuren"
    await marc.taps("🕒 Openingsuren").sees("We zijn nu gesloten")
    # The keyboard from before the change may still be on the screen.
    await marc.says("🕒 Horaires").sees("We zijn nu gesloten")


async def test_arabic_keyboards_begin_on_the_right(desk: Desk) -> None:
    amina = await desk.person("Amina", "ar").starts("ar")
    assert amina.chat.reply_keyboard
    first_row = [key["text"] for key in amina.chat.reply_keyboard["keyboard"][0]]
    assert first_row == ["📍 مكاننا", "🕒 أوقات العمل"]


async def test_nobody_has_to_choose_a_language_first(desk: Desk) -> None:
    await desk.person("Sofie", "nl").says("/hours").sees("We zijn nu gesloten")


async def test_a_language_that_is_not_offered_cannot_be_forged(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").starts("fr")
    await marc.says("/help").forges("s1:language:es").sees("Ce bouton est ancien")
    await marc.says("/help").forges("s1:language:xx").sees("Ce bouton est ancien")


async def test_help_names_every_command_of_the_list(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").starts("fr")
    listed = [f"/{command['command']}" for command in marc.chat.commands if command["command"] != "start"]
    await marc.says("/help").sees(*listed)


async def test_the_menu_is_always_one_tap_away_and_changes_in_place(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").starts("fr")
    await marc.says("/hours").taps("🏠 Menu").sees("Que voulez-vous savoir").sees_edit()
    await marc.taps("📞 Contact").sees("+32 470 32 22 24").sees_edit()
    await marc.taps("🏠 Menu").taps("🚨 Urgence").sees("112").sees_edit()
