"""Coordinators write meetings: one question after the other, then all of it with a button for each part."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.usecases.meetings.drafts import closed_days
from bot.usecases.meetings.planning import MeetingPlans
from bot.views.meetings import draft as views
from bot.views.screen import Screen
from handlers.broadcasts.drafts import number
from handlers.forms import expect_nothing
from handlers.meetings.form import AsPlanner, MeetingForm
from handlers.routing import Topic

router = Router(name="meeting plans")
router.message.middleware(AsPlanner())
router.callback_query.middleware(AsPlanner())


@router.callback_query(Topic("plan.new"))
async def new(event: CallbackQuery, form: MeetingForm) -> list[Screen]:
    return await form.go_on(await form.drafts.begin())


@router.callback_query(Topic("plan.change"))
async def change(event: CallbackQuery, item: str, form: MeetingForm) -> list[Screen]:
    return await form.go_on(await form.drafts.change(item))


@router.callback_query(Topic("plan"))
async def as_it_stands(event: CallbackQuery, item: str, form: MeetingForm) -> list[Screen]:
    return await form.go_on(await form.drafts.read(number(item)[0]))


@router.callback_query(Topic("plan.ask"))
async def ask(event: CallbackQuery, item: str, form: MeetingForm) -> list[Screen]:
    draft_id, asked = number(item)
    return await form.ask(await form.drafts.read(draft_id), asked)


@router.callback_query(Topic("plan.set"))
async def tapped(event: CallbackQuery, item: str, form: MeetingForm) -> list[Screen]:
    draft_id, chosen = number(item)
    field, _, value = chosen.partition(".")
    return await form.tapped(draft_id, field, value)


@router.message(Topic("plan.ask"))
async def typed(message: Message, item: str, form: MeetingForm) -> list[Screen]:
    draft_id, asked = number(item)
    return await form.typed(draft_id, asked, (message.text or "").strip())


@router.callback_query(Topic("plan.save"))
async def save(event: CallbackQuery, item: str, form: MeetingForm, plans: MeetingPlans) -> list[Screen]:
    """What is in the way is asked about first; then `.all` of it is saved, or all `.without` that."""
    draft_id, sure = number(item)
    draft = await form.drafts.read(draft_id)
    if sure == "without":
        draft = await form.drafts.leave_out_closed(draft_id)
    elif sure != "all" and closed_days(form.desk, draft):
        return [views.in_the_way(form.speech, form.desk, draft)]
    saved = await plans.save(draft)
    expect_nothing(form.session)
    return [views.saved(form.speech, form.desk, saved, plans.changes.put_back)]
