"""What the coming sessions tell."""

from __future__ import annotations

import pytest

from bot.views.answers.about_sessions import appointment, languages, sign_language
from bot.views.directory.taps import ShowHours
from bot.views.reader import Reader
from tests.support.screens import in_each_language, taps


@pytest.mark.parametrize(
    ("shown", "told"),
    [(appointment, "with or without an appointment"), (languages, "Dutch"), (sign_language, "23 November 2026")],
)
def test_each_is_told_in_every_language_with_a_way_to_the_hours(
    readers: dict[str, Reader], shown: object, told: str
) -> None:
    screen = in_each_language(readers, shown)["en"]  # type: ignore[arg-type]
    assert told in screen.text.striptags()
    assert ShowHours() in taps(screen)
