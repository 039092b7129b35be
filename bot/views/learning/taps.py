"""The buttons of what the bot did not understand: filing it, and whether it may be read."""

from __future__ import annotations

from bot.views.taps import Tap


class ShowInbox(Tap, name="inbox"):
    after: int = 0
    """The message that is left for later."""


class FileQuestion(Tap, name="inbox.file"):
    question_id: int
    topic: str


class ThrowAway(Tap, name="inbox.drop"):
    question_id: int


class UndoFiling(Tap, name="inbox.undo"):
    """Also of what was thrown away."""

    question_id: int


class ChooseTopic(Tap, name="inbox.topics"):
    question_id: int
    page: int = 0


class LearnNow(Tap, name="inbox.learn"):
    pass


class UndoLesson(Tap, name="inbox.unlearn"):
    lesson_id: int


class LookAgain(Tap, name="inbox.again"):
    """At what was set aside with a lesson."""

    lesson_id: int


class LearnFromMe(Tap, name="teach", separator="~"):
    """May the team read what the bot does not understand?"""

    agrees: bool | None = None
    """None shows what they said."""
    key: str = ""
    """Of the message about which they were asked."""
