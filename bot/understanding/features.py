"""What the model looks at: pieces of words and words, hashed, so that no vocabulary has to be stored."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]

VERSION = 1
"""Counts up whenever the same text would give other features: the model has to be trained again."""
BUCKETS = 1 << 16
PIECES = range(2, 6)  # lengths of the pieces of words, in characters

_WORDS = re.compile(r"\w+|[^\w\s]")


def features(text: str) -> tuple[Integers, Floats]:
    """Buckets in ascending order and their weights, before how rare each is; `text` as `normalise.plain` leaves it."""
    counts = Counter(crc32(piece.encode()) % BUCKETS for piece in _pieces(_WORDS.findall(text)))
    buckets = np.array(sorted(counts), dtype=np.int32)
    weights = np.array([counts[bucket] for bucket in buckets.tolist()], dtype=np.float32)
    return buckets, 1 + np.log(weights)


def _pieces(words: list[str]) -> Iterator[str]:
    for word in words:
        yield f"={word}"
        padded = f" {word} "
        for length in PIECES:
            for start in range(len(padded) - length + 1):
                yield padded[start : start + length]
    for first, second in pairwise(words):
        yield f"={first} {second}"
