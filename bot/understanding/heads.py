"""Fits the model's heads with scikit-learn, and brings them into the form in which they serve. Training only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier

from bot.understanding.examples import MEANING_SCALE, Examples
from bot.understanding.features import Floats
from bot.understanding.fitting import Labels
from bot.understanding.model import MeaningHead, WordHead

WORDS_STRENGTH, MEANING_STRENGTH = 30.0, 5.0  # inverse of the regularisation
Rows = NDArray[np.int64]


def fit_words(examples: Examples, labels: Labels, rows: Rows) -> OneVsRestClassifier:
    one_label = LogisticRegression(C=WORDS_STRENGTH, solver="liblinear", dual=True, random_state=0, max_iter=2000)
    return OneVsRestClassifier(one_label).fit(examples.words[rows], labels[rows])


def fit_meaning(examples: Examples, rows: Rows) -> LogisticRegression:
    return LogisticRegression(C=MEANING_STRENGTH, max_iter=300).fit(examples.meaning[rows], examples.topics[rows])


def word_head(fitted: OneVsRestClassifier) -> WordHead:
    weights = np.vstack([one.coef_[0] for one in fitted.estimators_]).T
    scales = np.abs(weights).max(axis=0) / 127
    return WordHead(
        labels=tuple(map(str, fitted.classes_)),
        weights=np.round(weights / scales).astype(np.int8),
        scales=scales.astype(np.float32),
        biases=np.array([one.intercept_[0] for one in fitted.estimators_], dtype=np.float32),
    )


def meaning_head(fitted: LogisticRegression, middle: Floats) -> MeaningHead:
    weights = fitted.coef_.T * MEANING_SCALE
    return MeaningHead(weights.astype(np.float32), (fitted.intercept_ - middle @ weights).astype(np.float32))
