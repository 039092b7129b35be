"""Where answering begins, and how good it is there."""

from __future__ import annotations

import numpy as np

from bot.understanding.fitting import figures, fit_thresholds
from bot.understanding.model import Thresholds

LABELS = ["cost", "emergency", "hours", "none"]
TOPICS = np.array(["cost"] * 3 + ["none"] * 2)
CHANCES = np.array(
    [[0.9, 0, 0.05, 0.05], [0.7, 0, 0.2, 0.1], [0.1, 0, 0.8, 0.1], [0.6, 0, 0.1, 0.3], [0.1, 0, 0.1, 0.8]],
    dtype=np.float32,
)


def test_answering_begins_above_what_went_wrong() -> None:
    fitted = fit_thresholds(TOPICS, LABELS, CHANCES)
    assert 0.8 < fitted.answer < 0.81, "a question about the cost was answered with the hours"
    assert fitted.hours >= fitted.answer
    found = figures(TOPICS, LABELS, CHANCES, fitted)
    assert (found.answered_wrong, found.off_topic_answered, found.wrong_hours) == (0, 0, 0)
    assert found.answered_right == round(1 / 3, 4)


def test_without_a_threshold_everything_is_answered_right_and_wrong() -> None:
    found = figures(TOPICS, LABELS, CHANCES, Thresholds(0, 0, 0, 0))
    assert (found.answered_right, found.answered_wrong) == (0.6667, 0.3333)
    assert (found.off_topic_answered, found.wrong_hours) == (0.5, 0.2)
