"""The first words between a resident and the bot."""

from tests.conversation import Desk


async def test_a_stranger_is_asked_for_her_language_in_hers_first(desk: Desk) -> None:
    amina = desk.person("Amina", "ar")
    await amina.starts().sees("🌐 بأي لغة تقرؤون؟", "Quelle langue lisez-vous").sees_buttons("✓ العربية", "Français")
    await amina.taps("✓ العربية").sees("أهلا بكم", "Les Pissenlits")
    await amina.says("/start").sees("أهلا بكم")
