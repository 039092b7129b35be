"""Instants: aware in Python, whatever the zone; the same instant from either database, and in order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select
from sqlalchemy.exc import StatementError

from db.models.people import TakenUpdate
from db.session import Sessions

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
# A day from the ends of time, so that the same instant exists in every zone.
INSTANTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=ZONES)  # noqa: DTZ001 - zones come after


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(instants=st.lists(INSTANTS, min_size=2, max_size=6, unique=True))
async def test_an_instant_comes_back_as_itself_in_utc_and_in_order(
    sessions: Sessions, instants: list[datetime]
) -> None:
    async with sessions() as session:  # never committed
        await session.execute(delete(TakenUpdate))
        rows = [{"update_id": number, "taken_at": instant} for number, instant in enumerate(instants)]
        await session.execute(insert(TakenUpdate), rows)
        found = list(await session.scalars(select(TakenUpdate.taken_at).order_by(TakenUpdate.taken_at)))
        earlier = await session.scalars(select(TakenUpdate.update_id).where(TakenUpdate.taken_at < instants[0]))
        assert set(earlier) == {number for number, instant in enumerate(instants) if instant < instants[0]}
    assert found == sorted(instants)
    assert {instant.tzinfo for instant in found} == {UTC}


async def test_a_time_without_its_zone_is_refused(sessions: Sessions) -> None:
    async with sessions() as session:
        with pytest.raises(StatementError, match="an instant needs a time zone"):
            await session.execute(
                insert(TakenUpdate).values(update_id=1, taken_at=datetime(2026, 11, 21, 12))  # noqa: DTZ001
            )
