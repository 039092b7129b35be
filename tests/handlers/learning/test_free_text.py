"""People write in their own words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.support.conversation import Desk


@pytest.mark.parametrize(
    ("language", "words", "answer"),
    [
        ("fr", "slt c ouvert lundi matin ?", "lundi 23 novembre 2026"),
        ("nl", "zijn jullie maandag open?", "maandag 23 november 2026"),
        ("ro", "sunteti deschisi luni?", "luni, 23 noiembrie 2026"),
        ("ar", "هل أنتم مفتوحون يوم الاثنين؟", "الاثنين، 23 نونبر 2026"),
    ],
)
async def test_a_question_about_a_day_is_answered_with_its_date(
    desk: Desk, language: str, words: str, answer: str
) -> None:
    await desk.person("Amina", language).starts(language).says(words).sees(answer, "09:00", "12:00")


async def test_before_any_choice_the_answer_is_in_the_language_written(desk: Desk) -> None:
    await desk.person("Sofie", "fr").says("zijn jullie vandaag open?").sees("Het is nu zaterdag 21 november 2026")


async def test_somebody_who_writes_another_language_may_switch_with_one_tap(desk: Desk) -> None:
    sofie = await desk.person("Sofie", "fr").starts("fr").says("zijn jullie vandaag open alstublieft?")
    await sofie.sees("samedi 21 novembre 2026").taps("🌐 Nederlands").sees("Goeiedag")


async def test_another_offices_hours_are_not_ours(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").starts("fr").says("quels sont les horaires de la poste ?")
    await marc.sees_no("09:00").sees_buttons("📞 Contact", "🚨 Urgence")


async def test_not_what_i_meant_offers_the_runners_up(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").starts("fr").says("vous êtes ouverts aujourd'hui ?")
    await marc.taps("↪️ Ce n’est pas ma question").sees("Je ne comprends pas bien")
    assert marc.answer[0].edited_count


async def test_danger_brings_the_numbers_first(desk: Desk) -> None:
    marc = await desk.person("Marc", "fr").starts("fr").says("au secours mon mari me frappe")
    assert marc.answer[0].text.startswith("🚨")
    await marc.sees("112")


FORGED = ["s1:about:nothing", "s1:about:service.nothing", "s1:meant:x,y,service.z", "s1:about:"]


@pytest.mark.parametrize("forged", FORGED)
async def test_forged_buttons_lead_to_a_menu_or_the_services(desk: Desk, forged: str) -> None:
    marc = await desk.person("Marc", "fr").starts("fr").says("/help").forges(forged)
    assert marc.answer[0].buttons


async def test_a_very_long_text_is_read_at_its_beginning_and_says_so(desk: Desk) -> None:
    desk.world.clock.set(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    marc = await desk.person("Marc", "fr").starts("fr").says("vous êtes ouverts aujourd'hui ? " + "bla " * 900)
    await marc.sees("✂️")
