"""Accompaniment: a request can hold dated appointments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.errors import NotAllowed, NotOffered, NotPossibleNow, NotThere, TimePassed, TooLong
from bot.domain.notices import NoticeKind
from bot.domain.requests import ASKED_AFTER, SENTENCE_LIMIT, RequestState, remind_at
from bot.usecases.actor import Actor
from bot.usecases.requests.notices import RequestNotices
from bot.usecases.requests.transitions import find
from db.models.requests import Appointment, HelpRequest
from db.queries.requests import appointments, requests


class Appointments:
    """Made by who holds the request; the resident and coordinators may read and cancel. NotAllowed for others."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._session = actor.session
        self._notices = RequestNotices(actor)

    async def make(self, request_id: int, at: datetime, place: str) -> Appointment:
        """Both are reminded, and the volunteer is asked afterwards. TimePassed, TooLong; the place is encrypted."""
        now = self._actor.now
        request = await self._claimed(request_id)
        if request.holder_id != self._actor.person_id:
            raise NotAllowed
        if at <= now:
            raise TimePassed
        if len(place) > SENTENCE_LIMIT:
            raise TooLong(len(place), SENTENCE_LIMIT)
        made = Appointment(
            request_id=request_id,
            at=at,
            place=self._actor.vault.encrypt({"place": place}) if place else None,
            remind_at=remind_at(at, now),
            ask_at=at + ASKED_AFTER,
        )
        self._session.add(made)
        request.heard_at, request.asked_at = now, None
        await self._session.flush()
        await self._tell_other(NoticeKind.REQUEST_APPOINTED, request, made)
        return made

    async def coming(self, request_id: int) -> Sequence[Appointment]:
        """Those of the request that stand and are not over, the earliest first."""
        self._may_read(await find(self._actor, request_id))
        return await appointments.of(self._session, [request_id], self._actor.now - ASKED_AFTER)

    async def of(self, requests: Sequence[HelpRequest]) -> Sequence[Appointment]:
        """As `coming`, of all of these; nothing is asked where there are none."""
        for request in requests:
            self._may_read(request)
        ids = [request.id for request in requests]
        return await appointments.of(self._session, ids, self._actor.now - ASKED_AFTER) if ids else []

    async def place(self, appointment_id: int) -> str:
        """For the resident, who holds the request, and coordinators."""
        appointment = await self._find(appointment_id)
        self._may_read(await find(self._actor, appointment.request_id))
        return self._actor.vault.decrypt(appointment.place)["place"] if appointment.place else ""

    def where(self, appointment: Appointment) -> str:
        """The place of one that `coming` has given; empty where nobody has said."""
        return self._actor.vault.decrypt(appointment.place)["place"] if appointment.place else ""

    async def cancel(self, appointment_id: int) -> Appointment:
        """The other one is told. NotPossibleNow when it is over."""
        appointment = await self._find(appointment_id)
        request = await self._claimed(appointment.request_id)
        self._may_read(request)
        if appointment.cancelled_at or appointment.at <= self._actor.now:
            raise NotPossibleNow
        appointment.cancelled_at = self._actor.now
        appointment.remind_at = appointment.ask_at = None
        await self._session.flush()
        await self._tell_other(NoticeKind.REQUEST_UNAPPOINTED, request, appointment)
        return appointment

    async def answer(self, appointment_id: int, happened: bool) -> HelpRequest:
        """What the volunteer says afterwards. If it did not take place, the resident is asked whether they still
        want it."""
        appointment = await self._find(appointment_id)
        request = await self._claimed(appointment.request_id)
        if request.holder_id != self._actor.person_id:
            raise NotAllowed
        if appointment.at > self._actor.now or appointment.cancelled_at:
            raise NotPossibleNow
        first = appointment.happened is None
        appointment.happened, appointment.ask_at = happened, None
        request.heard_at, request.asked_at = self._actor.now, None
        await self._session.flush()
        if first and not happened:
            await self._tell_other(NoticeKind.REQUEST_MISSED, request, appointment)
        return request

    async def _tell_other(self, kind: NoticeKind, request: HelpRequest, appointment: Appointment) -> None:
        me = self._actor.person_id
        other = request.holder_id if me == request.for_person_id else request.for_person_id
        await self._notices.tell(other, kind, request, at=appointment.at.isoformat())

    async def _find(self, appointment_id: int) -> Appointment:
        found = await appointments.find(self._session, appointment_id)
        if found is None:
            raise NotOffered
        return found

    async def _claimed(self, request_id: int) -> HelpRequest:
        request = await requests.lock(self._session, request_id)
        if request is None:
            raise NotThere
        self._may_read(request)
        if request.state != RequestState.CLAIMED:
            raise NotPossibleNow
        return request

    def _may_read(self, request: HelpRequest) -> None:
        me, actor = self._actor.person_id, self._actor
        holds = request.state == RequestState.CLAIMED and request.holder_id == me and actor.is_volunteer
        if not (holds or request.for_person_id == me or actor.is_coordinator):
            raise NotAllowed
