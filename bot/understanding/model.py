"""The trained model: linear scores over pieces of words and, where there is one, over the sentence's embedding."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.understanding.features import Floats, features

FILE = Path(__file__).parent / "model.npz"
WORDS_COUNT = 0.7
"""How much the words weigh beside the embedding: measured on messages that were not trained on."""


@dataclass(frozen=True)
class WordHead:
    """A probability for each label from the pieces of words. Weights in 8 bits, a scale for each label."""

    labels: tuple[str, ...]
    weights: NDArray[np.int8]
    """Buckets × labels."""
    scales: Floats
    biases: Floats

    def probabilities(self, rarity: Floats, text: str) -> Floats:
        """Together 1; `text` as `normalise.plain` leaves it."""
        buckets, values = features(text)
        values = values * rarity[buckets]
        values = values / (float(np.linalg.norm(values)) or 1.0)
        scores = values @ self.weights[buckets].astype(np.float32) * self.scales + self.biases
        chances = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        return np.asarray(chances / chances.sum(), dtype=np.float32)


@dataclass(frozen=True)
class MeaningHead:
    """A probability for each of the topics' labels from the embedding."""

    weights: Floats
    """Embedding × labels."""
    biases: Floats

    def probabilities(self, embedding: Floats) -> Floats:
        scores = embedding @ self.weights + self.biases
        chances = np.exp(scores - scores.max())
        return np.asarray(chances / chances.sum(), dtype=np.float32)


def together(words: Floats, meaning: Floats) -> Floats:
    """One probability from both, along the last axis."""
    logarithm = WORDS_COUNT * np.log(words + 1e-9) + (1 - WORDS_COUNT) * np.log(meaning + 1e-9)
    chances = np.exp(logarithm)
    return np.asarray(chances / chances.sum(axis=-1, keepdims=True), dtype=np.float32)


@dataclass(frozen=True)
class Thresholds:
    """From which probability on. Fitted by cross-validation at each training."""

    answer: float
    hours: float
    """For an answer about opening hours, where a mistake costs somebody a journey."""
    off_topic: float
    """From which the menu is all that is shown."""
    emergency: float


@dataclass(frozen=True)
class Figures:
    """Shares of the written phrases, by models that have not seen them: what a later training is compared with."""

    answered_right: float
    answered_wrong: float
    off_topic_answered: float
    wrong_hours: float
    """Hours given to a question about something else."""


@dataclass(frozen=True)
class Model:
    fingerprint: str
    """Of the phrases it was trained on."""
    rarity: Floats
    """Inverse document frequency of each bucket; 0 for what was seen once."""
    topics: WordHead
    meaning: MeaningHead
    languages: WordHead
    by_words: Thresholds
    """Without embeddings."""
    by_both: Thresholds
    words_figures: Figures
    both_figures: Figures
    other_places: tuple[str, ...]

    def topic_chances(self, text: str, embedding: Floats | None) -> Floats:
        """One for each of `topics.labels`; `text` as `normalise.plain` leaves it."""
        words = self.topics.probabilities(self.rarity, text)
        return words if embedding is None else together(words, self.meaning.probabilities(embedding))

    @cached_property
    def names_another_place(self) -> re.Pattern[str]:
        names = "|".join(map(re.escape, self.other_places)) or r"(?!)"
        return re.compile(rf"(?<!\w)(?:ال|لل|ل|l|l'|d')?(?:{names})(?!\w)")


_ARRAYS = {"topics": ("weights", "scales", "biases"), "languages": ("weights", "scales", "biases")}


def save(model: Model, file: Path) -> None:
    arrays = {f"{head}_{name}": getattr(getattr(model, head), name) for head in _ARRAYS for name in _ARRAYS[head]}
    about = {
        "fingerprint": model.fingerprint,
        "topics": model.topics.labels,
        "languages": model.languages.labels,
        **{name: asdict(getattr(model, name)) for name in ("by_words", "by_both", "words_figures", "both_figures")},
        "other_places": model.other_places,
    }
    packed = BytesIO()
    np.savez_compressed(
        packed,
        rarity=model.rarity.astype(np.float16),
        meaning_weights=model.meaning.weights.astype(np.float16),
        meaning_biases=model.meaning.biases,
        about=np.array(json.dumps(about)),
        **arrays,
    )
    file.write_bytes(packed.getvalue())


def load(file: Path = FILE) -> Model:
    """OSError if it cannot be read."""
    with np.load(file, allow_pickle=False) as stored:
        about = json.loads(str(stored["about"]))
        heads = {
            head: WordHead(tuple(about[head]), *(stored[f"{head}_{name}"] for name in names))
            for head, names in _ARRAYS.items()
        }
        return Model(
            fingerprint=about["fingerprint"],
            rarity=stored["rarity"].astype(np.float32),
            topics=heads["topics"],
            meaning=MeaningHead(stored["meaning_weights"].astype(np.float32), stored["meaning_biases"]),
            languages=heads["languages"],
            by_words=Thresholds(**about["by_words"]),
            by_both=Thresholds(**about["by_both"]),
            words_figures=Figures(**about["words_figures"]),
            both_figures=Figures(**about["both_figures"]),
            other_places=tuple(about["other_places"]),
        )
