from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.understanding import model as models
from bot.understanding.embedding import load_embedder
from bot.understanding.model import Model
from bot.understanding.phrases import OFF_TOPIC, Phrase, about_places, fingerprint, read_phrases


@pytest.fixture(scope="module")
def model() -> Model:
    return models.load()


@pytest.fixture(scope="module")
def phrases() -> list[Phrase]:
    return read_phrases()


def test_the_model_is_in_step_with_the_phrases(model: Model) -> None:
    assert model.fingerprint == fingerprint(), "train it again: python -m bot.understanding.train"


def test_it_knows_the_topics_and_languages_of_the_phrases(model: Model, phrases: list[Phrase]) -> None:
    assert set(model.topics.labels) == {phrase.topic for phrase in phrases}
    assert set(model.languages.labels) == {phrase.language for phrase in phrases}


def test_it_is_small() -> None:
    assert models.FILE.stat().st_size < 5_000_000


def test_saved_and_loaded(model: Model, tmp_path: Path) -> None:
    models.save(model, tmp_path / "again.npz")
    again = models.load(tmp_path / "again.npz")
    embedding = np.full(len(model.meaning.weights), 0.05, dtype=np.float32)
    assert np.allclose(
        again.topic_chances("c ouvert demain", embedding), model.topic_chances("c ouvert demain", embedding), atol=1e-3
    )
    assert (again.by_words, again.both_figures, again.other_places) == (
        model.by_words, model.both_figures, model.other_places
    )  # fmt: skip


def test_chances_are_one_together(model: Model) -> None:
    for text in ("", "x", "quels sont vos horaires", "1234"):
        assert model.topic_chances(text, None).sum() == pytest.approx(1, abs=1e-4)


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


def test_a_gate_falls_when_known_phrases_are_answered_wrong(model: Model) -> None:
    from bot.understanding.train import known_gone_wrong

    embed = load_embedder()
    if embed is None:
        pytest.skip("needs the embeddings")
    text = "quels sont vos horaires d'ouverture"
    given = [Phrase(text, topic, "fr", "phrases") for topic in ("none", "hours")]
    careful = replace(model, by_both=replace(model.by_both, hours=1.1, answer=1.1))
    bold = replace(model, by_both=replace(model.by_both, hours=0.0, answer=0.0))
    fallen = known_gone_wrong(careful, bold, given, embed([text, text]))
    assert fallen == ["known questions answered with hours: 0 → 1", "known questions answered wrong: 0 → 1"]
    assert known_gone_wrong(bold, bold, given, embed([text, text])) == []


def test_a_gate_falls_when_answers_get_worse(model: Model) -> None:
    from bot.understanding.train import gates_that_fall

    better = replace(model.words_figures, answered_right=model.words_figures.answered_right + 0.1)
    worse = replace(model.both_figures, wrong_hours=model.both_figures.wrong_hours + 0.02)
    assert gates_that_fall(model, model) == []
    assert gates_that_fall(model, replace(model, words_figures=better)) == []
    assert len(gates_that_fall(model, replace(model, both_figures=worse))) == 1
