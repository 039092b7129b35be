"""Where answering begins, and how good it is there: from probabilities for examples that were not trained on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.understanding.features import Floats
from bot.understanding.model import Figures, Thresholds
from bot.understanding.phrases import OFF_TOPIC

Labels = NDArray[np.str_]

# Shares that may go wrong among examples that were not trained on.
ANSWERED_WRONG = 0.02
OFF_TOPIC_ANSWERED = 0.045
NOT_HOURS_ANSWERED_AS_HOURS = 0.0005
IN_SCOPE_SENT_TO_MENU = 0.005
FALSE_ALARMS = 0.045


def fit_thresholds(topics: Labels, labels: list[str], chances: Floats) -> Thresholds:
    """`chances`: examples × labels."""
    first, highest = _first(labels, chances)
    inside = topics != OFF_TOPIC
    wrong = (first != OFF_TOPIC) & (first != topics)
    answer = max(
        _lowest(highest[wrong & inside], ANSWERED_WRONG * inside.sum()),
        _lowest(highest[wrong & ~inside], OFF_TOPIC_ANSWERED * (~inside).sum()),
    )
    hours = _lowest(highest[(first == "hours") & (topics != "hours")], NOT_HOURS_ANSWERED_AS_HOURS * len(topics))
    off = chances[:, labels.index(OFF_TOPIC)]
    alarm = chances[:, labels.index("emergency")]
    return Thresholds(
        answer=answer,
        hours=max(answer, hours),
        off_topic=_lowest(off[inside], IN_SCOPE_SENT_TO_MENU * inside.sum()),
        emergency=_lowest(alarm[topics != "emergency"], FALSE_ALARMS * len(topics)),
    )


def figures(topics: Labels, labels: list[str], chances: Floats, thresholds: Thresholds) -> Figures:
    """Shares of the examples in scope, of those off-topic, and of all."""
    first, highest = _first(labels, chances)
    inside, right = topics != OFF_TOPIC, first == topics
    answered = (first != OFF_TOPIC) & (highest >= np.where(first == "hours", thresholds.hours, thresholds.answer))
    return Figures(
        answered_right=_share((answered & right)[inside]),
        answered_wrong=_share((answered & ~right)[inside]),
        off_topic_answered=_share(answered[~inside]),
        wrong_hours=_share(answered & ~right & (first == "hours")),
    )


def _first(labels: list[str], chances: Floats) -> tuple[Labels, Floats]:
    return np.array(labels)[chances.argmax(axis=1)], chances.max(axis=1)


def _share(held: NDArray[np.bool_]) -> float:
    return round(float(held.mean()), 4)


def _lowest(chances: Floats, allowed: float) -> float:
    """The lowest threshold above which at most so many of these remain."""
    if len(chances) <= allowed:
        return 0.0
    return round(float(np.sort(chances)[::-1][int(allowed)]) + 1e-4, 4)
