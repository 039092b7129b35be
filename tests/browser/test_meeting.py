"""`make demo` in a real browser: a meeting is written, announced, answered, reminded of, moved, called off."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest
from playwright.async_api import BrowserContext

from bot.i18n import load_speeches
from tests.browser.test_broadcast import Phone, at_noon, starts
from tests.browser.test_every_screen import PICTURES, demo, newcomer, open_chat
from tests.support.browsing import open_browser

TITLES = {
    "néerlandais": "Burencafé",
    "arabe": "مقهى الجيران",
    "roumain": "Cafeaua vecinilor",
    "anglais": "Neighbours’ coffee",
}
CODES = ("ar", "fr", "nl", "ro")


def said(msgid: str) -> dict[str, str]:
    """The sentence as people read it, in each language."""
    speeches = load_speeches()
    return {code: speeches[code].say(msgid).striptags() for code in CODES}


COMES = said("✅ I come")
YOU_COME = said("✅ <b>You come.</b> We are glad.")
STILL = said("⏰ <b>Are you still coming?</b>")
MOVED = said("✏️ <b>This meeting has changed.</b>")
OFF = said("❌ <b>This meeting is called off.</b>")


async def clock(address: str, to: str) -> None:
    async with aiohttp.ClientSession() as http:
        await http.post(f"{address}/page/clock", json={"to": to})


async def picture(phone: Phone, name: str) -> None:
    await phone.page.wait_for_timeout(150)  # a new message slides in
    await phone.page.screenshot(path=PICTURES / f"meeting-{name}.png")


async def phone_of(context: BrowserContext, address: str, person: int) -> Phone:
    page = await context.new_page()
    return Phone(page, await open_chat(page, address, person))


async def test_a_meeting_from_the_first_word_to_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    PICTURES.mkdir(exist_ok=True)
    async with demo(tmp_path) as address, open_browser() as browser:
        coordinator = await starts(address, await at_noon(address), "fr")
        people = {code: await starts(address, await newcomer(address, code), code) for code in COMES}
        context = await browser.new_context(viewport={"width": 420, "height": 1000}, reduced_motion="reduce")
        claire = await phone_of(context, address, coordinator)
        await writes(claire)
        await announces(claire)
        phones = {code: await phone_of(context, address, person) for code, person in people.items()}
        for code, phone in phones.items():
            await phone.taps(COMES[code])
            await phone.sees(YOU_COME[code])
            await picture(phone, f"answered-{code}")
        await clock(address, "2026-12-14T13:30:30+01:00")
        await everybody_sees(phones, STILL, "reminded")
        await moves(claire)
        await everybody_sees(phones, MOVED, "moved")
        await calls_off(claire)
        await everybody_sees(phones, OFF, "off")


async def everybody_sees(phones: dict[str, Phone], words: dict[str, str], name: str) -> None:
    for code, phone in phones.items():
        await phone.sees(words[code])
        await picture(phone, f"{name}-{code}")


async def writes(claire: Phone) -> None:
    await claire.chat.get_by_test_id("reply-button").filter(has_text="Rencontres").click()
    await claire.taps("Nouvelle rencontre")
    await claire.sees("Quel est le nom de la rencontre")
    await claire.says("Café des voisins")
    await claire.sees("quel jour")
    await picture(claire, "1-day")
    await claire.says("mardi 15 décembre")
    await claire.sees("Quand commence-t-elle")
    await picture(claire, "2-hours")
    await claire.says("13h30-15h30")
    await claire.sees("mardi 15 décembre 2026")
    for language, title in TITLES.items():
        await claire.taps(f"✏️ {language}")
        await claire.sees("Quel est le nom de la rencontre")
        await claire.says(title)
        await claire.sees(title)
    await claire.taps("Accueil")
    await claire.sees("accueillez-vous")
    await claire.taps("13:00")
    await claire.sees("Accueil dès 13:00")
    await picture(claire, "3-overview")
    await claire.taps("Enregistrer")
    await claire.sees("Enregistré")


async def announces(claire: Phone) -> None:
    await claire.taps("Annoncer")
    await claire.sees("✅ roumain")
    await claire.taps("Voir le résultat")
    await claire.sees("Voici ce que les gens reçoivent")
    await picture(claire, "4-preview")
    await claire.taps("Envoyer")
    await claire.sees("On l’envoie")
    await claire.taps("Oui, envoyer")
    await claire.sees("Venez-vous ?")  # her own copy


async def moves(claire: Phone) -> None:
    await claire.says("/meetings")
    await claire.taps("Café des voisins")
    await claire.taps("✏️ Changer")
    await claire.sees("Modifier la rencontre")
    await claire.taps("Jour")
    await claire.sees("quel jour")
    await claire.says("17/12")
    await claire.sees("jeudi 17 décembre 2026")
    await claire.taps("Enregistrer")
    await claire.sees("Enregistré")


async def calls_off(claire: Phone) -> None:
    await claire.says("/meetings")
    await claire.taps("Café des voisins")
    await claire.taps("Qui vient")
    await claire.sees("4 personnes")
    await picture(claire, "5-guests")
    await claire.taps("Retour à la rencontre")
    await claire.taps("🗑 Annuler")
    await claire.sees("Annuler cette rencontre")
    await claire.taps("Oui, annuler")
    await claire.sees("La rencontre est annulée")
