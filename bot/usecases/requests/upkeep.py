"""What happens to requests because time has passed, or because somebody has left. The bot itself does it."""

from __future__ import annotations

from sqlalchemy import ColumnElement

from bot.domain.notices import NoticeKind
from bot.domain.requests import Action
from bot.usecases.actor import Actor
from bot.usecases.requests import removals
from bot.usecases.requests.notices import DIGEST_HOUR, RequestNotices, talked
from bot.usecases.requests.transitions import move_all
from db.models.requests import HelpRequest
from db.queries.requests import appointments, requests
from db.queries.requests import removals as removal_queries
from db.queries.requests import upkeep as queries


class RequestUpkeep:
    """By the bot itself. Several processes may do it side by side: each row is given out once."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._session = actor.session
        self._now = actor.now
        self._policy = actor.policy
        self._notices = RequestNotices(actor)

    async def ask_how_it_goes(self) -> None:
        for request in await queries.to_ask(self._session, self._now, self._now - self._policy.ask_after):
            await self._notices.tell(request.holder_id, NoticeKind.REQUEST_HOW, request)

    async def take_back_silent(self) -> None:
        """Both are told."""
        silent = HelpRequest.asked_at < self._now - self._policy.back_after
        for request, holder_id in await _take_back(self._actor, silent, "silent"):
            await self._notices.tell(holder_id, NoticeKind.REQUEST_TAKEN_BACK, request)

    async def warn_of_unclaimed(self) -> None:
        since = self._now - self._policy.unclaimed_after
        for request in await queries.to_warn_of(self._session, self._now, since):
            await self._notices.tell_team(NoticeKind.REQUEST_UNCLAIMED, request, days=self._policy.unclaimed_after_days)

    async def expire(self) -> None:
        old = HelpRequest.board_since < self._now - self._policy.expire_after
        for request in await move_all(self._actor, Action.EXPIRE, old):
            await self._notices.tell_concerned(NoticeKind.REQUEST_EXPIRED, request, None)

    async def remind_of_appointments(self) -> None:
        for appointment, request in await appointments.take_due(self._session, self._now, "remind_at"):
            for person_id in (request.for_person_id, request.holder_id):
                told = {"at": appointment.at.isoformat(), "own": person_id == request.for_person_id}
                await self._notices.tell(person_id, NoticeKind.REQUEST_APPOINTMENT, request, **told)

    async def ask_whether_it_happened(self) -> None:
        over = await appointments.take_due(self._session, self._now, "ask_at")
        await queries.asked(self._session, [request.id for _, request in over], self._now)
        for appointment, request in over:
            asked = {"at": appointment.at.isoformat(), "appointment": appointment.id}
            await self._notices.tell(request.holder_id, NoticeKind.REQUEST_HAPPENED, request, **asked)

    async def digest(self) -> None:
        """From nine in the morning on, once a day: what came to the board since the day before."""
        local = self._now.astimezone(self._actor.desk.directory.zone())
        if local.hour >= DIGEST_HOUR:
            await self._notices.digest(await queries.opened_since_yesterday(self._session, local))

    async def forget(self) -> int:
        """Old drafts, and the private parts of what ended long ago. Returns how many."""
        await removal_queries.forget(self._session)
        drafts = await queries.forget_drafts(self._session, self._now - self._policy.forget_drafts_after)
        return drafts + await queries.purge(self._session, self._now, self._now - self._policy.keep_private)


async def take_back_from(actor: Actor, person_id: int) -> None:
    """Everything that somebody holds who leaves the team, or is deactivated, and what they were shown. The residents
    are told."""
    await removals.from_chat(actor, person_id)
    await _take_back(actor, HelpRequest.holder_id == person_id, "left")


async def forget_requests_of(actor: Actor, person_id: int) -> None:
    """What a person asked for ends, and nothing is left of it but what is counted; their drafts go."""
    notices = RequestNotices(actor)
    for request in await move_all(actor, Action.CANCEL, HelpRequest.for_person_id == person_id):
        await notices.tell(request.holder_id, NoticeKind.REQUEST_CANCELLED, request, talked=talked(request))
    await queries.forget_drafts_of(actor.session, person_id)
    everything = await requests.asked_by(actor.session, person_id)
    await removals.from_requests(actor, everything)
    await queries.empty(actor.session, [one.id for one in everything], actor.now)


async def _take_back(actor: Actor, which: ColumnElement[bool], why: str) -> list[tuple[HelpRequest, int | None]]:
    """The requests, each with who held it."""
    holders = await queries.holders(actor.session, which)
    if not holders:
        return []
    back = await move_all(actor, Action.TAKE_BACK, which, {"why": why})
    await appointments.cancel_coming(actor.session, [request.id for request in back], actor.now)
    for request in back:
        await RequestNotices(actor).tell_concerned(NoticeKind.REQUEST_BACK, request, None)
    return [(request, holders[request.id]) for request in back]
