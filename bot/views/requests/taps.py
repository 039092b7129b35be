"""The buttons about help requests: asking, the board, claims, coordination."""

from __future__ import annotations

from typing import Literal

from bot.domain.requests import State
from bot.views.taps import Tap


class ShowOwnRequests(Tap, name="ask"):
    pass


class ShowBoard(Tap, name="board"):
    page: int = 0
    by: Literal["f", "t", "a", "l"] | None = None
    """Only what fits the volunteer, or what is about a topic, in an area, in a language."""
    value: str | None = None


class ShowClaims(Tap, name="claims"):
    pass


class ShowWaiting(Tap, name="desk"):
    state: State | None = None
