"""What becomes of broadcasts as time passes: they start when they are due, rest at night, and are reported on."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.broadcasts import BroadcastState
from bot.domain.notices import NoticeKind
from bot.usecases.actor import Actor
from bot.usecases.broadcasts.progress import Progress, goes_on_at, progress
from db.queries.broadcasts import audiences, broadcasts
from db.queries.notices import notices

AT_ONCE = 5000
"""Notices changed in one transaction: a fraction of a second, in which nobody else waits."""
SHOWN_EVERY = timedelta(seconds=3)


class RunningBroadcasts:
    """For the clockwork. Several processes may do it side by side."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._session = actor.session
        self._now = actor.now

    async def start_due(self) -> None:
        """Write the copies of the broadcasts that are due, each once however many processes try."""
        for broadcast_id in await broadcasts.due(self._session, self._now):
            if await broadcasts.start(self._session, broadcast_id, self._now):
                await self._write_copies(broadcast_id)

    async def rest_at_night(self) -> bool:
        """In quiet hours, what still waits goes out in the morning. True while there may be more of it."""
        morning = goes_on_at(self._actor)
        put_off = 0
        if morning > self._now:
            late = morning + NoticeKind.BROADCAST_COPY.lifetime
            for broadcast_id in await broadcasts.on_the_way(self._session):
                put_off += await notices.put_off(self._session, broadcast_id, self._now, morning, late, AT_ONCE)
        return put_off > 0

    async def clear(self) -> bool:
        """Cancel the next ones of what still waits of stopped broadcasts. True while there may be more."""
        cancelled = 0
        for broadcast_id in await broadcasts.stopped(self._session):
            cancelled += await cancel_waiting(self._actor, broadcast_id)
        return cancelled > 0

    async def to_report(self) -> list[int]:
        """The broadcasts whose progress message is to be brought up to date."""
        return list(await broadcasts.to_report(self._session, self._now - SHOWN_EVERY))

    async def next_report(self, broadcast_id: int) -> Progress | None:
        """How far it is, for the one process that shows it now. It is done when nothing is on its way any more."""
        if not await broadcasts.report(self._session, broadcast_id, self._now, self._now - SHOWN_EVERY):
            return None
        broadcast = await broadcasts.find_to_change(self._session, broadcast_id)
        assert broadcast is not None
        seen = await progress(self._actor, broadcast)
        if seen.over and broadcast.state == BroadcastState.SENDING:
            broadcast.state = BroadcastState.DONE
        return seen

    async def reported(self, seen: Progress, message_id: int | None, told: bool) -> None:
        """After the coordinator was told, or not: then they will be, the next time."""
        finished_at = self._now if seen.over and told else None
        await broadcasts.reported(self._session, seen.broadcast.id, message_id, finished_at)

    async def _write_copies(self, broadcast_id: int) -> None:
        broadcast = await broadcasts.find(self._session, broadcast_id)
        assert broadcast is not None
        organization = self._actor.desk.directory.organization
        if broadcast.correction == "edit":
            await self._actor.notices.edits(audiences.received(broadcast, organization), broadcast_id)
        else:
            await self._actor.notices.copies(audiences.recipients(broadcast, organization), broadcast_id)


async def cancel_waiting(actor: Actor, broadcast_id: int) -> int:
    """Some of what still waits of a broadcast is not sent; returns how many."""
    return await notices.cancel(actor.session, actor.now, broadcast_id=broadcast_id, limit=AT_ONCE)
