"""Coordinators write meetings: one question after the other, then all of it with a button for each part."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.usecases.actor import Actor
from bot.usecases.meetings.drafts import MeetingDrafts, closed_days
from bot.usecases.meetings.planning import MeetingPlans
from bot.views.meetings import draft as views
from bot.views.meetings import form
from bot.views.meetings.form_taps import (
    AskMeeting,
    AskMeetingDay,
    AskMeetingText,
    ChangeMeeting,
    NewMeeting,
    SaveMeeting,
    ShowMeetingDraft,
)
from bot.views.reader import Reader
from bot.views.screen import Screen
from handlers.routing import On

router = Router(name="meeting drafts")


@router.callback_query(On(NewMeeting))
async def new(event: CallbackQuery, actor: Actor, reader: Reader) -> list[Screen]:
    return [form.next_step(reader, await MeetingDrafts(actor).begin())]


@router.callback_query(On(ChangeMeeting))
async def change(event: CallbackQuery, tap: ChangeMeeting, actor: Actor, reader: Reader) -> list[Screen]:
    return [form.next_step(reader, await MeetingDrafts(actor).change(tap.meeting_id))]


@router.callback_query(On(ShowMeetingDraft))
async def as_it_stands(event: CallbackQuery, tap: ShowMeetingDraft, actor: Actor, reader: Reader) -> list[Screen]:
    return [form.next_step(reader, await MeetingDrafts(actor).read(tap.draft_id))]


@router.callback_query(On(AskMeeting))
async def ask(event: CallbackQuery, tap: AskMeeting, actor: Actor, reader: Reader) -> list[Screen]:
    return [form.ask(reader, await MeetingDrafts(actor).read(tap.draft_id), tap)]


@router.callback_query(On(AskMeetingText))
async def ask_text(event: CallbackQuery, tap: AskMeetingText, actor: Actor, reader: Reader) -> list[Screen]:
    return [form.ask_text(reader, await MeetingDrafts(actor).read(tap.draft_id), tap)]


@router.callback_query(On(AskMeetingDay))
async def ask_day(event: CallbackQuery, tap: AskMeetingDay, actor: Actor, reader: Reader) -> list[Screen]:
    return [form.ask_day(reader, await MeetingDrafts(actor).read(tap.draft_id), tap.month)]


@router.callback_query(On(SaveMeeting))
async def save(event: CallbackQuery, tap: SaveMeeting, actor: Actor, reader: Reader) -> list[Screen]:
    """What is in the way is asked about first."""
    drafts, plans = MeetingDrafts(actor), MeetingPlans(actor)
    draft = await drafts.read(tap.draft_id)
    if tap.days == "without":
        draft = await drafts.leave_out_closed(tap.draft_id)
    elif tap.days != "all" and closed_days(actor.desk, draft):
        return [views.in_the_way(reader, draft)]
    saved = await plans.save(draft)
    return [views.saved(reader, saved, plans.changes.put_back)]
