"""Meetings and the answers to them."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Row, case, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.meetings.rules import REMINDED
from bot.domain.notices import Failure, NoticeState
from db.models.meetings import RSVP, Meeting, MeetingDraft
from db.models.notices import IS_PENDING, IS_SENDING, Notice
from db.models.people import Person
from db.rows import changed


async def find_to_change(session: AsyncSession, meeting_id: str) -> Meeting | None:
    """Nobody else answers to it, or changes it, until the end of the transaction."""
    return await session.get(Meeting, meeting_id, with_for_update=True, populate_existing=True)


async def coming(session: AsyncSession, now: datetime) -> Sequence[Meeting]:
    """Those that have not ended, called off or not; as locked as by `find_to_change`."""
    return (
        await session.scalars(select(Meeting).where(Meeting.ends_at > now).order_by(Meeting.id).with_for_update())
    ).all()


async def answered(session: AsyncSession) -> set[str]:
    """The meetings to which somebody has answered."""
    return set(await session.scalars(select(RSVP.meeting_id).distinct()))


async def with_place_of(session: AsyncSession, person_id: int, now: datetime) -> Sequence[Meeting]:
    """Those that stand, and to which that person comes; as locked as by `find_to_change`."""
    stands = (Meeting.ends_at > now, Meeting.cancelled_at.is_(None))
    theirs = select(Meeting).join(RSVP).where(RSVP.person_id == person_id, RSVP.answer == "going", *stands)
    return (await session.scalars(theirs.order_by(Meeting.id).with_for_update(of=Meeting))).all()


async def forget_answer(session: AsyncSession, meeting_id: str, person_id: int) -> None:
    await session.execute(delete(RSVP).where(RSVP.meeting_id == meeting_id, RSVP.person_id == person_id))


async def set_apart(session: AsyncSession, meeting: Meeting) -> None:
    """A copy of it gets its answers, and an id of its own: another meeting may have this one's."""
    values = {column.key: getattr(meeting, column.key) for column in Meeting.__table__.columns}
    copy = Meeting(**values | {"id": f"p{secrets.token_hex(5)}", "source": "team"})
    session.add(copy)
    await session.flush()
    await session.execute(update(RSVP).where(RSVP.meeting_id == meeting.id).values(meeting_id=copy.id))


async def answer_of(session: AsyncSession, meeting_id: str, person_id: int) -> RSVP | None:
    return await session.get(RSVP, (meeting_id, person_id))


async def answers(session: AsyncSession, meeting_id: str) -> Sequence[RSVP]:
    """Those who wait in the order in which they came."""
    asked = select(RSVP).where(RSVP.meeting_id == meeting_id).order_by(RSVP.answered_at, RSVP.person_id)
    return (await session.scalars(asked)).all()


async def answers_and_news(
    session: AsyncSession, meeting_id: str, person_id: int, kinds: Collection[str]
) -> tuple[list[RSVP], bool]:
    """As `answers`; and whether something of these kinds is on its way to that person."""
    news = exists().where(*_on_the_way(meeting_id, kinds), Notice.chat_id == person_id)
    asked = select(RSVP, news).where(RSVP.meeting_id == meeting_id).order_by(RSVP.answered_at, RSVP.person_id)
    found = (await session.execute(asked)).all()
    return [answer for answer, _ in found], any(waits for _, waits in found)


def _on_the_way(meeting_id: str, kinds: Collection[str]) -> list[ColumnElement[bool]]:
    """Notices about that meeting."""
    about = Notice.dedupe_key.startswith(f"meeting.{meeting_id}.", autoescape=True)
    return [about, Notice.kind.in_(kinds), or_(IS_PENDING, IS_SENDING)]


async def people_going(session: AsyncSession, meeting_id: str) -> int:
    asked = select(func.coalesce(func.sum(RSVP.people), 0)).where(RSVP.meeting_id == meeting_id, RSVP.answer == "going")
    return int(await session.scalar(asked) or 0)


async def answers_with_languages(session: AsyncSession, meeting_id: str) -> Sequence[Row[RSVP, str | None]]:
    """Each answer with the language that its person reads."""
    asked = select(RSVP, Person.language).join(Person, Person.id == RSVP.person_id)
    return (await session.execute(asked.where(RSVP.meeting_id == meeting_id).order_by(RSVP.answered_at))).all()


async def held(session: AsyncSession, since: datetime, now: datetime) -> Sequence[Row[datetime, int, int, int]]:
    """Of each that is over: starts_at, answers, and how many people came and stayed_away."""
    came, coming = RSVP.attended.is_(True), RSVP.answer == "going"
    asked = (
        select(
            Meeting.starts_at,
            func.count(RSVP.person_id).label("answers"),
            func.coalesce(func.sum(case((came, RSVP.people), else_=0)), 0).label("came"),
            func.coalesce(func.sum(case((coming & ~came, RSVP.people), else_=0)), 0).label("stayed_away"),
        )
        .join(RSVP, isouter=True)
        .where(Meeting.cancelled_at.is_(None), Meeting.ends_at <= now, Meeting.starts_at > since)
    )
    return (await session.execute(asked.group_by(Meeting.id, Meeting.starts_at))).all()


async def to_remind(session: AsyncSession, meeting_id: str, due_at: datetime) -> Sequence[int]:
    """Whom a reminder that is due then concerns: those who had answered before."""
    coming = select(RSVP.person_id).where(RSVP.meeting_id == meeting_id, RSVP.answer.in_(REMINDED))
    return (await session.scalars(coming.where(RSVP.coming_since < due_at))).all()


async def cancel_notices(
    session: AsyncSession, meeting_id: str, now: datetime, kinds: Collection[str], person_id: int | None = None
) -> None:
    """What still waits of these kinds will not go out: for that person, or for everybody."""
    which = _on_the_way(meeting_id, kinds)
    if person_id is not None:
        which.append(Notice.chat_id == person_id)
    # What is on its way arrives, or is not tried again.
    stopped = {
        Notice.state: case((IS_PENDING, NoticeState.CANCELLED), else_=Notice.state),
        Notice.finished_at: case((IS_PENDING, now), else_=Notice.finished_at),
        Notice.failure: case((IS_SENDING, Failure.STOPPED), else_=Notice.failure),
    }
    waiting = update(Notice).where(*which).values(stopped)
    await session.execute(waiting.execution_options(synchronize_session=False))


async def forget_names(session: AsyncSession, ended_before: datetime) -> int:
    """Of meetings that are long over; returns how many."""
    over = select(Meeting.id).where(Meeting.ends_at < ended_before)
    named = update(RSVP).where(RSVP.name.is_not(None), RSVP.meeting_id.in_(over))
    return await changed(session, named.values(name=None))


async def forget_drafts(session: AsyncSession, begun_before: datetime) -> int:
    """Those that nobody saved; returns how many."""
    return await changed(session, delete(MeetingDraft).where(MeetingDraft.created_at < begun_before))


async def find_draft(session: AsyncSession, draft_id: int) -> MeetingDraft | None:
    return await session.get(MeetingDraft, draft_id, with_for_update=True)
