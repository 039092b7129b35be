"""Trains the model: `python -m bot.understanding.train`. Needs scikit-learn, which serving does not."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.multiclass import OneVsRestClassifier

from bot.understanding.embedding import Embedder, load_embedder
from bot.understanding.features import BUCKETS, Floats, features
from bot.understanding.fitting import Labels, fit_thresholds
from bot.understanding.model import FILE, MeaningHead, Model, Thresholds, WordHead, save, together
from bot.understanding.normalise import plain
from bot.understanding.phrases import Phrase, about_places, fingerprint, other_places, read_phrases

WORDS_STRENGTH, MEANING_STRENGTH = 30.0, 5.0  # inverse of the regularisation
MEANING_SCALE = 5.0
FOLDS, SEEDS = 3, (1, 2)
BATCH = 64
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Examples:
    """What is trained on: written phrases and made ones, as the heads see them."""

    topics: Labels
    languages: Labels
    words: sparse.csr_matrix
    rarity: Floats
    meaning: Floats
    """Embeddings around their middle."""
    middle: Floats

    @classmethod
    def of(cls, written: Sequence[Phrase], embedder: Embedder) -> Examples:
        phrases = [*written, *about_places(written)]
        counts = _counts(phrases)
        seen = np.asarray((counts > 0).sum(axis=0)).ravel()
        rarity = np.where(seen > 1, np.log((1 + len(phrases)) / (1 + seen)) + 1, 0).astype(np.float16)
        embeddings = _embeddings(phrases, embedder)
        middle = embeddings.mean(axis=0)
        return cls(
            topics=np.array([phrase.topic for phrase in phrases]),
            languages=np.array([phrase.language for phrase in phrases]),
            words=_unit(counts @ sparse.diags(rarity.astype(np.float32))),
            rarity=rarity.astype(np.float32),
            meaning=(embeddings - middle) * MEANING_SCALE,
            middle=middle,
        )


def train(written: Sequence[Phrase], embedder: Embedder, of_files: str = "") -> Model:
    """A model with its thresholds; some minutes on one core. `of_files`: the fingerprint to note in it."""
    examples = Examples.of(written, embedder)
    everything = np.arange(len(examples.topics))
    by_words, by_both = _thresholds(examples)
    return Model(
        fingerprint=of_files,
        rarity=examples.rarity,
        topics=_word_head(_words(examples, examples.topics, everything)),
        meaning=_meaning_head(_meaning(examples, everything), examples.middle),
        languages=_word_head(_words(examples, examples.languages, everything)),
        by_words=by_words,
        by_both=by_both,
        other_places=tuple(other_places()),
    )


def _thresholds(examples: Examples) -> tuple[Thresholds, Thresholds]:
    """Without and with embeddings: the most careful of several seeds."""
    fitted: list[tuple[Thresholds, Thresholds]] = []
    for seed in SEEDS:
        labels = sorted(set(examples.topics.tolist()))
        words = np.zeros((len(examples.topics), len(labels)), dtype=np.float32)
        meaning = np.zeros_like(words)
        folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
        for seen, unseen in folds.split(examples.words, examples.topics):
            words[unseen] = _words(examples, examples.topics, seen).predict_proba(examples.words[unseen])
            meaning[unseen] = _meaning(examples, seen).predict_proba(examples.meaning[unseen])
        both = together(words, meaning)
        fitted.append((fit_thresholds(examples.topics, labels, words), fit_thresholds(examples.topics, labels, both)))
    return _most_careful([by_words for by_words, _ in fitted]), _most_careful([by_both for _, by_both in fitted])


def _most_careful(fitted: list[Thresholds]) -> Thresholds:
    def by(choose: Callable[[list[float]], float], name: str) -> float:
        return round(choose([getattr(one, name) for one in fitted]), 4)

    return Thresholds(by(max, "answer"), by(max, "hours"), by(max, "off_topic"), by(min, "emergency"))


def _words(examples: Examples, labels: Labels, rows: Rows) -> OneVsRestClassifier:
    one_label = LogisticRegression(C=WORDS_STRENGTH, solver="liblinear", dual=True, random_state=0, max_iter=2000)
    return OneVsRestClassifier(one_label).fit(examples.words[rows], labels[rows])


def _meaning(examples: Examples, rows: Rows) -> LogisticRegression:
    return LogisticRegression(C=MEANING_STRENGTH, max_iter=300).fit(examples.meaning[rows], examples.topics[rows])


def _word_head(fitted: OneVsRestClassifier) -> WordHead:
    weights = np.vstack([one.coef_[0] for one in fitted.estimators_]).T
    scales = np.abs(weights).max(axis=0) / 127
    return WordHead(
        labels=tuple(map(str, fitted.classes_)),
        weights=np.round(weights / scales).astype(np.int8),
        scales=scales.astype(np.float32),
        biases=np.array([one.intercept_[0] for one in fitted.estimators_], dtype=np.float32),
    )


def _meaning_head(fitted: LogisticRegression, middle: Floats) -> MeaningHead:
    weights = fitted.coef_.T * MEANING_SCALE
    return MeaningHead(weights.astype(np.float32), (fitted.intercept_ - middle @ weights).astype(np.float32))


def _counts(phrases: Sequence[Phrase]) -> sparse.csr_matrix:
    rows = [features(plain(phrase.text)) for phrase in phrases]
    ends = np.cumsum([0, *(len(buckets) for buckets, _ in rows)])
    buckets, weights = (np.concatenate(part) for part in zip(*rows, strict=True))
    return sparse.csr_matrix((weights, buckets, ends), shape=(len(rows), BUCKETS))


def _unit(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return (sparse.diags(1 / np.where(lengths, lengths, 1)) @ matrix).tocsr()


def _embeddings(phrases: Sequence[Phrase], embedder: Embedder) -> Floats:
    starts = range(0, len(phrases), BATCH)
    return np.concatenate([embedder([phrase.text for phrase in phrases[at : at + BATCH]]) for at in starts])


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.understanding.train", description="train on the phrase files")
    parser.add_argument("--to", type=Path, default=FILE, help="the file to write")
    asked = parser.parse_args()
    embedder = load_embedder()
    if embedder is None:
        print("training needs the embeddings", file=sys.stderr)  # noqa: T201 a command
        return 1
    save(train(read_phrases(), embedder, fingerprint()), asked.to)
    return 0


if __name__ == "__main__":
    sys.exit(main())
