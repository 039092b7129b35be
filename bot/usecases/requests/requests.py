"""A request as each may see it, and what residents and coordinators do with it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.errors import AlreadyClaimed, NotAllowed, NotOffered, NotPossibleNow
from bot.domain.notices import NoticeKind
from bot.domain.requests import OVER, Action, RequestState, read_code
from bot.usecases.actor import Actor
from bot.usecases.requests.notices import RequestNotices, talked
from bot.usecases.requests.transitions import find, move
from db.models.requests import HelpRequest, RequestEvent
from db.queries.requests import appointments, requests
from db.queries.requests import events as request_events
from db.queries.team import members as team

LISTED = 8  # a screen that one can read without scrolling much


class Requests:
    """NotOffered for what is not there, or not for these eyes: the two cannot be told apart."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._session = actor.session
        self._notices = RequestNotices(actor)

    async def read(self, request_id: int) -> HelpRequest:
        """The public part. A volunteer whom it escaped gets AlreadyClaimed, or NotPossibleNow once it is over."""
        return self._visible(await find(self._actor, request_id))

    async def read_by_code(self, typed: str) -> HelpRequest:
        """As `read`, for a code as people say and type it."""
        code = read_code(typed)
        found = await requests.find_by_code(self._session, code) if code else None
        if found is None:
            raise NotOffered
        return self._visible(found)

    async def own(self) -> Sequence[HelpRequest]:
        """What this person asked for and what is not over, the newest first."""
        return await requests.running_for(self._session, self._actor.person_id)

    async def logged(self) -> Sequence[HelpRequest]:
        """What this volunteer logged for others and what is not over, the newest first."""
        self._actor.as_volunteer()
        return await requests.logged_by(self._session, self._actor.person_id, LISTED)

    async def events(self, request_id: int) -> Sequence[RequestEvent]:
        """For coordinators."""
        self._actor.as_coordinator()
        return await request_events.of(self._session, request_id)

    async def waiting(self, state: RequestState, offset: int = 0) -> Sequence[HelpRequest]:
        """For coordinators: those to approve, or open, or claimed; what waits longest first."""
        self._actor.as_coordinator()
        if state == RequestState.DRAFT or state in OVER:
            raise NotOffered
        return await requests.in_state(self._session, state, LISTED, offset)

    async def approve(self, request_id: int) -> HelpRequest:
        """By a coordinator: onto the board. NotPossibleNow if somebody has decided already."""
        actor = self._actor
        actor.as_coordinator()
        approved = await move(actor, request_id, Action.APPROVE)
        if approved is None:
            raise NotPossibleNow
        await self._notices.tell_concerned(NoticeKind.REQUEST_OPEN, approved, actor.person_id)
        await self._notices.announce(approved)
        return approved

    async def cancel(self, request_id: int) -> HelpRequest:
        """By the resident, by who logged it for them, or by a coordinator. NotPossibleNow once it is over."""
        request = await find(self._actor, request_id)
        if request.state == RequestState.DRAFT:
            raise NotOffered
        if not (self._actor.is_coordinator or self._is_concerned(request)):
            raise NotAllowed
        cancelled = await move(self._actor, request_id, Action.CANCEL)
        if cancelled is None:
            raise NotPossibleNow
        me = self._actor.person_id
        await appointments.cancel_coming(self._session, [cancelled.id], self._actor.now)
        told = {"talked": talked(cancelled)}
        await self._notices.tell_concerned(NoticeKind.REQUEST_CANCELLED, cancelled, me, **told)
        if cancelled.holder_id != me:
            await self._notices.tell(cancelled.holder_id, NoticeKind.REQUEST_CANCELLED, cancelled, **told)
        return cancelled

    async def assign(self, request_id: int, coordinator_id: int | None) -> HelpRequest:
        """Make a coordinator its referent, or nobody. NotOffered for who is no coordinator."""
        self._actor.as_coordinator()
        coordinators = await team.coordinators(self._session) | {*self._actor.administrators}
        request = await requests.lock(self._session, request_id)
        if request is None or request.state in {RequestState.DRAFT, *OVER}:
            raise NotPossibleNow
        if coordinator_id is not None and coordinator_id not in coordinators:
            raise NotOffered
        request.referent_id = coordinator_id
        await self._session.flush()
        return request

    async def names(self) -> dict[int, str]:
        """What people of the team are called, by Telegram id; empty for one without a profile. For coordinators."""
        self._actor.as_coordinator()
        return await team.names(self._session, self._actor.administrators)

    async def referents(self) -> dict[int, str]:
        """Who can look after a request. For coordinators."""
        named = await self.names()
        coordinators = await team.coordinators(self._session) | {*self._actor.administrators}
        return {one: name for one, name in named.items() if one in coordinators}

    def _is_concerned(self, request: HelpRequest) -> bool:
        return self._actor.person_id == (request.for_person_id or request.logged_by)

    def _visible(self, request: HelpRequest) -> HelpRequest:
        me = self._actor.person_id
        if request.state == RequestState.DRAFT and request.logged_by != me:
            raise NotOffered
        if me in (request.for_person_id, request.logged_by) or self._actor.is_coordinator:
            return request
        if not self._actor.is_volunteer or request.state in (RequestState.DRAFT, RequestState.TO_APPROVE):
            raise NotOffered
        if request.state == RequestState.OPEN or me in (request.holder_id, request.offered_to_id):
            return request  # the public part, also of what they have closed
        raise AlreadyClaimed if request.state == RequestState.CLAIMED else NotPossibleNow
