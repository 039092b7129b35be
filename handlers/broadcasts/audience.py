"""Whom an announcement goes to."""

from __future__ import annotations

from typing import cast

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.broadcasts.drafts import Broadcasts, Dimension
from bot.usecases.desk import Desk
from bot.views.broadcasts import audience as views
from bot.views.screen import Screen
from db.models.broadcasts import Broadcast
from handlers.broadcasts.drafts import number
from handlers.routing import Topic

router = Router(name="broadcast audience")


@router.callback_query(Topic("broadcast.who"))
async def who(event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts) -> list[Screen]:
    broadcast_id, dimension = number(item)
    draft = await broadcasts.read(broadcast_id)
    return [await _shown(speech, desk, broadcasts, draft, dimension)]


@router.callback_query(Topic("broadcast.pick"))
async def pick(event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts) -> list[Screen]:
    broadcast_id, choice = number(item)
    dimension, _, key = choice.partition(".")
    values = await _values(speech, desk, broadcasts, dimension)
    value = next((value for value in values if views.key_of(value) == key), None)
    if value is None:
        raise NotOffered
    draft = await broadcasts.narrow(broadcast_id, cast(Dimension, dimension), value)
    return [await _shown(speech, desk, broadcasts, draft, "meeting" if dimension == "rsvp" else dimension, values)]


@router.callback_query(Topic("broadcast.meeting"))
async def meeting(event: CallbackQuery, item: str, speech: Speech, desk: Desk, broadcasts: Broadcasts) -> list[Screen]:
    broadcast_id, meeting_id = number(item)
    if meeting_id not in {meeting.id for meeting in desk.directory.meetings}:
        raise NotOffered
    draft = await broadcasts.invite(broadcast_id, meeting_id)
    return [await _shown(speech, desk, broadcasts, draft, "meeting")]


async def _values(speech: Speech, desk: Desk, broadcasts: Broadcasts, dimension: str) -> list[str]:
    match dimension:
        case "roles":
            return list(views.role_names(speech))
        case "languages":
            return desk.directory.organization.languages
        case "areas":
            return await broadcasts.areas()
        case "rsvp":
            return list(views.answer_names(speech))
        case _:
            raise NotOffered


async def _shown(
    speech: Speech,
    desk: Desk,
    broadcasts: Broadcasts,
    draft: Broadcast,
    dimension: str,
    values: list[str] | None = None,
) -> Screen:
    seen = await broadcasts.overview(draft, desk.directory.organization)
    match dimension:
        case "":
            return views.audience(speech, desk, seen)
        case "roles":
            return views.choose_roles(speech, desk, seen)
        case "languages":
            return views.choose_languages(speech, desk, seen)
        case "areas":
            return views.choose_areas(speech, desk, seen, values or await broadcasts.areas())
        case "meeting":
            return views.choose_meeting(speech, desk, seen)
        case _:
            raise NotOffered
