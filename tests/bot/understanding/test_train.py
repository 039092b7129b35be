"""A model that answers worse than the one before it is not adopted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.understanding.embedding import load_embedder
from bot.understanding.model import Model
from bot.understanding.phrases import Phrase


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
