"""The heads serve as they were fitted, in fewer bits."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from bot.understanding.features import Floats
from bot.understanding.phrases import Phrase

heads = pytest.importorskip("bot.understanding.heads", reason="training needs scikit-learn")
TEXTS = {"hours": ("horaires ouverture", "ouvert quand"), "cost": ("prix payant", "combien payer"), "none": ("météo",)}
GIVEN = [Phrase(text, topic, "fr", "phrases") for topic, texts in TEXTS.items() for text in texts * 2]


def embedder(texts: Sequence[str]) -> Floats:
    return np.array([[text.count("o"), text.count("p"), text.count("é")] for text in texts], dtype=np.float32)


def test_as_small_as_they_are_they_say_what_was_fitted() -> None:
    from bot.understanding.examples import Examples

    made = Examples.of(GIVEN, len(GIVEN), [], embedder)
    rows = np.arange(len(GIVEN))
    fitted = heads.fit_words(made, made.topics, rows)
    small = heads.word_head(fitted)
    assert small.labels == ("cost", "hours", "none")
    assert small.weights.dtype == np.int8
    logits = made.words @ (small.weights * small.scales) + small.biases
    assert [small.labels[at] for at in logits.argmax(axis=1)] == made.topics.tolist()
    meant = heads.fit_meaning(made, rows)
    served = heads.meaning_head(meant, made.middle)
    scores = made.embeddings @ served.weights + served.biases
    assert np.allclose(scores, meant.decision_function(made.meaning), atol=1e-3)
