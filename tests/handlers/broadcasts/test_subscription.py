"""Everybody's switch for announcements: off with one word, on again with one tap."""

from __future__ import annotations

import pytest

from tests.support.conversation import Desk, Talk

OFF = {
    "fr": ("Vous ne recevez plus d’annonces", "🔔 Les recevoir à nouveau", "Vous recevez les annonces"),
    "nl": ("U krijgt geen berichten meer van het team", "🔔 Weer aanzetten", "Ze staan aan"),
    "ar": ("لن تصلكم الإعلانات بعد الآن", "🔔 تشغيلها من جديد", "الإعلانات مشغلة"),
    "ro": ("Nu mai primiți anunțuri", "🔔 Pornește-le din nou", "Sunt pornite"),
}


@pytest.mark.parametrize("language", OFF)
@pytest.mark.parametrize("word", ["/stop", "stop", "STOP!"])
async def test_stop_switches_off_with_the_way_back(
    desk: Desk, residents: dict[str, Talk], language: str, word: str
) -> None:
    off, again, on = OFF[language]
    resident = residents[language]
    await resident.says(word).sees(off).taps(again).sees(on).sees_edit()
    await resident.says("/announcements").sees(on)


async def test_the_switch_is_reached_by_buttons_alone(desk: Desk, residents: dict[str, Talk]) -> None:
    marc = residents["fr"]
    await marc.says("/contact").taps("🏠 Menu").taps("🔔 Annonces").sees("Vous recevez les annonces")
    await marc.taps("🔕 Ne plus les recevoir").sees("Vous ne recevez pas").taps("🏠 Menu").taps("🔔 Annonces")
    await marc.sees("Vous ne recevez pas").taps("🔔 Recevoir les annonces").sees("Vous recevez")


async def test_a_stop_within_a_sentence_is_no_stop(desk: Desk, residents: dict[str, Talk]) -> None:
    await residents["fr"].says("stop tram 81").sees_no("Vous ne recevez plus")
