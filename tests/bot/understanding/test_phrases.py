"""The phrases that the model is trained on."""

from __future__ import annotations

from collections import Counter

from bot.understanding.phrases import OFF_TOPIC, Phrase, about_places


def test_enough_phrases_of_each_topic_and_writing(phrases: list[Phrase]) -> None:
    counts = Counter((phrase.language, phrase.writing, phrase.topic) for phrase in phrases)
    for topic in {phrase.topic for phrase in phrases}:
        for language in ("fr", "nl", "ar", "ro"):
            assert counts[language, "phrases", topic] >= 40
        for writing in ("darija", "latin"):
            assert counts["ar", writing, topic] >= 25


def test_made_questions_are_about_other_places_and_about_ours(phrases: list[Phrase]) -> None:
    made = about_places(phrases)
    assert made == about_places(phrases)
    assert any("poste" in phrase.text and phrase.topic == OFF_TOPIC for phrase in made)
    assert any("permanence" in phrase.text and phrase.topic == "hours" for phrase in made)
