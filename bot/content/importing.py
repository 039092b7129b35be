"""Brings the directory's tables to what a pack says, and tells what that changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.content import schema
from bot.content.pack import Pack
from db.models.directory import Closure, ExtraOpening, Location, Organization, Schedule, Service
from db.models.meetings import Meeting
from db.queries import meetings

Entry = Organization | Location | Service | Schedule | Closure | ExtraOpening | Meeting

# In the order in which they refer to each other.
TABLES: tuple[type[Entry], ...] = (Organization, Location, Service, Schedule, Closure, ExtraOpening, Meeting)
BOOKKEEPING = {"content_hash", "revision"}
NOT_IN_THE_PACK = {"source", "stands_since", "sequence"}
"""What becomes of a meeting."""
NAMES = ("name", "title", "reason", "description")


@dataclass(frozen=True, order=True)
class Change:
    what: str
    """added, changed or removed"""
    table: str
    id: str
    name: str
    """In the organization's default language."""
    fields: tuple[str, ...] = ()

    def __str__(self) -> str:
        line = f"{self.what} {self.table} {self.id} ({self.name})"
        return f"{line}: {', '.join(self.fields)}" if self.fields else line


async def import_pack(session: AsyncSession, pack: Pack, now: datetime) -> list[Change]:
    """What it did, nothing on a second run. The caller commits; the revision grows when anything changed.

    A coming meeting to which somebody has answered is not removed but called off.
    """
    language = pack.content.default_language
    before = {table: await _rows(session, table) for table in TABLES}
    wanted = wanted_rows(pack.content)
    kept = await _kept(session, before[Meeting], {row.id: row for row in wanted[Meeting]}, now)
    wanted[Meeting] = [row for row in wanted[Meeting] if row.id not in kept]
    revision = max((organization.revision for organization in before[Organization].values()), default=0)
    changes = [_change("removed", meeting, language) for meeting in kept.values() if _called_off(meeting, now)]
    for table, rows in wanted.items():
        for row in rows:
            if (old := before[table].pop(row.id, None)) is None:
                session.add(row)
                changes.append(_change("added", row, language))
            elif fields := _overwrite(old, row):
                changes.append(_change("changed", row, language, fields))
        await session.flush()
    for meeting in kept.values():
        meeting.organization_id = pack.content.id
        meeting.location_id = None if meeting.location_id in before[Location] else meeting.location_id
    for table in reversed(TABLES):
        for row in before[table].values():
            await session.delete(row)
            changes.append(_change("removed", row, language))
        await session.flush()
    organization = (await session.scalars(select(Organization))).one()
    organization.revision = revision + bool(changes)
    organization.content_hash = pack.content_hash
    await session.flush()
    return sorted(changes)


async def _rows(session: AsyncSession, table: type[Entry]) -> dict[str, Any]:
    rows: list[Any] = list(await session.scalars(select(table)))
    return {row.id: row for row in rows}


async def _kept(
    session: AsyncSession, before: dict[str, Meeting], wanted: Mapping[str, Meeting], now: datetime
) -> dict[str, Meeting]:
    """Taken out of those before: what the team has made or changed, and what somebody has answered to."""
    answered = await meetings.answered(session)
    for id in answered & before.keys() & wanted.keys():
        if before[id].ends_at <= now < wanted[id].ends_at:  # the next one under the same id: nobody has answered to it
            await meetings.set_apart(session, before[id])
    kept = [id for id, row in before.items() if row.source == "team" or (id in answered and id not in wanted)]
    return {id: before.pop(id) for id in kept}


def _called_off(meeting: Meeting, now: datetime) -> bool:
    if meeting.source == "team" or meeting.cancelled_at or meeting.ends_at <= now:
        return False
    meeting.cancelled_at = now
    return True


def wanted_rows(content: schema.Content) -> dict[type[Entry], list[Any]]:
    """The pack as rows, none of them in a session."""
    own = {"organization_id": content.id}
    zones = {location.id: location.timezone or content.timezone for location in content.locations}
    return {
        Organization: [_row(Organization, content, content_hash="", revision=0)],
        Location: [_row(Location, part, position=i, **own) for i, part in enumerate(content.locations)],
        Service: [_row(Service, part, position=i, **own) for i, part in enumerate(content.services)],
        Schedule: [
            _row(Schedule, part, position=i, location_id=location.id)
            for location in content.locations
            for i, part in enumerate(location.schedules)
        ],
        Closure: [_row(Closure, part, id=part.id) for part in content.closures],
        ExtraOpening: [_row(ExtraOpening, part, id=part.id) for part in content.extra_openings],
        Meeting: [
            _row(
                Meeting,
                part,
                **own,
                cancelled_at=None,
                **_instants(part, zones.get(part.location_id or "", content.timezone)),
            )
            for part in content.meetings
            if not part.cancelled
        ],
    }


def _row(table: type[Entry], part: schema.Part, **more: Any) -> Entry:
    values = part.model_dump() | more
    return table(
        **{column.key: values[column.key] for column in table.__table__.columns if column.key not in NOT_IN_THE_PACK}
    )


def _instants(meeting: schema.PackMeeting, zone: str) -> dict[str, datetime | None]:
    def instant(wall: time | None) -> datetime | None:
        return datetime.combine(meeting.date, wall, ZoneInfo(zone)).astimezone(UTC) if wall else None

    until = meeting.answer_until
    return {
        "welcome_at": instant(meeting.welcome_at),
        "starts_at": instant(meeting.starts_at),
        "ends_at": instant(meeting.ends_at),
        "answer_until": until.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) if until else None,
    }


def _overwrite(old: Entry, new: Entry) -> tuple[str, ...]:
    """Gives the old row the new one's values; tells which differed."""
    fields = []
    for column in new.__table__.columns:
        before, after = getattr(old, column.key), getattr(new, column.key)
        if before != after and column.key not in BOOKKEEPING | NOT_IN_THE_PACK:
            setattr(old, column.key, after)
            fields.append(_difference(column.key, before, after))
    return tuple(fields)


def _difference(key: str, before: Any, after: Any) -> str:
    if isinstance(before, dict) and isinstance(after, dict):
        return f"{key} ({', '.join(part for part in before | after if before.get(part) != after.get(part))})"
    if isinstance(before, dict | list) or isinstance(after, dict | list):
        return key
    return f"{key} {_shown(before)} → {_shown(after)}"


def _shown(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M} UTC"
    return f"{value:%H:%M}" if isinstance(value, time) else "nothing" if value is None else str(value)


def _change(what: str, row: Entry, language: str, fields: tuple[str, ...] = ()) -> Change:
    words: Mapping[str, str] = next(filter(None, (getattr(row, key, None) for key in NAMES)), {})
    return Change(what, row.__tablename__, row.id, words.get(language, row.id), fields)
