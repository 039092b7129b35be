"""Who a broadcast goes to: a query, counted when somebody looks and evaluated when it starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.broadcasts import SKIP
from bot.domain.notices import NoticeState
from bot.domain.roles import ADMINISTRATOR, COORDINATOR
from db.models.broadcasts import Broadcast
from db.models.directory import Organization
from db.models.meetings import RSVP
from db.models.notices import Notice
from db.models.people import Person

MOST_AREAS = 30  # buttons on a screen


@dataclass(frozen=True)
class Reach:
    """How many people a broadcast would go to now, by the language that they read."""

    by_language: dict[str, int]
    switched_off: int
    """How many more would fit, but want no announcements."""

    @property
    def total(self) -> int:
        return sum(self.by_language.values())


async def reach(session: AsyncSession, broadcast: Broadcast, organization: Organization) -> Reach:
    language = _reads(organization).label("reads")
    gets, off = func.count().filter(_gets(broadcast)), func.count().filter(Person.announcements.is_(False))
    counted = _whom(broadcast, organization, language, gets, off).group_by("reads")
    rows = (await session.execute(counted)).all()
    found = {row[0]: row[1] for row in rows if row[1]}
    ordered = {code: found[code] for code in organization.languages if code in found}
    return Reach(ordered, 0 if broadcast.corrects_id else sum(row[2] for row in rows))


def recipients(broadcast: Broadcast, organization: Organization) -> Select[int]:
    """The ids of those who get it."""
    return _whom(broadcast, organization, Person.id).where(_gets(broadcast))


def received(broadcast: Broadcast, organization: Organization) -> Select[int, int]:
    """Chat and message id of the copies that a correction changes."""
    return _whom(broadcast, organization, Notice.chat_id, Notice.message_id).where(Notice.message_id.is_not(None))


async def by_language(
    session: AsyncSession, broadcast: Broadcast, organization: Organization
) -> dict[str, dict[NoticeState, int]]:
    """What became of a broadcast's notices, by the language that their readers read now."""
    language = _reads(organization).label("reads")
    asked = (
        select(language, Notice.state, func.count())
        .join_from(Notice, Person, Person.id == Notice.chat_id)
        .where(Notice.broadcast_id == broadcast.id)
        .group_by("reads", Notice.state)
    )
    found: dict[str, dict[NoticeState, int]] = {}
    for code, state, count in await session.execute(asked):
        found.setdefault(code, {})[NoticeState(state)] = count
    return {code: found[code] for code in organization.languages if code in found}


async def areas(session: AsyncSession) -> list[str]:
    """Where people said they live."""
    asked = select(Person.area).where(Person.area.is_not(None)).distinct().order_by(Person.area).limit(MOST_AREAS)
    return [area for area in await session.scalars(asked) if area]


def _whom(broadcast: Broadcast, organization: Organization, *columns: ColumnElement[Any] | Any) -> Select[Any]:
    """Those who fit; of a correction, those who received what it corrects."""
    if broadcast.corrects_id:
        copies = select(*columns).join_from(Notice, Person, Person.id == Notice.chat_id)
        whom = copies.where(Notice.broadcast_id == broadcast.corrects_id, Notice.state == NoticeState.SENT)
    else:
        whom = select(*columns).select_from(Person).where(*_fits(broadcast, organization))
    if broadcast.missing == SKIP:
        whom = whom.where(_reads(organization).in_(list(broadcast.texts)))
    return whom


def _fits(broadcast: Broadcast, organization: Organization) -> list[ColumnElement[bool]]:
    audience = broadcast.audience
    fits: list[ColumnElement[bool]] = []
    if roles := set(audience.get("roles", ())):
        fits.append(Person.role.in_(roles | ({ADMINISTRATOR} if COORDINATOR in roles else set())))
    if languages := audience.get("languages"):
        fits.append(_reads(organization).in_(languages))
    if areas := audience.get("areas"):
        fits.append(Person.area.in_(areas))
    if meeting := audience.get("meeting"):
        said = select(RSVP.person_id).where(RSVP.meeting_id == meeting)
        answers = audience.get("rsvp")
        fits.append(Person.id.in_(said.where(RSVP.answer.in_(answers)) if answers else said))
    return fits


def _gets(broadcast: Broadcast) -> ColumnElement[bool]:
    """A correction goes to exactly those who have the mistake; anything else to who wants it and can be reached."""
    if broadcast.corrects_id:
        return true()
    return and_(Person.announcements, Person.unreachable_at.is_(None))


def _reads(organization: Organization) -> ColumnElement[str]:
    """The language in which the bot writes to a person. Label it as no column is called: GROUP BY takes those first."""
    return case((Person.language.in_(organization.languages), Person.language), else_=organization.default_language)
