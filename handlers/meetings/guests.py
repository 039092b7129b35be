"""What coordinators do with a meeting that stands: announce it, call it off, see who comes, tick who came, count."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.desk import Desk
from bot.usecases.meetings.planning import MeetingPlans
from bot.views.meetings import guests as views
from bot.views.meetings.draft import called_off, cancel
from bot.views.meetings.statistics import figures
from bot.views.reader import Reader
from bot.views.screen import Screen
from handlers.broadcasts.drafts import shown
from handlers.meetings.form import AsPlanner
from handlers.routing import Topic

router = Router(name="meeting guests")
router.callback_query.middleware(AsPlanner())


@router.callback_query(Topic("meeting.guests"))
async def guests(event: CallbackQuery, item: str, speech: Speech, plans: MeetingPlans, now: datetime) -> list[Screen]:
    return [views.guests(speech, await plans.read(item), await plans.guests(item), now)]


@router.callback_query(Topic("meeting.tick"))
async def tick(event: CallbackQuery, item: str, speech: Speech, plans: MeetingPlans, now: datetime) -> list[Screen]:
    meeting_id, _, person = item.partition(".")
    if not (person.isascii() and person.isdecimal() and len(person) < 16):
        raise NotOffered
    return [views.guests(speech, await plans.read(meeting_id), await plans.tick(meeting_id, int(person)), now)]


@router.callback_query(Topic("meeting.figures"))
async def past(event: CallbackQuery, speech: Speech, plans: MeetingPlans) -> list[Screen]:
    return [figures(speech, await plans.figures())]


@router.callback_query(Topic("meeting.cancel"))
async def call_off(event: CallbackQuery, item: str, speech: Speech, desk: Desk, plans: MeetingPlans) -> list[Screen]:
    meeting_id, _, sure = item.partition(".")
    if sure != "yes":
        return [cancel(speech, desk, await plans.read(meeting_id))]
    await plans.cancel(meeting_id)
    return [called_off(speech, plans.changes.put_back)]


@router.callback_query(Topic("meeting.announce"))
async def announce(
    event: CallbackQuery,
    item: str,
    speeches: dict[str, Speech],
    desk: Desk,
    plans: MeetingPlans,
    actor: Actor,
    reader: Reader,
) -> list[Screen]:
    """A broadcast with the words of the meeting in each language, to look at, change and send."""
    meeting = await plans.read(item)
    codes = [code for code in desk.directory.organization.languages if code in speeches and code in meeting.title]
    texts = {code: views.invitation(speeches[code], desk, meeting) for code in codes}
    return [await shown(actor, reader, await plans.announce(item, texts), count=False)]
