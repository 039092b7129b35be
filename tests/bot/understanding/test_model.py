from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.understanding import model as models
from bot.understanding.model import Model
from bot.understanding.phrases import Phrase, fingerprint


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
