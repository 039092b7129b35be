"""What is trained on, as the heads see it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from bot.understanding.features import Floats
from bot.understanding.phrases import Phrase

examples = pytest.importorskip("bot.understanding.examples", reason="training needs scikit-learn and scipy")

GIVEN = [
    Phrase("quels horaires", "hours", "fr", "phrases"),
    Phrase("combien ça coûte", "cost", "fr", "phrases"),
    Phrase("rendezvous svp", "appointment", "fr", "phrases"),
    Phrase("rendezvous svp", "appointment", "ar", "latin"),
    Phrase("wakha rendezvous", "appointment", "ar", "latin"),
]
TAUGHT = [Phrase("c'est payant", "cost", "fr", "taught")]


def embedder(texts: Sequence[str]) -> Floats:
    return np.array([[len(text), 1] for text in texts], dtype=np.float32)


def test_what_was_taught_stands_behind_what_was_given_and_embeddings_come_back() -> None:
    made = examples.Examples.of(GIVEN, 2, TAUGHT, embedder)
    assert (made.written, made.not_taught, len(made.topics)) == (2, 5, 6)
    assert made.topics[-1] == "cost"
    lengths = np.asarray(made.words.multiply(made.words).sum(axis=1)).ravel()
    assert np.all((lengths < 1.001) & ((lengths > 0.999) | (lengths == 0))), "each row as long as any other"
    assert np.allclose(made.embeddings, embedder([one.text for one in [*GIVEN, *TAUGHT]]), atol=1e-4)


def test_borrowed_words_alone_tell_no_arabic() -> None:
    made = examples.Examples.of(GIVEN, 2, TAUGHT, embedder)
    assert made.tell_language.tolist() == [True, True, True, False, True, True]
