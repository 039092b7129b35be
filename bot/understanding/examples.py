"""What is trained on: written phrases and made ones, as the heads see them. Training only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bot.understanding.embedding import Embedder
from bot.understanding.features import BUCKETS, Floats, features
from bot.understanding.fitting import Labels
from bot.understanding.normalise import plain
from bot.understanding.phrases import Phrase

MEANING_SCALE = 5.0
BATCH = 64


@dataclass(frozen=True)
class Examples:
    """Rows in this order: the phrases of the files, made questions, what the team has taught."""

    topics: Labels
    languages: Labels
    tell_language: NDArray[np.bool_]
    """All but Arabic in Latin letters that holds no word of its own ("rendez-vous svp")."""
    words: sparse.csr_matrix
    rarity: Floats
    meaning: Floats
    """Embeddings around their middle."""
    middle: Floats
    written: int
    """How many are phrases of the files: only these are measured, so that two trainings can be compared."""
    not_taught: int
    """How many are phrases of the files or made of them."""

    @classmethod
    def of(cls, given: Sequence[Phrase], written: int, taught: Sequence[Phrase], embedder: Embedder) -> Examples:
        """`given`: the phrases of the files, which are so many as `written` says, and those made of them."""
        phrases = [*given, *taught]
        counts = _counts(phrases)
        seen = np.asarray((counts > 0).sum(axis=0)).ravel()
        rarity = np.where(seen > 1, np.log((1 + len(phrases)) / (1 + seen)) + 1, 0).astype(np.float16)
        embeddings = _embeddings(phrases, embedder)
        middle = embeddings.mean(axis=0)
        return cls(
            topics=np.array([phrase.topic for phrase in phrases]),
            languages=np.array([phrase.language for phrase in phrases]),
            tell_language=_tell_language(phrases),
            words=_unit(counts @ sparse.diags(rarity.astype(np.float32))),
            rarity=rarity.astype(np.float32),
            meaning=(embeddings - middle) * MEANING_SCALE,
            middle=middle,
            written=written,
            not_taught=len(given),
        )

    @property
    def embeddings(self) -> Floats:
        return self.meaning / MEANING_SCALE + self.middle


def _tell_language(phrases: Sequence[Phrase]) -> NDArray[np.bool_]:
    words = [set(re.findall(r"\w+", plain(phrase.text))) for phrase in phrases]
    languages = ((phrase.language, found) for phrase, found in zip(phrases, words, strict=True))
    others = set().union(*(found for language, found in languages if language != "ar"))
    return np.array(
        [phrase.language != "ar" or not found <= others for phrase, found in zip(phrases, words, strict=True)]
    )


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
