"""Whom an announcement goes to."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.domain.broadcasts import Choice
from bot.domain.errors import NotOffered
from bot.usecases.actor import Actor
from bot.usecases.broadcasts.drafts import Broadcasts
from bot.views.broadcasts import audience as views
from bot.views.broadcasts.taps import AskAudience, ChooseAudience, ChooseMeeting
from bot.views.meetings.meeting import answer_names
from bot.views.reader import Reader
from bot.views.screen import Screen
from db.models.broadcasts import Broadcast
from handlers.routing import On

router = Router(name="broadcast audience")


@router.callback_query(On(AskAudience))
async def who(event: CallbackQuery, tap: AskAudience, actor: Actor, reader: Reader) -> list[Screen]:
    draft = await Broadcasts(actor).read(tap.broadcast_id)
    if tap.by is None:
        return [views.audience(reader, await Broadcasts(actor).overview(draft))]
    if tap.by == "meeting":
        return [views.choose_meeting(reader, await Broadcasts(actor).overview(draft))]
    return [await _lists(actor, reader, draft, tap.by, await _values(actor, reader, tap.by))]


@router.callback_query(On(ChooseAudience))
async def choose(event: CallbackQuery, tap: ChooseAudience, actor: Actor, reader: Reader) -> list[Screen]:
    values = await _values(actor, reader, tap.by)
    value = next((value for value in values if views.key_of(value) == tap.key), None)
    if value is None:
        raise NotOffered
    draft = await Broadcasts(actor).narrow(tap.broadcast_id, tap.by, value)
    return [await _lists(actor, reader, draft, tap.by, values)]


@router.callback_query(On(ChooseMeeting))
async def meeting(event: CallbackQuery, tap: ChooseMeeting, actor: Actor, reader: Reader) -> list[Screen]:
    if tap.meeting_id not in {meeting.id for meeting in reader.desk.directory.meetings}:
        raise NotOffered
    draft = await Broadcasts(actor).invite(tap.broadcast_id, tap.meeting_id)
    return [views.choose_meeting(reader, await Broadcasts(actor).overview(draft))]


async def _values(actor: Actor, reader: Reader, by: Choice) -> Sequence[str]:
    match by:
        case "roles":
            return list(views.role_names(reader.speech))
        case "languages":
            return reader.organization.languages
        case "areas":
            return await Broadcasts(actor).areas()
        case "rsvp":
            return list(answer_names(reader.speech))


async def _lists(actor: Actor, reader: Reader, draft: Broadcast, by: Choice, values: Sequence[str]) -> Screen:
    seen = await Broadcasts(actor).overview(draft)
    match by:
        case "roles":
            return views.choose_roles(reader, seen)
        case "languages":
            return views.choose_languages(reader, seen)
        case "areas":
            return views.choose_areas(reader, seen, values)
        case "rsvp":
            return views.choose_meeting(reader, seen)
