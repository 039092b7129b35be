"""The buttons about help requests: one's own, the board, the conversation, coordination."""

from __future__ import annotations

from typing import Literal

from bot.domain.requests import RequestState
from bot.views.taps import Tap


class ShowOwnRequests(Tap, name="ask"):
    pass


class ShowRequest(Tap, name="ask.one"):
    request_id: int


class CancelRequest(Tap, name="ask.cancel"):
    request_id: int
    sure: bool = False


class WriteToOther(Tap, name="talk", forms=("talk",)):
    """What they send from then on goes to the other."""

    request_id: int


class PauseTalk(Tap, name="talk.pause", forms=("talk",)):
    request_id: int


class EndTalk(Tap, name="talk.end", forms=("talk",)):
    request_id: int


class ShowBoard(Tap, name="board"):
    page: int = 0
    by: Literal["f", "t", "a", "l"] | None = None
    """Only what fits the volunteer, or what is about a topic, in an area, in a language."""
    value: str | None = None


class ChooseFilter(Tap, name="board.by"):
    pass


class ShowOpenRequest(Tap, name="board.one"):
    request_id: int


class ClaimRequest(Tap, name="board.claim"):
    request_id: int


class ShowClaims(Tap, name="claims"):
    pass


class ShowWaiting(Tap, name="desk"):
    state: RequestState | None = None


class CoordinateRequest(Tap, name="desk.one"):
    """A request as coordinators see it."""

    request_id: int


class ApproveRequest(Tap, name="desk.approve"):
    request_id: int


class AssignReferent(Tap, name="desk.assign"):
    request_id: int
    referent_id: int | None = None
    """0: nobody; without: whom?"""


class CoordinatorViewsPrivatePart(Tap, name="desk.look"):
    request_id: int


class ShowAuditLog(Tap, name="desk.audit"):
    request_id: int
