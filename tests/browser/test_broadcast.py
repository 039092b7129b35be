"""`make demo` in a real browser: a coordinator writes in four languages, sends, watches, stops and corrects."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.test_every_screen import PICTURES, demo, newcomer, open_chat
from tests.support.browsing import open_browser

TEXTS = {
    "français": "Portes ouvertes samedi à 14:00. Il y a du café !",
    "néerlandais": "Open deur zaterdag om 14.00 uur. Er is koffie!",
    "arabe": "أبواب مفتوحة يوم السبت على 14:00. هناك قهوة!",
    "roumain": "Porți deschise sâmbătă la ora 14.00. Avem cafea!",
}
PATIENCE = 20_000  # milliseconds


class Phone:
    """One person's chat on the page."""

    def __init__(self, page: Page, chat: Locator) -> None:
        self.page = page
        self.chat = chat
        self.last = chat.get_by_test_id("message").last

    async def says(self, text: str) -> None:
        await self.chat.get_by_test_id("composer").fill(text)
        await self.page.keyboard.press("Enter")

    async def taps(self, button: str) -> None:
        await self.chat.get_by_test_id("inline-button").filter(has_text=button).last.click()

    async def sees(self, words: str) -> None:
        await expect(self.last).to_contain_text(words, timeout=PATIENCE)

    async def picture(self, name: str) -> None:
        await self.page.wait_for_timeout(150)  # a new message slides in
        await self.page.screenshot(path=PICTURES / f"broadcast-{name}.png")


async def at_noon(address: str) -> int:
    """Outside quiet hours; gives the id of the demo's coordinator."""
    async with aiohttp.ClientSession() as http:
        await http.post(f"{address}/page/clock", json={"to": "2026-11-21T12:00:00+01:00"})
        async with http.get(f"{address}/page/state") as answer:
            people = (await answer.json())["people"]
    return next(int(person["id"]) for person in people if person["role"] == "coordinator")


async def starts(address: str, person: int, language: str) -> int:
    async with aiohttp.ClientSession() as http:
        await http.post(f"{address}/page/chats/{person}/start", json={"parameter": language})
    return person


async def test_a_broadcast_from_the_first_word_to_the_correction(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    PICTURES.mkdir(exist_ok=True)
    monkeypatch.setenv("RELAIS_RATE", "1")  # slow enough to be watched
    async with demo(tmp_path) as address, open_browser() as browser:
        coordinator = await starts(address, await at_noon(address), "fr")
        residents = [
            await starts(address, await newcomer(address, code), code) for code in ("ar", "fr", "nl", "ro") * 3
        ]
        context = await browser.new_context(viewport={"width": 420, "height": 1000}, reduced_motion="reduce")
        page = await context.new_page()
        claire = Phone(page, await open_chat(page, address, coordinator))
        await writes(claire)
        await sends_watches_and_stops(claire)
        await corrects(claire)
        await page.close()
        page = await context.new_page()
        amina = Phone(page, await open_chat(page, address, residents[0]))
        await amina.sees("أبواب مفتوحة يوم الأحد")
        await amina.picture("received-ar")
        await amina.taps("الإعلانات")
        await amina.sees("مشغلة")
        await amina.picture("switch-ar")


async def writes(claire: Phone) -> None:
    await claire.chat.get_by_test_id("reply-button").filter(has_text="Nos annonces").click()
    await claire.sees("à chacun dans sa langue")
    await claire.taps("Nouvelle annonce")
    await claire.sees("Dans quelle langue")
    await claire.picture("1-language")
    await claire.taps("Français")
    await claire.sees("Écrivez le texte")
    await claire.says(TEXTS["français"])
    for language in ("néerlandais", "arabe", "roumain"):
        await claire.sees("pas encore de texte")
        await claire.taps(f"✏️ {language}")
        await claire.sees("Écrivez le texte")
        await claire.says(TEXTS[language])
    await claire.sees("✅ roumain")
    await claire.picture("2-overview")
    await claire.taps("Pour qui")
    await claire.sees("Par quartier")
    await claire.taps("Par rôle")
    await claire.sees("Touchez pour choisir")
    await claire.picture("3-audience")
    await claire.taps("Retour")
    await claire.sees("Par quartier")
    await claire.taps("Retour")
    await claire.sees("Annonce")
    await claire.taps("Quand")
    await claire.sees("écrivez le jour")
    await claire.picture("4-when")
    await claire.taps("Tout de suite")
    await claire.taps("Voir le résultat")
    await claire.sees("Voici ce que les gens reçoivent")
    await claire.picture("5-preview")


async def sends_watches_and_stops(claire: Phone) -> None:
    await claire.taps("Envoyer")
    await claire.sees("Il n’y a pas encore de texte en")
    await claire.picture("6-missing")
    await claire.taps("Le texte en français")
    await claire.sees("On l’envoie")
    await claire.picture("7-confirm")
    await claire.taps("Oui, envoyer")
    progress = claire.chat.get_by_test_id("message").filter(has_text="Envoi en cours")
    await expect(progress).to_contain_text("▓", timeout=PATIENCE)
    await claire.picture("8-progress")
    await progress.get_by_test_id("inline-button").filter(has_text="Arrêter").click()
    report = claire.chat.get_by_test_id("message").filter(has_text="voici ce qui est parti")
    await expect(report).to_contain_text("Pas envoyé", timeout=PATIENCE)
    await claire.picture("9-report")


async def corrects(claire: Phone) -> None:
    await claire.says("/broadcasts")
    await claire.taps("⏹ Portes ouvertes")
    await claire.sees("voici ce qui est parti")
    await claire.taps("Corriger")
    await claire.sees("seulement aux personnes qui ont reçu")
    await claire.taps("Changer le message reçu")
    await claire.sees("Seulement pour les personnes")
    for language, day in (("français", "dimanche"), ("arabe", "الأحد")):
        await claire.taps(f"✅ {language}")
        await claire.sees("Pour l’instant")
        await claire.says(TEXTS[language].replace("samedi", day).replace("السبت", day))
        await claire.sees("Correction")
    await claire.says("/language")
    await claire.taps("العربية")
    await claire.says("/broadcast")
    await claire.sees("لقد بدأتم إعلاناً من قبل")
    await claire.taps("متابعة")
    await claire.sees("تصحيح")
    await claire.picture("overview-ar")
    await claire.taps("إرسال")
    await claire.sees("هل نرسله")
    await claire.picture("confirm-ar")
    await claire.taps("نعم، إرسال")
    await claire.sees("تم إرسال كل شيء")
    await claire.picture("report-ar")
