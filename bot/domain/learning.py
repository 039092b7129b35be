"""How the team teaches the bot: what people agree to, what becomes of a question, and of a lesson."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

LONGEST_LESSON = timedelta(minutes=45)
"""A lesson that began earlier was cut off."""
THROWN_AWAY_KEPT = timedelta(days=1)
"""For undo."""
LESSON_EVERY = timedelta(hours=20)
LESSON_HOURS = range(2, 6)
"""At night, by the desk's clock, the bot learns by itself."""
OFF_TOPIC = "none"


class Consent(StrEnum):
    ASKED = "asked"
    """Nobody is asked twice."""
    YES = "yes"
    NO = "no"


class QuestionState(StrEnum):
    WAITING = "waiting"
    """In the inbox."""
    FILED = "filed"
    """Under a topic, for the next lesson."""
    THROWN_AWAY = "thrown away"
    TAUGHT = "taught"
    """Part of a lesson; it belongs to nobody any more."""
    SET_ASIDE = "set aside"
    """Its lesson was refused or undone."""


class LessonState(StrEnum):
    WANTED = "wanted"
    UNDER_WAY = "under way"
    ADOPTED = "adopted"
    REFUSED = "refused"
    """A gate fell."""
    FAILED = "failed"
    UNDONE = "undone"
