"""Where answering begins: thresholds from the probabilities that a model gives to what it has not seen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.understanding.features import Floats
from bot.understanding.model import Thresholds
from bot.understanding.phrases import OFF_TOPIC

Labels = NDArray[np.str_]

# Shares that may go wrong among examples that the model has not seen; people are less alike, so these are half
# of what is wanted in the end.
ANSWERED_WRONG = 0.02
OFF_TOPIC_ANSWERED = 0.045
NOT_HOURS_ANSWERED_AS_HOURS = 0.0005
IN_SCOPE_SENT_TO_MENU = 0.01
FALSE_ALARMS = 0.02


def fit_thresholds(topics: Labels, labels: list[str], chances: Floats) -> Thresholds:
    """`chances`: examples × labels."""
    names = np.array(labels)
    best = chances.argmax(axis=1)
    first, highest = names[best], chances.max(axis=1)
    inside = topics != OFF_TOPIC
    answered = first != OFF_TOPIC
    wrong = answered & (first != topics)
    answer = max(
        _lowest(highest[wrong & inside], int(ANSWERED_WRONG * inside.sum())),
        _lowest(highest[wrong & ~inside], int(OFF_TOPIC_ANSWERED * (~inside).sum())),
    )
    not_hours = (first == "hours") & (topics != "hours")
    off = chances[:, labels.index(OFF_TOPIC)]
    alarm = chances[:, labels.index("emergency")]
    return Thresholds(
        answer=answer,
        hours=max(answer, _lowest(highest[not_hours], int(NOT_HOURS_ANSWERED_AS_HOURS * len(topics)))),
        off_topic=_lowest(off[inside], int(IN_SCOPE_SENT_TO_MENU * inside.sum())),
        emergency=_lowest(alarm[topics != "emergency"], int(FALSE_ALARMS * len(topics))),
    )


def _lowest(chances: Floats, allowed: int) -> float:
    """The lowest threshold above which at most so many of these remain."""
    if len(chances) <= allowed:
        return 0.0
    return float(np.sort(chances)[::-1][allowed]) + 1e-4
