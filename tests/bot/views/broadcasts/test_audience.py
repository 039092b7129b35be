"""Whom an announcement goes to, in words and in numbers."""

from __future__ import annotations

from bot.domain.broadcasts import SKIP
from bot.views.broadcasts import audience as views
from bot.views.broadcasts.taps import AskAudience, ChooseAudience, ShowBroadcast
from bot.views.reader import Reader
from db.models.broadcasts import Audience
from tests.support.screens import TYPED, broadcast, in_each_language, overview, shows_as_typed, taps


def test_by_what_it_can_be_narrowed_and_how_many_it_goes_to(readers: dict[str, Reader]) -> None:
    seen = overview(broadcast())
    screen = in_each_language(readers, lambda reader: views.audience(reader, seen))["en"]
    assert "For everybody" in screen.text
    assert "7 people" in screen.text
    assert "2 more people want no announcements" in screen.text
    assert {AskAudience(1, "roles"), ShowBroadcast(1)} <= set(taps(screen))


def test_choices_are_ticked_and_an_area_is_no_markup(readers: dict[str, Reader]) -> None:
    seen = overview(broadcast(audience=Audience(roles=["volunteer"], areas=[TYPED])))
    for shown in (
        views.choose_roles,
        views.choose_languages,
        views.choose_meeting,
        lambda reader, seen: views.choose_areas(reader, seen, [TYPED]),
    ):
        screen = in_each_language(readers, lambda reader, shown=shown: shown(reader, seen))["en"]  # type: ignore[misc]
        assert shows_as_typed(screen)
    roles = views.choose_roles(readers["en"], seen)
    assert ChooseAudience(1, "roles", views.key_of("volunteer")) in taps(roles)
    assert "✅ volunteers" in [button.text for row in roles.rows for button in row]


def test_who_reads_a_language_without_a_text_is_told_apart(readers: dict[str, Reader]) -> None:
    for missing, said in ((SKIP, "gets nothing"), ("fr", "gets the text in French"), (None, "")):
        seen = overview(broadcast(missing=missing), lacking=["ar"])
        text = views.goes_to(readers["en"].speech, seen)
        assert said in text
        assert ("🌐" in text) is bool(missing)
