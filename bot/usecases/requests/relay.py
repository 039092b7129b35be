"""Resident and volunteer write to each other through the bot: neither sees who the other is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.errors import ConversationEnded, NotAllowed
from bot.domain.notices import NoticeKind
from bot.domain.requests import RequestState
from bot.usecases.actor import Actor
from bot.usecases.requests.notices import RequestNotices
from db.models.requests import HelpRequest
from db.queries.requests import relay_messages, requests


class Relay:
    """Between the resident who wrote to the bot themselves and who holds the request, until one of them ends it."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._session = actor.session
        self._me = actor.person_id

    async def runs(self, request_id: int) -> bool:
        return request_id in {request.id for request in await self.conversations()}

    async def conversations(self) -> Sequence[HelpRequest]:
        """Those in which this person may write now."""
        theirs = await requests.running_for(self._session, self._me)
        held = await requests.held(self._session, self._me) if self._actor.is_volunteer else []
        return [request for request in (*theirs, *held) if self._runs(request)]

    async def open(self, request_id: int) -> HelpRequest:
        """The one about which they want to write. NotAllowed for anybody else, ConversationEnded."""
        return await self._own(request_id)

    async def replied_to(self, message_id: int) -> int | None:
        """The request to which a message in this person's chat belongs: they have used Telegram's reply on it."""
        return await relay_messages.request_of(self._session, self._me, message_id)

    async def pass_on(self, request_id: int, message_id: int, media: str | None = None) -> HelpRequest:
        """This message of theirs goes to the other, also if the process dies now. NotAllowed, ConversationEnded.

        `media`: Telegram's word for it, if it is not text.
        """
        request = await self._own(request_id)
        to_id = self._other(request)
        if self._me == request.holder_id:
            request.heard_at, request.asked_at = self._actor.now, None
        key = await relay_messages.add(self._session, request_id, self._me, message_id, to_id, self._actor.now)
        await RequestNotices(self._actor).pass_on(to_id, request, self._me, message_id, media, key)
        return request

    async def end(self, request_id: int) -> HelpRequest:
        """Neither can write to the other any more; the request stays as it is. The other is told."""
        request = await self._own(request_id)
        request.talk_ended_at = self._actor.now
        await self._session.flush()
        notices = RequestNotices(self._actor)
        await notices.tell(self._other(request), NoticeKind.REQUEST_TALK_ENDED, request)
        return request

    async def _own(self, request_id: int) -> HelpRequest:
        request = await requests.lock(self._session, request_id)
        if request is None or self._me not in (request.for_person_id, request.holder_id):
            raise NotAllowed
        if not self._runs(request):
            raise ConversationEnded
        if self._me != request.for_person_id:
            self._actor.as_volunteer()
        return request

    def _runs(self, request: HelpRequest) -> bool:
        return (
            request.state == RequestState.CLAIMED
            and request.for_person_id is not None
            and request.talk_ended_at is None
        )

    def _other(self, request: HelpRequest) -> int:
        other = request.holder_id if self._me == request.for_person_id else request.for_person_id
        assert other is not None  # it runs
        return other
