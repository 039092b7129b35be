"""Hours, place, services, meetings and contact, as residents look them up."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.conversation import Desk

TWO_PLACES = Path(__file__).parents[1] / "packs" / "two_places"


@pytest.fixture
def pack() -> Path:
    return TWO_PLACES


async def test_hours_name_the_day_and_the_next_opening(desk: Desk) -> None:
    await (
        desk.person("Marc", "fr")
        .says("/hours")
        .sees("samedi 21 novembre 2026, il est 12:00", "🔴 Nous sommes fermés maintenant")
        .sees("Prochaine ouverture : lundi 23 novembre 2026, de 09:00 à 12:00")
        .sees("🟢 lundi 23 novembre 2026 : de 09:00 à 12:00 et de 13:00 à 15:00")
        .sees("Les autres jours, nous sommes fermés.")
    )


async def test_hours_of_the_weeks_after_show_the_closure_and_why(desk: Desk) -> None:
    sofie = await desk.person("Sofie", "nl").says("/hours").taps("Later ➡️").sees_edit()
    await sofie.sees("🟢 zaterdag 5 december 2026: van 10:00 tot 12:00", "Opendeurdag")
    await sofie.taps("Later ➡️").sees("donderdag 24 december 2026 tot en met zondag 3 januari 2027: gesloten")
    await sofie.sees("Eindejaarsvakantie").sees_no("🟢 donderdag 24", "🟢 maandag 28")
    await sofie.taps("⬅️ Vroeger").sees("Opendeurdag").taps("⬅️ Vroeger").sees("Van zaterdag 21 november 2026")


async def test_who_speaks_what_at_which_session(desk: Desk) -> None:
    await (
        desk.person("Nadia", "en")
        .says("/hours")
        .sees("Monday 09:00", "with or without an appointment", "French and Arabic")
        .sees("Monday 13:00", "Only with an appointment", "Dutch")
        .sees("Thursday 14:00", "French Belgian Sign Language")
    )


async def test_another_place_has_its_own_hours(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").says("/hours").taps("🕒 Abri de nuit")
    await marc.sees("Prochaine ouverture : samedi 21 novembre 2026, de 22:00 à 06:00 le lendemain")
    await marc.taps("🕒 Bureau").sees("lundi 23 novembre 2026, de 09:00 à 12:00")


async def test_an_unconfirmed_holiday_says_please_call(desk: Desk) -> None:
    desk.world.clock.set(datetime(2027, 3, 28, 10, 0, tzinfo=UTC))
    ionela = await desk.person("Ionela", "ro").says("/hours")
    await ionela.sees("🟠 luni, 29 martie 2027 este sărbătoare legală", "+32 2 123 45 67", "joi, 1 aprilie 2027")


@pytest.mark.parametrize(
    "item", ["desk.2126-01-01", "desk.yesterday", "nowhere.2026-11-21", "desk.2026-13-45", ".0001-01-01x"]
)
async def test_a_forged_page_of_hours_is_an_old_button(desk: Desk, item: str) -> None:
    await desk.person("Marc", "fr").says("/hours").forges(f"s1:hours:{item}").sees("Ce bouton est ancien")


async def test_hours_never_go_back_before_today(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").says("/help").forges("s1:hours:desk.2020-01-01")
    await marc.sees("Du samedi 21 novembre 2026")


async def test_where_sends_a_pin_and_the_address(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").says("/where").sees("Rue du Coin 1, 1070 Anderlecht")
    pin, words = marc.answer
    assert pin.body["venue"]["title"] == "Bureau"
    assert pin.body["venue"]["location"]["latitude"] == 50.84
    assert words.buttons


async def test_the_pin_comes_again_by_its_button(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").says("/help").taps("📍 Où nous trouver").sees_edit()
    await marc.taps("🗺 Voir sur la carte")
    assert [message.body["venue"]["address"] for message in marc.answer] == ["Rue du Coin 1, 1070 Anderlecht"]


async def test_a_place_without_a_map_has_no_pin_to_forge(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").says("/where").taps("📍 Abri de nuit").sees("Abri de nuit")
    await marc.forges("s1:map:night").sees("Ce bouton est ancien")


async def test_a_service_tells_what_it_is_and_leads_on(desk: Desk) -> None:
    marc = (
        await desk.person("Marc", "fr").says("/services").taps("📄 Lettres").sees("Nous lisons avec vous").sees_edit()
    )
    await marc.sees("💶 Prix\nGratuit").taps("🤝 Nos services").sees("Choisissez")
    await marc.forges("s1:service:gone").sees("Ce bouton est ancien")


async def test_meetings_come_with_their_welcome_time_and_no_link(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").says("/meetings")
    await marc.sees("📅 vendredi 11 décembre 2026", "☕ Accueil dès 13:00", "De 13:30 à 15:30", "en ligne")
    await marc.sees_no("meet.example.org")


async def test_a_meeting_that_is_over_is_gone(desk: Desk) -> None:
    desk.world.clock.set(datetime(2026, 12, 11, 14, 30, tzinfo=UTC))
    await desk.person("Marc", "fr").says("/meetings").sees("Aucune rencontre n’est prévue")


async def test_contact_and_emergency(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").says("/contact")
    await marc.sees("+32 2 123 45 67", "bonjour@example.org").sees_buttons("🌍 Site web")
    await marc.says("/emergency").sees("En danger ? Appelez maintenant", "112  Ambulance")


async def test_a_year_ahead_there_is_no_later(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").says("/help").forges("s1:hours:desk.2027-11-20")
    labels = [button["text"] for row in marc.answer[0].buttons for button in row]
    assert "⬅️ Plus tôt" in labels
    assert "Plus tard ➡️" not in labels
