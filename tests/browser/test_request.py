"""`make demo` in a real browser: a resident, two volunteers and a coordinator live through one request."""

from __future__ import annotations

from pathlib import Path

import aiohttp
from playwright.async_api import BrowserContext, expect

from tests.browser.test_broadcast import Phone
from tests.browser.test_every_screen import PICTURES, demo, open_chat
from tests.support.browsing import open_browser


async def everybody_starts(address: str, languages: dict[str, str]) -> dict[str, int]:
    """The demo's people of these names, by name, in these languages, at noon on a Saturday."""
    async with aiohttp.ClientSession() as http:
        await http.post(f"{address}/page/clock", json={"to": "2026-11-21T12:00:00+01:00"})
        async with http.get(f"{address}/page/state") as answer:
            people = {one["name"]: int(one["id"]) for one in (await answer.json())["people"]}
        for name, language in languages.items():
            await http.post(f"{address}/page/chats/{people[name]}/start", json={"parameter": language})
    return people


class NeighboursPhone(Phone):
    async def picture(self, name: str) -> None:
        await self.page.wait_for_timeout(150)  # a new message slides in
        await self.page.screenshot(path=PICTURES / f"request-{name}.png")


async def phone(context: BrowserContext, address: str, person: int) -> NeighboursPhone:
    page = await context.new_page()
    return NeighboursPhone(page, await open_chat(page, address, person))


async def test_one_request_from_the_first_tap_to_the_end(tmp_path: Path) -> None:
    PICTURES.mkdir(exist_ok=True)
    async with demo(tmp_path) as address, open_browser() as browser:
        people = await everybody_starts(address, {"Amina": "ar", "Marc": "fr", "Karim": "ar", "Claire": "fr"})
        context = await browser.new_context(viewport={"width": 420, "height": 1000}, reduced_motion="reduce")
        amina, marc, karim, claire = [
            await phone(context, address, people[name]) for name in ("Amina", "Marc", "Karim", "Claire")
        ]
        await asks(amina)
        await looks_and_is_too_late(marc, karim)
        await talk(karim, amina)
        await closes(karim, amina)
        await looks_after(claire)


async def asks(amina: NeighboursPhone) -> None:
    await amina.chat.get_by_test_id("reply-button").filter(has_text="طلب المساعدة").click()
    await amina.sees("متطوعين من الحي")
    await amina.taps("طلب جديد")
    await amina.sees("ما هو الموضوع")
    await amina.picture("1-topic-ar")
    await amina.taps("الأوراق والرسائل")
    await amina.taps("كوريغيم")
    await amina.taps("العربية")
    await amina.sees("✅")
    await amina.picture("2-languages-ar")
    await amina.taps("متابعة")
    await amina.sees("اكتبوا جملة")
    await amina.says("أحتاج من يرافقني إلى البلدية، رقمي 0470987654")
    await amina.sees("سيقرأ كل المتطوعين")
    await amina.picture("3-warning-ar")
    await amina.taps("تغييرها")
    await amina.sees("اكتبوا جملة")
    await amina.says("أحتاج من يرافقني إلى البلدية")
    await amina.taps("هذا الأسبوع")
    await amina.sees("متى يناسبكم")
    await amina.taps("متابعة")
    await amina.taps("هنا في تيليغرام")
    await amina.sees("ما هو الاسم")
    await amina.says("أمينة")
    await amina.sees("أين المكان")
    await amina.picture("4-private-ar")
    await amina.taps("⏭")
    await amina.sees("هل توافقون")
    await amina.taps("نعم")
    await amina.sees("هل كل شيء صحيح")
    await amina.picture("5-summary-ar")
    await amina.taps("إرسال")
    await amina.sees("أُرسل الطلب")
    await amina.picture("6-sent-ar")


async def looks_and_is_too_late(marc: NeighboursPhone, karim: NeighboursPhone) -> None:
    await marc.chat.get_by_test_id("reply-button").filter(has_text="Qui aider").click()
    await marc.sees("1 demande")
    await marc.picture("7-board-fr")
    await marc.taps("R-")
    await marc.sees("أحتاج من يرافقني")
    await marc.picture("8-card-fr")
    await karim.chat.get_by_test_id("reply-button").filter(has_text="من يحتاج مساعدة").click()
    await karim.sees("طلب واحد")
    await karim.picture("9-board-ar")
    await karim.taps("R-")
    await karim.taps("أتكفّل به")
    await karim.sees("شكراً!")
    await karim.picture("10-claimed-ar")
    await marc.taps("Je m’en occupe")
    await marc.sees("Quelqu’un a été plus rapide")
    await marc.picture("11-too-late-fr")
    await karim.taps("الاسم والهاتف والعنوان")
    await karim.sees("أمينة")
    await karim.picture("12-private-part-ar")


async def talk(karim: NeighboursPhone, amina: NeighboursPhone) -> None:
    await karim.taps("قرأته")
    await karim.sees("سيُحذف من هذه المحادثة")
    await expect(karim.chat).not_to_contain_text("🙂 الاسم")
    await karim.picture("12-taken-away-ar")
    await karim.taps("إلى الطلب")
    await karim.sees("أنتم تساعدون")
    await karim.taps("الكتابة إلى الشخص")
    await karim.sees("أنتم تكتبون")
    await karim.says("السلام عليكم، متى نلتقي؟")
    await karim.sees("تم النقل")
    await amina.sees("متى نلتقي")
    await amina.picture("13-talk-ar")
    await amina.taps("الرد")
    await amina.says("يوم الثلاثاء صباحاً")
    await karim.sees("يوم الثلاثاء")
    await karim.taps("يكفي الآن")
    await expect(karim.chat).to_contain_text("يبقى بيننا")
    await karim.says("/mine")
    await karim.sees("🙌 طلباتي")
    await karim.taps("🤝 ")
    await karim.sees("أنتم تساعدون")
    await karim.taps("موعد")
    await karim.sees("اضغطوا على يوم")
    await karim.picture("14-day-ar")
    await karim.says("24/11 10:00")
    await karim.sees("أين تلتقيان")
    await karim.says("Métro Clemenceau")
    await karim.sees("سأذكّركما")
    await karim.picture("15-appointment-ar")


async def closes(karim: NeighboursPhone, amina: NeighboursPhone) -> None:
    await karim.taps("إلى الطلب")
    await karim.sees("أنتم تساعدون")
    await karim.taps("إغلاقه")
    await karim.sees("كيف كان الأمر")
    await karim.picture("16-outcome-ar")
    await karim.taps("✅ تم")
    await karim.sees("كلمة عن ذلك")
    await karim.says("ذهبنا معاً")
    await karim.sees("شكراً على مساعدتكم")
    await amina.sees("🏁")
    await amina.picture("17-closed-ar")


async def looks_after(claire: NeighboursPhone) -> None:
    await claire.chat.get_by_test_id("reply-button").filter(has_text="🗂").click()
    await claire.sees("Il n’y a rien ici")
    await claire.picture("18-desk-fr")
