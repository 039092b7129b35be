"""The board: what nobody has taken on yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.usecases.actor import Actor
from db.models.requests import HelpRequest
from db.queries.requests import board
from db.queries.requests.board import EVERYTHING, Filter
from db.queries.team import members as team

ON_A_PAGE = 5


@dataclass(frozen=True)
class Page:
    requests: Sequence[HelpRequest]
    number: int
    """From 0 on."""
    pages: int
    count: int
    """Of all open requests that the filter lets through."""


@dataclass(frozen=True)
class Anybody:
    """Who has said nothing of themselves."""

    languages: list[str] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)


class Board:
    """For volunteers: NotAllowed for residents."""

    def __init__(self, actor: Actor) -> None:
        actor.as_volunteer()
        self._actor = actor

    async def page(self, number: int = 0, wanted: Filter = EVERYTHING) -> Page:
        """What fits this volunteer best comes first. A page that is no longer there is the last one."""
        offered = await team.volunteer(self._actor.session, self._actor.person_id) or Anybody()
        number = max(number, 0)
        shown, count = await board.page(self._actor.session, offered, wanted, ON_A_PAGE, number * ON_A_PAGE)
        pages = max(-(-count // ON_A_PAGE), 1)
        return await self.page(pages - 1, wanted) if number >= pages else Page(shown, number, pages, count)
