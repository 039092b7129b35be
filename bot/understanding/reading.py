"""What a message asks: topic, days, language, and whether somebody may be in danger."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import numpy as np

from bot.understanding import model as models
from bot.understanding.days import dates
from bot.understanding.embedding import Embedder, load_embedder
from bot.understanding.emergency import words_of_danger
from bot.understanding.model import Model, Thresholds
from bot.understanding.normalise import capped, plain, without_greeting
from bot.understanding.phrases import OFF_TOPIC

log = logging.getLogger(__name__)

SHOWN = 3  # "Did you mean" buttons
STORED_LANGUAGE_COUNTS = 4.0  # times as likely as any other
SURE_OF_LANGUAGE = 0.8
SURE_OF_ONE_WORD = 0.95
"""Arabic in Latin letters borrows much: "adresse" alone is more likely French."""
ENOUGH_LETTERS = 6
"""Fewer ("ok", "merci") say nothing against the language that somebody chose."""
# Answers that would be wrong for another place: whoever names one is asked what they mean.
OF_THE_DESK = {"hours", "appointment", "cost", "documents", "contact"}
CIVILITIES = {"greeting", "thanks"}
"""Nobody is helped by these as a second guess."""
_ARABIC, _LATIN = re.compile("[\u0620-\u064a\u066e-\u06d3]"), re.compile("[a-z]")


@dataclass(frozen=True)
class Reading:
    topic: str
    """The topic to answer, "service.<id>" for a service; "none" unless the tier is "answer"."""
    tier: Literal["answer", "choices", "menu"]
    choices: tuple[str, ...]
    """The likeliest topics: the "Did you mean" buttons; behind an answer the two runners-up; none with the menu."""
    confidence: float
    """Probability of the likeliest topic."""
    dates: tuple[date, ...]
    language: str
    """The one it is written in, if sure; else the stored one."""
    language_confidence: float
    danger: bool
    """Show the emergency numbers first, and then what the tier says."""
    capped: bool
    """Only the beginning was read."""

    def offers_language(self, chosen: str | None) -> bool:
        """Whether somebody who chose a language surely writes another one."""
        return chosen is not None and self.language != chosen


class Understanding:
    """Reads messages for one desk. Immutable; a few milliseconds of one core a message, 15 more for the embedding."""

    def __init__(self, model: Model, services: Collection[str], embedder: Embedder | None, default: str) -> None:
        """`services`: ids of those the desk has; `default`: the language of who has none and writes too little."""
        self._model = model
        self._embedder = embedder
        self._default = default
        self._thresholds = model.by_both if embedder else model.by_words
        own = {f"service.{id}" for id in services}
        # A question about a service that this desk does not have is one about what it does.
        self._topics = [
            "services" if label.startswith("service.") and label not in own else label for label in model.topics.labels
        ]

    @classmethod
    def load(cls, services: Collection[str] = (), default: str = "fr", file: Path = models.FILE) -> Understanding:
        """The trained model, with embeddings where the package for them is installed and runs here."""
        return cls(models.load(file), services, load_embedder(), default)

    def at_desk(self, services: Collection[str], default: str) -> Understanding:
        """The same, for a desk with these services."""
        return Understanding(self._model, services, self._embedder, default)

    def with_model(self, model: Model) -> Understanding:
        """The same with another model, before `at_desk`."""
        return Understanding(model, (), self._embedder, self._default)

    @property
    def fingerprint(self) -> str:
        """Of the phrases that the model was trained on."""
        return self._model.fingerprint

    def read(self, text: str, today: date, language: str | None = None) -> Reading:
        """`today` at the desk; `language` is the one chosen by who writes. Never raises, whatever the text."""
        part, was_capped = capped(text)
        words = plain(part)
        spoken, sure = self._language(words, language)
        ranked = self._ranked(words) if words else [(OFF_TOPIC, 1.0)]
        danger = words_of_danger(part) or dict(ranked).get("emergency", 0.0) >= self._thresholds.emergency
        tier, choices = self._tier(ranked, words)
        return Reading(
            topic=ranked[0][0] if tier == "answer" else OFF_TOPIC,
            tier=tier,
            choices=choices,
            confidence=round(ranked[0][1], 3),
            dates=tuple(dates(part, today)),
            language=spoken,
            language_confidence=sure,
            danger=danger,
            capped=was_capped,
        )

    def likeliest(self, text: str) -> str:
        """The topic with the highest probability, sure or not."""
        return self._ranked(plain(capped(text)[0]))[0][0]

    def guesses(self, text: str) -> list[str]:
        """The topics that a message may be about, the likeliest first."""
        ranked = self._ranked(plain(capped(text)[0]))
        return [topic for topic, _ in ranked if topic != OFF_TOPIC and topic not in CIVILITIES]

    def _ranked(self, words: str) -> list[tuple[str, float]]:
        asked = without_greeting(words)
        embedding = self._embedder([asked])[0] if self._embedder else None
        chances: dict[str, float] = {}
        for topic, chance in zip(self._topics, self._model.topic_chances(asked, embedding).tolist(), strict=True):
            chances[topic] = chances.get(topic, 0.0) + chance
        return sorted(chances.items(), key=lambda item: -item[1])

    def _tier(
        self, ranked: list[tuple[str, float]], words: str
    ) -> tuple[Literal["answer", "choices", "menu"], tuple[str, ...]]:
        topic, chance = ranked[0]
        topics = [
            name for at, (name, _) in enumerate(ranked) if name != OFF_TOPIC and (at == 0 or name not in CIVILITIES)
        ]
        if topic == OFF_TOPIC and chance >= self._thresholds.off_topic:
            return "menu", ()
        if topic != OFF_TOPIC and chance >= _needed(self._thresholds, topic) and not self._elsewhere(topic, words):
            return "answer", tuple(topics[1:SHOWN])
        return "choices", tuple(topics[:SHOWN])

    def _elsewhere(self, topic: str, words: str) -> bool:
        return topic in OF_THE_DESK and self._model.names_another_place.search(words) is not None

    def _language(self, words: str, stored: str | None) -> tuple[str, float]:
        """Script decides for Arabic; Arabic in Latin letters has a style of its own that the model knows."""
        arabic, latin = len(_ARABIC.findall(words)), len(_LATIN.findall(words))
        if arabic > latin:
            return "ar", 1.0
        if latin == 0 or (stored and latin < ENOUGH_LETTERS):
            return stored or self._default, 0.0
        head = self._model.languages
        chances = head.probabilities(self._model.rarity, words)
        if stored in head.labels:
            chances = chances * np.where(np.array(head.labels) == stored, STORED_LANGUAGE_COUNTS, 1.0)
        arabic_too = head.labels.index("ar")
        if stored != "ar" and " " not in words and chances[arabic_too] < SURE_OF_ONE_WORD * chances.sum():
            chances[arabic_too] = 0
        best = int(chances.argmax())
        sure = round(float(chances[best] / chances.sum()), 3)
        if sure < SURE_OF_LANGUAGE and stored:
            return stored, 1 - sure
        return head.labels[best], sure


def _needed(thresholds: Thresholds, topic: str) -> float:
    return thresholds.hours if topic == "hours" else thresholds.answer
