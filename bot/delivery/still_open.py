"""New requests are announced after quiet hours, say: what somebody has taken on meanwhile is no news any more."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.notices import NoticeKind, NoticeState
from db.models.notices import Notice
from db.queries.notices.deliveries import Result, over
from db.queries.requests import board

ONE = frozenset({NoticeKind.REQUEST_NEW, NoticeKind.REQUEST_PUBLIC})


async def still_news(session: AsyncSession, taken: Sequence[Notice]) -> tuple[list[Notice], list[Result]]:
    """What is to be sent, in the same order, and the announcements that are not. A digest counts again."""
    announced = {number for notice in taken for number in _requests(notice)}
    if not announced:
        return list(taken), []
    there = await board.still_there(session, announced)
    news: list[Notice] = []
    old: list[Result] = []
    for notice in taken:
        requests = _requests(notice)
        left = [number for number in requests if number in there]
        if requests and not left:
            old.append(over(notice, NoticeState.CANCELLED))
            continue
        if notice.kind == NoticeKind.REQUEST_DIGEST:
            notice.params = notice.params | {"number": len(left)}
        news.append(notice)
    return news, old


def _requests(notice: Notice) -> list[int]:
    """About whose being taken on the notice speaks."""
    if notice.kind in ONE:
        return [notice.params["request"]]
    return list(notice.params["requests"]) if notice.kind == NoticeKind.REQUEST_DIGEST else []
