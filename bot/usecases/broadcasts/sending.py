"""A broadcast on its way: started when it is due, stopped, tried again, corrected, reported."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain import notices as domain
from bot.domain.broadcasts import STARTED, State, after_quiet_hours
from bot.domain.errors import NotAllowed, NotOffered
from bot.domain.roles import COORDINATOR, at_least
from db.models.broadcasts import Broadcast
from db.models.directory import Organization
from db.queries.broadcasts import audiences, broadcasts
from db.queries.notices import notices

Counts = dict[domain.State, int]
ON_THE_WAY = (domain.State.PENDING, domain.State.SENDING)
AT_ONCE = 5000
"""Notices cancelled in one transaction: a fraction of a second, in which nobody else waits."""
SHOWN_EVERY = timedelta(seconds=3)


@dataclass(frozen=True)
class Progress:
    """How far a broadcast is: notices in each state, and by language once it is over."""

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


class Sending:
    """For coordinators: NotAllowed for anybody else. NotOffered for a broadcast that is not there, or not started."""

    def __init__(self, session: AsyncSession, now: datetime, person_id: int, role: str) -> None:
        if not at_least(role, COORDINATOR):
            raise NotAllowed
        self._session = session
        self._now = now
        self._person_id = person_id

    async def progress(self, broadcast: Broadcast, organization: Organization) -> Progress:
        return await progress(self._session, broadcast, organization, self._now)

    async def stop(self, broadcast_id: int) -> bool:
        """What still waits is not sent; what is on its way arrives. One that has not started becomes a draft again.
        False, and nothing changes, when it is over. Of very many, `clear` marks the rest afterwards."""
        if await broadcasts.stop(self._session, broadcast_id):
            await notices.cancel(self._session, self._now, broadcast_id=broadcast_id, limit=AT_ONCE)
            return True
        return await broadcasts.put_back(self._session, broadcast_id)

    async def try_again(self, broadcast_id: int) -> Broadcast:
        """The copies of which nobody knows whether they arrived go once more."""
        broadcast = await self._started(broadcast_id)
        expires_at = self._now + domain.LIFETIME
        if await broadcasts.send_again(self._session, broadcast_id, self._now, expires_at):
            broadcast.state, broadcast.finished_at, broadcast.started_at = State.SENDING, None, self._now
        return broadcast

    async def correct(self, broadcast_id: int, correction: Literal["edit", "new"]) -> Broadcast:
        """A new draft with the same words, for exactly those who received them."""
        wrong = await self._started(broadcast_id)
        if wrong.state == State.SENDING:
            raise NotOffered
        draft = Broadcast(
            author_id=self._person_id,
            state=State.DRAFT,
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


async def start_due(session: AsyncSession, organization: Organization, now: datetime) -> int:
    """Write the copies of the broadcasts that are due, each once however many processes try; returns how many."""
    started = 0
    for broadcast_id in await broadcasts.due(session, now):
        if await broadcasts.start(session, broadcast_id, now):
            await _write_copies(session, broadcast_id, organization, now)
            started += 1
    return started


async def _write_copies(session: AsyncSession, broadcast_id: int, organization: Organization, now: datetime) -> None:
    broadcast = await broadcasts.find(session, broadcast_id)
    assert broadcast is not None
    expires_at = now + domain.LIFETIME
    if broadcast.correction == "edit":
        received = audiences.received(broadcast, organization)
        await notices.add_edits(session, received, broadcast_id, now, expires_at)
    else:
        recipients = audiences.recipients(broadcast, organization)
        await notices.add_copies(session, recipients, broadcast_id, now, expires_at)


async def rest_at_night(session: AsyncSession, organization: Organization, now: datetime) -> bool:
    """In quiet hours, what still waits goes out in the morning. True while there may be more of it."""
    morning = _goes_on_at(organization, now)
    put_off = 0
    if morning > now:
        for broadcast_id in await broadcasts.on_the_way(session):
            late = morning + domain.LIFETIME
            put_off += await notices.put_off(session, broadcast_id, now, morning, late, AT_ONCE)
    return put_off > 0


def _goes_on_at(organization: Organization, now: datetime) -> datetime:
    """Now, or the end of the quiet hours; in the organization's zone."""
    return after_quiet_hours(now.astimezone(ZoneInfo(organization.timezone)))


async def clear(session: AsyncSession, now: datetime) -> bool:
    """Cancel the next ones of what still waits of stopped broadcasts. True while there may be more."""
    cancelled = 0
    for broadcast_id in await broadcasts.stopped(session):
        cancelled += await notices.cancel(session, now, broadcast_id=broadcast_id, limit=AT_ONCE)
    return cancelled > 0


async def to_report(session: AsyncSession, now: datetime) -> list[int]:
    """The broadcasts whose progress message is to be brought up to date."""
    return list(await broadcasts.to_report(session, now - SHOWN_EVERY))


async def next_report(
    session: AsyncSession, broadcast_id: int, organization: Organization, now: datetime
) -> Progress | None:
    """How far it is, for the one process that shows it now. It is done when nothing is on its way any more."""
    if not await broadcasts.report(session, broadcast_id, now, now - SHOWN_EVERY):
        return None
    broadcast = await broadcasts.find_to_change(session, broadcast_id)
    assert broadcast is not None
    seen = await progress(session, broadcast, organization, now)
    if seen.over and broadcast.state == State.SENDING:
        broadcast.state = State.DONE
    return seen


async def reported(session: AsyncSession, seen: Progress, message_id: int | None, told: bool, now: datetime) -> None:
    """After the coordinator was told, or not: then they will be, the next time."""
    finished_at = now if seen.over and told else None
    await broadcasts.reported(session, seen.broadcast.id, message_id, finished_at)


async def progress(session: AsyncSession, broadcast: Broadcast, organization: Organization, now: datetime) -> Progress:
    counts = await notices.counts(session, broadcast.id)
    morning = _goes_on_at(organization, now)
    rests = broadcast.state == State.SENDING and morning > now and not broadcast.over_quiet_hours
    seen = Progress(broadcast, counts, {}, now, morning if rests else None)
    return (
        replace(seen, by_language=await audiences.by_language(session, broadcast, organization)) if seen.over else seen
    )
