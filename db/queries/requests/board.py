"""The board: open requests, for one volunteer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Integer,
    String,
    TextClause,
    case,
    cast,
    false,
    func,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from bot.domain.requests import AREA, DAYS, FITS, LANGUAGE, TOPIC, Offered, Urgency
from db.models.requests import IS_ON_BOARD, HelpRequest


async def still_there(session: AsyncSession, request_ids: Collection[int]) -> set[int]:
    """Which of these somebody can still take."""
    found = select(HelpRequest.id).where(HelpRequest.id.in_(request_ids), IS_ON_BOARD)
    return set(await session.scalars(found))


@dataclass(frozen=True)
class Filter:
    """What the volunteer wants to see only; None does not narrow."""

    topic: str | None = None
    area: str | None = None
    language: str | None = None
    fitting: bool = False
    """Only what nothing of their profile stands against."""


EVERYTHING = Filter()


async def page(
    session: AsyncSession, offered: Offered, wanted: Filter, limit: int, offset: int
) -> tuple[Sequence[HelpRequest], int]:
    """One page, what fits best first, then the most urgent, then what has waited longest; and how many there are."""
    score = _score(offered)
    urgency = case({Urgency.TODAY: 0, Urgency.THIS_WEEK: 1}, value=HelpRequest.urgency, else_=2)
    shown: list[ColumnElement[bool] | TextClause] = [IS_ON_BOARD, *_narrowed(wanted)]
    if wanted.fitting:
        shown.append(score == FITS)
    count = await session.scalar(select(func.count()).select_from(HelpRequest).where(*shown))
    ordered = select(HelpRequest).where(*shown).order_by(score.desc(), urgency, HelpRequest.board_since, HelpRequest.id)
    return (await session.scalars(ordered.limit(limit).offset(offset))).all(), count or 0


def _narrowed(wanted: Filter) -> list[ColumnElement[bool]]:
    narrowed: list[ColumnElement[bool]] = []
    if wanted.topic:
        narrowed.append(HelpRequest.topic == wanted.topic)
    if wanted.area:
        narrowed.append(HelpRequest.area == wanted.area)
    if wanted.language:
        narrowed.append(_holds(HelpRequest.languages, [wanted.language]))
    return narrowed


def _score(offered: Offered) -> ColumnElement[int]:
    """bot.domain.requests.fit, where the rows are."""
    return (
        _weighed(LANGUAGE, _lists_meet(HelpRequest.languages, offered.languages))
        + _weighed(AREA, _one_of(HelpRequest.area, offered.areas))
        + _weighed(TOPIC, _one_of(HelpRequest.topic, offered.topics))
        + _weighed(DAYS, _lists_meet(HelpRequest.days, offered.days))
    )


def _weighed(points: int, fits: ColumnElement[bool]) -> ColumnElement[int]:
    return case((fits, literal(points, Integer)), else_=literal(0, Integer))


def _one_of(column: InstrumentedAttribute[str | None], offered: Collection[str]) -> ColumnElement[bool]:
    return or_(column.is_(None), column.in_(offered)) if offered else literal(True)


def _lists_meet(column: InstrumentedAttribute[list[str]], offered: Collection[str]) -> ColumnElement[bool]:
    return or_(_text(column) == "[]", _holds(column, offered)) if offered else literal(True)


def _holds(column: InstrumentedAttribute[list[str]], values: Collection[str]) -> ColumnElement[bool]:
    """Short codes without quotes in them: the list's JSON is searched as text, the same on both databases."""
    return or_(false(), *(_text(column).contains(f'"{value}"', autoescape=True) for value in values))


def _text(column: InstrumentedAttribute[list[str]]) -> ColumnElement[str]:
    return type_coerce(cast(column, String), String)
