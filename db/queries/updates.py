"""Which updates have taken effect."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from db.models.people import TakenUpdate
from db.rows import changed
from db.upsert import upsert

_take = upsert(TakenUpdate, lambda new: new.on_conflict_do_nothing())


async def take(session: AsyncSession, update_id: int, now: datetime) -> bool:
    """True when this transaction is the first to take the update."""
    return await changed(session, _take(session), {"update_id": update_id, "taken_at": now}) == 1


async def purge(session: AsyncSession, before: datetime) -> int:
    """Forget updates taken before an instant; returns how many."""
    return await changed(session, delete(TakenUpdate).where(TakenUpdate.taken_at < before))
