"""How far a broadcast on its way is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.broadcasts import BroadcastState, after_quiet_hours
from bot.domain.notices import NoticeState
from bot.usecases.actor import Actor
from db.models.broadcasts import Broadcast
from db.queries.broadcasts import audiences
from db.queries.notices import notices

Counts = dict[NoticeState, int]
ON_THE_WAY = (NoticeState.PENDING, NoticeState.SENDING)


@dataclass(frozen=True)
class Progress:
    """Its notices in each state, and by language once it is over."""

    broadcast: Broadcast
    counts: Counts
    by_language: dict[str, Counts]
    now: datetime
    goes_on_at: datetime | None = None
    """The end of the quiet hours in which it rests; in the organization's zone."""

    @property
    def over(self) -> bool:
        """Nothing waits, nothing is on its way."""
        return not any(self.counts.get(state) for state in ON_THE_WAY)


async def progress(actor: Actor, broadcast: Broadcast) -> Progress:
    counts = await notices.counts(actor.session, broadcast.id)
    morning = goes_on_at(actor)
    rests = broadcast.state == BroadcastState.SENDING and morning > actor.now and not broadcast.over_quiet_hours
    seen = Progress(broadcast, counts, {}, actor.now, morning if rests else None)
    if not seen.over:
        return seen
    organization = actor.desk.directory.organization
    return replace(seen, by_language=await audiences.by_language(actor.session, broadcast, organization))


def goes_on_at(actor: Actor) -> datetime:
    """Now, or the end of the quiet hours; in the organization's zone."""
    return after_quiet_hours(actor.now.astimezone(actor.desk.directory.zone()))
