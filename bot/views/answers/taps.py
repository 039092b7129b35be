"""The buttons under an answer to free text."""

from __future__ import annotations

from bot.views.taps import Tap


class ShowAnswer(Tap, name="about", separator="~"):
    topic: str
    key: str = ""
    """Of the message that is answered."""


class NotMeant(Tap, name="meant", separator="~"):
    """The answer is to another question than theirs."""

    topics: tuple[str, ...]
    """The next likeliest."""
    key: str = ""
