"""What coordinators do with a meeting that stands: announce it, call it off, see who comes, tick who came, count."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.meetings.planning import MeetingPlans
from bot.views.meetings import guests as views
from bot.views.meetings.draft import called_off, cancel
from bot.views.meetings.statistics import figures
from bot.views.meetings.taps import AnnounceMeeting, CallOffMeeting, ShowFigures, ShowGuests, TickGuest
from bot.views.reader import Reader
from bot.views.screen import Screen
from handlers.broadcasts.drafts import shown
from handlers.routing import On

router = Router(name="meeting guests")


@router.callback_query(On(ShowGuests))
async def guests(event: CallbackQuery, tap: ShowGuests, actor: Actor, reader: Reader) -> list[Screen]:
    plans = MeetingPlans(actor)
    return [views.guests(reader, plans.read(tap.meeting_id), await plans.guests(tap.meeting_id))]


@router.callback_query(On(TickGuest))
async def tick(event: CallbackQuery, tap: TickGuest, actor: Actor, reader: Reader) -> list[Screen]:
    plans = MeetingPlans(actor)
    everybody = await plans.tick(tap.meeting_id, tap.person_id)
    return [views.guests(reader, plans.read(tap.meeting_id), everybody)]


@router.callback_query(On(ShowFigures))
async def past(event: CallbackQuery, actor: Actor, reader: Reader) -> list[Screen]:
    return [figures(reader.speech, await MeetingPlans(actor).figures())]


@router.callback_query(On(CallOffMeeting))
async def call_off(event: CallbackQuery, tap: CallOffMeeting, actor: Actor, reader: Reader) -> list[Screen]:
    plans = MeetingPlans(actor)
    if not tap.sure:
        return [cancel(reader, plans.read(tap.meeting_id))]
    await plans.cancel(tap.meeting_id)
    return [called_off(reader.speech, plans.changes.put_back)]


@router.callback_query(On(AnnounceMeeting))
async def announce(
    event: CallbackQuery,
    tap: AnnounceMeeting,
    speeches: dict[str, Speech],
    actor: Actor,
    reader: Reader,
) -> list[Screen]:
    """A broadcast with the words of the meeting in each language, to look at, change and send."""
    plans = MeetingPlans(actor)
    meeting = plans.read(tap.meeting_id)
    codes = [code for code in reader.organization.languages if code in speeches and code in meeting.title]
    texts = {code: views.invitation(replace(reader, speech=speeches[code]), meeting) for code in codes}
    return [await shown(actor, reader, await plans.announce(tap.meeting_id, texts), count=False)]
