"""Brings the directory's tables to what a pack says, and tells what that changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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

Entry = Organization | Location | Service | Schedule | Closure | ExtraOpening | Meeting

# In the order in which they refer to each other.
TABLES: tuple[type[Entry], ...] = (Organization, Location, Service, Schedule, Closure, ExtraOpening, Meeting)
BOOKKEEPING = {"content_hash", "revision"}
FROM_THE_TEAM = {"source", "answer_until", "capacity", "reminders", "stands_since", "cancelled_at", "sequence"}
"""What coordinators decide about a meeting."""
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


async def import_pack(session: AsyncSession, pack: Pack) -> list[Change]:
    """What it did, nothing on a second run. The caller commits; the revision grows when anything changed."""
    language = pack.content.default_language
    before = {table: await _rows(session, table) for table in TABLES}
    taken_over = {id: before[Meeting].pop(id) for id, row in [*before[Meeting].items()] if row.source == "team"}
    wanted = wanted_rows(pack.content)
    wanted[Meeting] = [row for row in wanted[Meeting] if row.id not in taken_over]
    revision = max((organization.revision for organization in before[Organization].values()), default=0)
    changes = []
    for table, rows in wanted.items():
        for row in rows:
            if (old := before[table].pop(row.id, None)) is None:
                session.add(row)
                changes.append(_change("added", row, language))
            elif fields := _overwrite(old, row):
                changes.append(_change("changed", row, language, fields))
        await session.flush()
    _without_places(taken_over.values(), set(before[Location]))
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


def _without_places(meetings: Iterable[Meeting], gone: set[str]) -> None:
    for meeting in meetings:
        if meeting.location_id in gone:
            meeting.location_id = None


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
            _row(Meeting, part, **own, **_instants(part, zones.get(part.location_id or "", content.timezone)))
            for part in content.meetings
        ],
    }


def _row(table: type[Entry], part: schema.Part, **more: Any) -> Entry:
    values = part.model_dump() | more
    return table(
        **{column.key: values[column.key] for column in table.__table__.columns if column.key not in FROM_THE_TEAM}
    )


def _instants(meeting: schema.Meeting, zone: str) -> dict[str, datetime | None]:
    def instant(wall: time) -> datetime:
        return datetime.combine(meeting.date, wall, ZoneInfo(zone)).astimezone(UTC)

    return {
        "welcome_at": instant(meeting.welcome_at) if meeting.welcome_at else None,
        "starts_at": instant(meeting.starts_at),
        "ends_at": instant(meeting.ends_at),
    }


def _overwrite(old: Entry, new: Entry) -> tuple[str, ...]:
    """Gives the old row the new one's values; tells which differed."""
    fields = []
    for column in new.__table__.columns:
        before, after = getattr(old, column.key), getattr(new, column.key)
        if before != after and column.key not in BOOKKEEPING | FROM_THE_TEAM:
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
