"""Taking a request on, and what its holder does with it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_

from bot.domain.errors import (
    AlreadyClaimed,
    DomainError,
    NotAllowed,
    NotOffered,
    NotPossibleNow,
    TooLong,
    TooManyClaims,
)
from bot.domain.notices import NoticeKind
from bot.domain.requests import NOTE_LIMIT, Action, Outcome, Reason, RequestState
from bot.usecases.actor import Actor
from bot.usecases.requests.notices import RequestNotices, talked
from bot.usecases.requests.transitions import find, move
from db.models.requests import HelpRequest
from db.models.team import Volunteer
from db.queries.requests import appointments, recipients, requests


class Claims:
    """For volunteers: NotAllowed for residents. NotPossibleNow for who does not hold the request (any more)."""

    def __init__(self, actor: Actor) -> None:
        actor.as_volunteer()
        self._actor = actor
        self._session = actor.session
        self._notices = RequestNotices(actor)
        self._me = actor.person_id
        self._is_mine = HelpRequest.holder_id == self._me

    async def mine(self) -> Sequence[HelpRequest]:
        return await requests.held(self._session, self._me)

    async def claim(self, request_id: int) -> HelpRequest:
        """AlreadyClaimed, TooManyClaims, NotPossibleNow, NotOffered; NotAllowed for one's own request."""
        claimed = await move(self._actor, request_id, Action.CLAIM, self._room, _not_for(self._me), holder_id=self._me)
        if claimed is None:
            return await self._claimed_before(request_id)
        await self._notices.tell_concerned(NoticeKind.REQUEST_CLAIMED, claimed, self._me)
        return claimed

    async def going_on(self, request_id: int) -> HelpRequest:
        """The answer to "how is it going?": they are still at it."""
        request = await self.held(request_id)
        request.heard_at, request.asked_at = self._actor.now, None
        await self._session.flush()
        return request

    async def release(self, request_id: int, reason: Reason) -> HelpRequest:
        """Back to the board."""
        detail = {"reason": reason.value}
        released = await move(self._actor, request_id, Action.RELEASE, self._is_mine, detail=detail)
        return await self._back(released)

    async def close(self, request_id: int, outcome: Outcome, debrief: str | None = None) -> HelpRequest:
        """By its holder, or by a coordinator, also from the board. The debrief is encrypted. TooLong."""
        if debrief and len(debrief) > NOTE_LIMIT:
            raise TooLong(len(debrief), NOTE_LIMIT)
        may = () if self._actor.is_coordinator else (self._is_mine,)
        closed = await move(
            self._actor,
            request_id,
            Action.CLOSE,
            *may,
            detail={"outcome": outcome.value},
            outcome=outcome,
            debrief=self._actor.vault.encrypt({"debrief": debrief}) if debrief else None,
        )
        if closed is None:
            raise NotPossibleNow
        await appointments.cancel_coming(self._session, [closed.id], self._actor.now)
        told = {"outcome": outcome.value, "talked": talked(closed)}
        await self._notices.tell_concerned(NoticeKind.REQUEST_CLOSED, closed, self._me, **told)
        if closed.holder_id != self._me:
            await self._notices.tell(closed.holder_id, NoticeKind.REQUEST_CLOSED, closed, **told)
        return closed

    async def colleagues(self) -> Sequence[Volunteer]:
        """To whom a request may be handed over."""
        return await recipients.others(self._session, self._me)

    async def offer(self, request_id: int, to_id: int) -> HelpRequest:
        """Ask another volunteer to take it over; it stays here until they accept."""
        request = await self.held(request_id)
        if to_id not in {volunteer.person_id for volunteer in await self.colleagues()} - {request.for_person_id}:
            raise NotOffered
        request.offered_to_id, request.heard_at = to_id, self._actor.now
        await self._session.flush()
        await self._notices.tell(to_id, NoticeKind.REQUEST_OFFERED, request)
        return request

    async def accept(self, request_id: int) -> HelpRequest:
        """Take over what was offered. TooManyClaims; AlreadyClaimed if somebody else has it by now."""
        before = await find(self._actor, request_id)
        previous = before.holder_id
        taken = await move(
            self._actor,
            request_id,
            Action.HAND_OVER,
            HelpRequest.offered_to_id == self._me,
            HelpRequest.holder_id == previous,
            self._room,
            detail={"from": previous},
            holder_id=self._me,
        )
        if taken is None:
            return await self._claimed_before(request_id)
        await self._notices.tell(previous, NoticeKind.REQUEST_HANDED_OVER, taken)
        await self._notices.tell_concerned(NoticeKind.REQUEST_NEW_HOLDER, taken, self._me)
        return taken

    async def decline(self, request_id: int) -> HelpRequest:
        request = await requests.lock(self._session, request_id)
        if request is None or request.state != RequestState.CLAIMED or request.offered_to_id != self._me:
            raise NotPossibleNow
        request.offered_to_id = None
        await self._session.flush()
        await self._notices.tell(request.holder_id, NoticeKind.REQUEST_DECLINED, request)
        return request

    async def held(self, request_id: int) -> HelpRequest:
        """The one that they hold, locked until the end of the transaction."""
        request = await requests.lock(self._session, request_id)
        if request is None or request.state != RequestState.CLAIMED or request.holder_id != self._me:
            raise NotPossibleNow
        return request

    async def _back(self, released: HelpRequest | None) -> HelpRequest:
        if released is None:
            raise NotPossibleNow
        await appointments.cancel_coming(self._session, [released.id], self._actor.now)
        await self._notices.tell_concerned(NoticeKind.REQUEST_BACK, released, self._me)
        return released

    async def _claimed_before(self, request_id: int) -> HelpRequest:
        """The second tap on the button that has worked already gives the request, everything else its reason."""
        request = await find(self._actor, request_id)
        if request.state == RequestState.CLAIMED and request.holder_id == self._me:
            return request
        raise self._refusal(request)

    def _refusal(self, request: HelpRequest) -> DomainError:
        if request.state in (RequestState.DRAFT, RequestState.TO_APPROVE):
            return NotOffered()
        if request.for_person_id == self._me:
            return NotAllowed()
        if request.state == RequestState.OPEN or request.offered_to_id == self._me:
            return TooManyClaims(self._actor.policy.claims_at_once)
        return AlreadyClaimed() if request.state == RequestState.CLAIMED else NotPossibleNow()

    @property
    def _room(self) -> ColumnElement[bool]:
        return requests.room_for(self._me, self._actor.policy.claims_at_once)


def _not_for(person_id: int) -> ColumnElement[bool]:
    return or_(HelpRequest.for_person_id.is_(None), HelpRequest.for_person_id != person_id)
