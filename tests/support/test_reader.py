"""The reader finds what is in another language."""

from __future__ import annotations

import pytest

from tests.support.reader import foreign, without


@pytest.mark.parametrize("language", ["fr", "nl", "ar", "ro"])
@pytest.mark.parametrize("sentence", ["📋 Is everything right? R-4F7K", "Who needs help", "Phone: 112", "any day"])
def test_english_is_found(language: str, sentence: str) -> None:
    assert foreign(language, sentence) != []


def test_what_is_in_no_catalogue_is_found_in_arabic() -> None:
    assert foreign("ar", "موعد Zugesagt") == ["Zugesagt"]


def test_a_french_line_does_not_break_before_the_sign() -> None:
    for wrong in ("Nom : Zohra", "Nom: Zohra"):
        assert foreign("fr", wrong) == [wrong]
    assert foreign("fr", "Nom\u00a0: Zohra") == []


def test_what_people_wrote_and_commands_count_in_no_language() -> None:
    assert foreign("ar", without("Zohra /profile https://t.me/x?start=i-ab R-4F7K BBA4", ["Zohra"])) == []
