"""A coordinator's form for a meeting: which question comes next, and what the answers to each do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, User
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import NoSuchDay, NotOffered, TimePassed
from bot.domain.meetings.times import monthly, read_hours
from bot.i18n import Speech
from bot.understanding.days import dates
from bot.usecases.desk import Desk
from bot.usecases.meetings.drafts import MeetingDrafts, lacking, zone_of
from bot.usecases.meetings.planning import MeetingPlans
from bot.views.meetings import draft as views
from bot.views.meetings.form import QUESTIONS, which_day
from bot.views.screen import Screen
from db.models.meetings import MeetingDraft
from handlers.forms import expect, expect_nothing

LONG_AGO = 400  # days


@dataclass(frozen=True)
class MeetingForm:
    """With one person, at one moment."""

    session: AsyncSession
    speech: Speech
    desk: Desk
    drafts: MeetingDrafts
    now: datetime

    async def go_on(self, draft: MeetingDraft) -> list[Screen]:
        """The first question that is open, or else all that was said."""
        if missing := lacking(draft):
            return await self.ask(draft, f"title.{self.speech.code}" if missing[0] == "title" else missing[0])
        expect_nothing(self.session)
        return [views.overview(self.speech, self.desk, draft)]

    async def ask(self, draft: MeetingDraft, asked: str) -> list[Screen]:
        """`asked`: a field, and after a dot what it is about: a language, a month."""
        field, _, more = asked.partition(".")
        if field not in QUESTIONS:
            raise NotOffered
        expect(self.session, "plan.ask", f"{draft.id}.{asked}")
        try:
            return [QUESTIONS[field](self.speech, self.desk, draft, more, self._today(draft))]
        except (ValueError, IndexError):  # a month that is none; a repetition of no day
            raise NotOffered from None

    async def tapped(self, draft_id: int, field: str, value: str) -> list[Screen]:
        try:
            draft = await TAPPED[field](self.drafts, draft_id, value)
        except (KeyError, ValueError):
            raise NotOffered from None
        return await (self.ask(draft, field) if field == "remind" else self.go_on(draft))  # several may be ticked

    async def typed(self, draft_id: int, asked: str, words: str) -> list[Screen]:
        field, _, more = asked.partition(".")
        draft = await self.drafts.read(draft_id)
        if field == "day":
            return await self._days(draft, words)
        if field not in TYPED or not words:
            return await self.ask(draft, asked)
        return await self.go_on(await TYPED[field](self.drafts, draft_id, more, words))

    async def _days(self, draft: MeetingDraft, words: str) -> list[Screen]:
        """One day or several; words without a number may have several readings."""
        days = read_days(words, self._today(draft))
        if len(days) > 1 and (draft.meeting_id or not any(sign.isdecimal() for sign in words)):
            return [which_day(self.speech, draft, days)]
        return await self.go_on(await self.drafts.hold_on(draft.id, days))

    def _today(self, draft: MeetingDraft) -> date:
        return self.now.astimezone(zone_of(self.desk, draft.location_id)).date()


class AsPlanner(BaseMiddleware):
    """Gives handlers the form, and what coordinators can do about meetings."""

    async def __call__(self, handler: Any, event: TelegramObject, data: dict[str, Any]) -> Any:
        session, now, desk = data["session"], data["now"], data["desk"]
        user: User = data["event_from_user"]
        drafts = MeetingDrafts(session, now, user.id, data["role"], desk)
        data["plans"] = MeetingPlans(session, now, user.id, data["role"], desk)
        data["form"] = MeetingForm(session, data["speech"], desk, drafts, now)
        return await handler(event, data)


def read_days(words: str, today: date) -> list[date]:
    """NoSuchDay where no day is named, TimePassed where it is over."""
    if found := dates(words, today):
        return found
    if dates(words, date.fromordinal(today.toordinal() - LONG_AGO)):
        raise TimePassed
    raise NoSuchDay


def _clock(value: str) -> time:
    return time(int(value[:2]), int(value[2:]))


async def _repeat(drafts: MeetingDrafts, draft_id: int, value: str) -> MeetingDraft:
    nth, _, count = value.partition(".")
    draft = await drafts.read(draft_id)
    if not draft.days or int(count) > 12:
        raise NotOffered
    first = date.fromisoformat(draft.days[0])
    return await drafts.hold_on(draft_id, [first] if count == "1" else monthly(first, int(nth), int(count)))


async def _limit(drafts: MeetingDrafts, draft_id: int, _more: str, words: str) -> MeetingDraft:
    if not (words.isdecimal() and len(words) < 5):
        raise NotOffered
    return await drafts.limit(draft_id, int(words))


TAPPED: dict[str, Callable[[MeetingDrafts, int, str], Awaitable[MeetingDraft]]] = {
    "day": lambda drafts, id, value: drafts.hold_on(id, [date.fromisoformat(value)]),
    "repeat": _repeat,
    "hours": lambda drafts, id, value: drafts.begin_at(id, _clock(value), None),
    "ends": lambda drafts, id, value: drafts.end_at(id, _clock(value)),
    "welcome": lambda drafts, id, value: drafts.welcome_at(id, None if value == "none" else _clock(value)),
    "place": lambda drafts, id, value: drafts.meet_at(id, None if value == "none" else value),
    "link": lambda drafts, id, value: drafts.meet_online(id, None),
    "limit": lambda drafts, id, value: drafts.limit(id, None if value == "none" else int(value)),
    "deadline": lambda drafts, id, value: drafts.answer_before(id, None if value == "none" else int(value)),
    "remind": lambda drafts, id, value: drafts.remind(id, int(value)),
}
"""What each field's buttons say. ValueError for what none of them does."""
TYPED: dict[str, Callable[[MeetingDrafts, int, str, str], Awaitable[MeetingDraft]]] = {
    "title": lambda drafts, id, language, words: drafts.name(id, language, words),
    "agenda": lambda drafts, id, language, words: drafts.describe(id, language, words),
    "hours": lambda drafts, id, _, words: drafts.begin_at(id, *read_hours(words)),
    "ends": lambda drafts, id, _, words: drafts.end_at(id, read_hours(words)[0]),
    "welcome": lambda drafts, id, _, words: drafts.welcome_at(id, read_hours(words)[0]),
    "link": lambda drafts, id, _, words: drafts.meet_online(id, words),
    "limit": _limit,
}
