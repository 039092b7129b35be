"""What happens to requests because time has passed, or because somebody has left. The bot itself does it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.clock import Clock
from bot.domain.notices import NoticeKind
from bot.domain.requests import Action
from bot.policy import Policy
from bot.usecases.actor import Actor
from bot.usecases.requests.notices import DIGEST_HOUR, RequestNotices, talked
from db.models.directory import Organization
from db.models.requests import HelpRequest
from db.queries.requests import appointments, requests
from db.queries.requests import events as request_events
from db.queries.requests import removals as taking_away
from db.queries.requests import upkeep as request_upkeep


class RequestUpkeep:
    """Several processes may do it side by side: each row is given out once."""

    def __init__(
        self, session: AsyncSession, clock: Clock, policy: Policy, administrators: Collection[int] = ()
    ) -> None:
        """`administrators`: those whom the settings name."""
        self._session = session
        self._now = clock.now()
        self._policy = policy
        self._notices = RequestNotices(session, clock.now(), administrators)

    async def ask_how_it_goes(self) -> None:
        for request in await request_upkeep.to_ask(self._session, self._now, self._now - self._policy.ask_after):
            await self._notices.tell(request.holder_id, NoticeKind.REQUEST_HOW, request)

    async def take_back_silent(self) -> None:
        """Both are told."""
        silent = HelpRequest.asked_at < self._now - self._policy.back_after
        for request, holder_id in await _take_back(self._session, self._now, self._notices, silent, "silent"):
            await self._notices.tell(holder_id, NoticeKind.REQUEST_TAKEN_BACK, request)

    async def warn_of_unclaimed(self) -> None:
        since = self._now - self._policy.unclaimed_after
        for request in await request_upkeep.to_warn_of(self._session, self._now, since):
            await self._notices.tell_team(NoticeKind.REQUEST_UNCLAIMED, request, days=self._policy.unclaimed_after_days)

    async def expire(self) -> None:
        old = HelpRequest.board_since < self._now - self._policy.expire_after
        for request in await requests.move(self._session, self._now, Action.EXPIRE, old):
            self._note(request, Action.EXPIRE)
            await self._notices.tell_concerned(NoticeKind.REQUEST_EXPIRED, request, None)

    async def remind_of_appointments(self) -> None:
        for appointment, request in await appointments.take_due(self._session, self._now, "remind_at"):
            for person_id in (request.for_person_id, request.holder_id):
                told = {"at": appointment.at.isoformat(), "own": person_id == request.for_person_id}
                await self._notices.tell(person_id, NoticeKind.REQUEST_APPOINTMENT, request, **told)

    async def ask_whether_it_happened(self) -> None:
        over = await appointments.take_due(self._session, self._now, "ask_at")
        await request_upkeep.asked(self._session, [request.id for _, request in over], self._now)
        for appointment, request in over:
            asked = {"at": appointment.at.isoformat(), "appointment": appointment.id}
            await self._notices.tell(request.holder_id, NoticeKind.REQUEST_HAPPENED, request, **asked)

    async def digest(self, organization: Organization) -> None:
        """From nine in the morning on, once a day: what came to the board since the day before."""
        local = self._now.astimezone(ZoneInfo(organization.timezone))
        if local.hour >= DIGEST_HOUR:
            await self._notices.digest(await request_upkeep.opened_since_yesterday(self._session, local), organization)

    async def forget(self) -> int:
        """Old drafts, and the private parts of what ended long ago. Returns how many."""
        await taking_away.forget(self._session)
        drafts = await request_upkeep.forget_drafts(self._session, self._now - self._policy.forget_drafts_after)
        return drafts + await request_upkeep.purge(self._session, self._now, self._now - self._policy.keep_private)

    def _note(self, request: HelpRequest, action: Action) -> None:
        request_events.note(self._session, request.id, self._now, None, action, {})


async def take_back_from(actor: Actor, person_id: int) -> None:
    """Everything that somebody holds who leaves the team, or is deactivated, and what they were shown. The residents
    are told."""
    held = HelpRequest.holder_id == person_id
    await taking_away.from_chat(actor.session, actor.now, person_id)
    await _take_back(actor.session, actor.now, actor.request_notices, held, "left")


async def forget_requests_of(actor: Actor, person_id: int) -> None:
    """What a person asked for ends, and nothing is left of it but what is counted; their drafts go."""
    theirs = HelpRequest.for_person_id == person_id
    session, now, notices = actor.session, actor.now, actor.request_notices
    for request in await requests.move(session, now, Action.CANCEL, theirs):
        request_events.note(session, request.id, now, None, Action.CANCEL, {})
        await notices.tell(request.holder_id, NoticeKind.REQUEST_CANCELLED, request, talked=talked(request))
    await request_upkeep.forget_drafts_of(session, person_id)
    everything = await requests.asked_by(session, person_id)
    await taking_away.from_requests(session, now, everything)
    await request_upkeep.empty(session, [one.id for one in everything], now)


async def _take_back(
    session: AsyncSession, now: datetime, notices: RequestNotices, which: ColumnElement[bool], why: str
) -> list[tuple[HelpRequest, int | None]]:
    """The requests, each with who held it."""
    holders = await request_upkeep.holders(session, which)
    if not holders:
        return []
    back = await requests.move(session, now, Action.TAKE_BACK, which)
    await appointments.cancel_coming(session, [request.id for request in back], now)
    for request in back:
        request_events.note(session, request.id, now, None, Action.TAKE_BACK, {"why": why})
        await notices.tell_concerned(NoticeKind.REQUEST_BACK, request, None)
    return [(request, holders[request.id]) for request in back]
