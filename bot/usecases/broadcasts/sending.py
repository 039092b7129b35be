"""A broadcast on its way, as coordinators see and change it: stopped, tried again, corrected."""

from __future__ import annotations

from bot.domain.broadcasts import STARTED, BroadcastState, Correction
from bot.domain.errors import NotOffered
from bot.domain.notices import NoticeKind
from bot.usecases.actor import Actor
from bot.usecases.broadcasts.progress import Progress, progress
from bot.usecases.broadcasts.running import cancel_waiting
from db.models.broadcasts import Broadcast
from db.queries.broadcasts import broadcasts


class Sending:
    """For coordinators: NotAllowed for anybody else. NotOffered for a broadcast that is not there, or not started."""

    def __init__(self, actor: Actor) -> None:
        actor.as_coordinator()
        self._actor = actor
        self._session = actor.session
        self._now = actor.now

    async def progress(self, broadcast: Broadcast) -> Progress:
        return await progress(self._actor, broadcast)

    async def stop(self, broadcast_id: int) -> bool:
        """What still waits is not sent; what is on its way arrives. One that has not started becomes a draft again.
        False, and nothing changes, when it is over. Of very many, the clockwork marks the rest afterwards."""
        if await broadcasts.stop(self._session, broadcast_id):
            await cancel_waiting(self._actor, broadcast_id)
            return True
        return await broadcasts.put_back(self._session, broadcast_id)

    async def try_again(self, broadcast_id: int) -> Broadcast:
        """The copies of which nobody knows whether they arrived go once more."""
        broadcast = await self._started(broadcast_id)
        expires_at = self._now + NoticeKind.BROADCAST_COPY.lifetime
        if await broadcasts.send_again(self._session, broadcast_id, self._now, expires_at):
            broadcast.state, broadcast.finished_at = BroadcastState.SENDING, None
            broadcast.started_at = self._now
        return broadcast

    async def correct(self, broadcast_id: int, correction: Correction) -> Broadcast:
        """A new draft with the same words, for exactly those who received them."""
        wrong = await self._started(broadcast_id)
        if wrong.state == BroadcastState.SENDING:
            raise NotOffered
        draft = Broadcast(
            author_id=self._actor.person_id,
            state=BroadcastState.DRAFT,
            texts=wrong.texts,
            media=wrong.media,
            audience={},
            missing=wrong.missing,
            over_quiet_hours=correction == "edit",  # a change in a message makes no sound
            created_at=self._now,
            corrects_id=wrong.id,
            correction=correction,
        )
        self._session.add(draft)
        await self._session.flush()
        return draft

    async def _started(self, broadcast_id: int) -> Broadcast:
        broadcast = await broadcasts.find_to_change(self._session, broadcast_id)
        if broadcast is None or broadcast.state not in STARTED:
            raise NotOffered
        return broadcast
