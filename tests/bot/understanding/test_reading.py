from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.understanding import SETS, read_set
from bot.understanding import model as models
from bot.understanding.normalise import CAP
from bot.understanding.reading import Understanding

TODAY = date(2026, 11, 21)
SERVICES = ["administrative", "housing", "urgent_medical_card", "psychosocial", "community_space"]
ANY_CHARACTER = st.characters()  # lone surrogates and control characters too


@pytest.fixture(scope="module")
def by_words() -> Understanding:
    return Understanding(models.load(), SERVICES, None, "fr")


@pytest.fixture(scope="module")
def by_both() -> Understanding:
    return Understanding.load(SERVICES, "fr")


@given(st.text(ANY_CHARACTER, max_size=400), st.sampled_from([None, "fr", "nl", "ar", "ro", "en", "xx"]))
def test_no_text_is_too_much_for_words(by_words: Understanding, text: str, language: str | None) -> None:
    reading = by_words.read(text, TODAY, language)
    assert (reading.topic == "none") == (reading.tier != "answer")
    assert len(reading.choices) <= 3
    assert "none" not in reading.choices


@settings(max_examples=30)
@given(st.text(ANY_CHARACTER, max_size=400))
def test_no_text_is_too_much_for_embeddings(by_both: Understanding, text: str) -> None:
    assert 0 <= by_both.read(text, TODAY).confidence <= 1


@pytest.mark.parametrize("character", ["a", "é", "م", "🆘", "\ud800", "\u202e", "\x00", "ﷺ", "1", " "])
def test_ten_thousand_characters(by_both: Understanding, character: str) -> None:
    reading = by_both.read(character * 10_000, TODAY)
    assert reading.capped
    assert by_both.read(character * CAP, TODAY).capped is False


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("vous êtes ouverts demain ?", "hours"),
        ("Wat is jullie adres?", "location"),
        ("am nevoie de o programare?", "appointment"),
        ("ما هو عنوانكم؟", "location"),
        ("chokran bezaf", "thanks"),
    ],
)
def test_a_plain_question_finds_its_topic_without_embeddings(by_words: Understanding, text: str, topic: str) -> None:
    reading = by_words.read(text, TODAY)
    assert topic in (reading.topic, *reading.choices)


@pytest.mark.parametrize(
    "text",
    [
        "quels sont les horaires de la poste", "la pharmacie est ouverte demain ?", "wanneer is de Colruyt open",
        "la ce ora se deschide primaria", "متى تفتح الصيدلية", "fou9ach kat7el lposta",
    ],
)  # fmt: skip
@pytest.mark.parametrize("which", ["by_words", "by_both"])
def test_other_places_do_not_get_our_hours(request: pytest.FixtureRequest, which: str, text: str) -> None:
    understanding: Understanding = request.getfixturevalue(which)
    assert understanding.read(text, TODAY).tier != "answer"


def test_a_service_that_the_desk_lacks_is_a_question_about_what_it_does() -> None:
    without = Understanding(models.load(), [], None, "fr")
    for message in ("mon propriétaire veut m'expulser", "ik kan mijn huur niet betalen"):
        assert without.likeliest(message) == "services"


@pytest.mark.parametrize(
    ("text", "stored", "language"),
    [
        ("waar is het kantoor precies alsjeblieft", "fr", "nl"),
        ("وقتاش كتحلو", "fr", "ar"),
        ("wach kayn chi wa7d daba 3afak", "nl", "ar"),
        ("rendez-vous svp", None, "fr"),
        ("adresse 3afak", None, "ar"),
        ("adresse", None, "fr"),
        ("wakha", None, "ar"),
        ("ok", "ro", "ro"),
        ("112", "nl", "nl"),
        ("112", None, "fr"),
        ("", "ar", "ar"),
    ],
)
def test_language(by_words: Understanding, text: str, stored: str | None, language: str) -> None:
    assert by_words.read(text, TODAY, stored).language == language


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("وقتاش كتحلو", "hours"),
        ("fin kaynin", "location"),
        ("am primit o scrisoare de la primarie", "service.administrative"),
        ("slt c ouvert demain?", "hours"),
        ("is er iemand die gebarentaal kan", "sign_language"),
        ("Bonjour 😊😊 excusez-moi, juste une question : vous êtes ouverts lundi ???", "hours"),
        ("salam khouya labas? fin kaynin", "location"),
    ],
)
def test_what_residents_write_is_answered(by_both: Understanding, text: str, topic: str) -> None:
    reading = by_both.read(text, TODAY)
    assert (reading.tier, reading.topic) == ("answer", topic)


def test_dangers_are_noticed(by_words: Understanding) -> None:
    """Even without embeddings; the figures for each language are those of `python -m benchmarks.understanding`."""
    dangers = [message for message in read_set(SETS / "danger" / "dev") if message.topic == "emergency"]
    noticed = [by_words.read(message.text, TODAY).danger for message in dangers]
    assert len(noticed) > 190
    assert sum(noticed) >= 0.9 * len(noticed)


def test_danger_does_not_take_the_answer_away(by_words: Understanding) -> None:
    reading = by_words.read("il me frappe. vous êtes ouverts demain ?", TODAY)
    assert reading.danger
    assert reading.dates == (date(2026, 11, 22),)
