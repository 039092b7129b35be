"""What residents do about meetings: look, answer, and take what they need along."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, cast

from aiogram import BaseMiddleware, Router
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.domain.errors import MeetingOver, NotOffered
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.usecases.meetings.rsvp import Meetings
from bot.views.meetings import meeting as views
from bot.views.meetings.calendar_file import calendar_file
from bot.views.screen import Screen
from handlers.routing import Topic

router = Router(name="meetings")
Event = Message | CallbackQuery
SAID = ("going", "maybe", "not_going")


class AsGuest(BaseMiddleware):
    """Gives handlers what this person can do about meetings."""

    async def __call__(self, handler: Any, event: TelegramObject, data: dict[str, Any]) -> Any:
        user = data["event_from_user"]
        data["meetings"] = Meetings(data["session"], data["now"], user.id, data["desk"])
        return await handler(event, data)


router.callback_query.middleware(AsGuest())


@router.message(Topic("meetings"))
@router.callback_query(Topic("meetings"))
async def listed(event: Event, speech: Speech, desk: Desk, now: datetime, role: str) -> list[Screen]:
    return [views.meetings(speech, desk, now, role)]


@router.callback_query(Topic("meeting"))
async def opened(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, meetings: Meetings, role: str
) -> list[Screen]:
    return [views.meeting(speech, desk, await meetings.read(item), role)]


@router.callback_query(Topic("meeting.answer"))
async def answer(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, meetings: Meetings, role: str
) -> list[Screen]:
    meeting_id, said, end = (*item.split("."), "", "")[:3]
    if said not in SAID:
        raise NotOffered
    given = cast(Literal["going", "maybe", "not_going"], said)
    seen = await meetings.answer(meeting_id, given, event.from_user.first_name[:64])
    return [views.meeting(speech, desk, seen, role, anew=end == views.COPY)]


@router.callback_query(Topic("meeting.people"))
async def bring(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, meetings: Meetings, role: str
) -> list[Screen]:
    meeting_id, _, people = item.partition(".")
    if not people:
        return [views.choose_people(speech, (await meetings.read(meeting_id)).meeting)]
    if not (people.isascii() and people.isdecimal() and len(people) < 3):
        raise NotOffered
    return [views.meeting(speech, desk, await meetings.bring(meeting_id, int(people)), role)]


@router.callback_query(Topic("meeting.interpreter"))
async def interpreter(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, meetings: Meetings, role: str
) -> list[Screen]:
    meeting_id, _, code = item.partition(".")
    if not code:
        return [views.choose_interpreter(speech, desk, (await meetings.read(meeting_id)).meeting)]
    seen = await meetings.need_interpreter(meeting_id, None if code == "none" else code)
    return [views.meeting(speech, desk, seen, role)]


@router.callback_query(Topic("meeting.calendar"))
async def calendar(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, meetings: Meetings, now: datetime
) -> list[Screen]:
    seen = await meetings.read(item)
    file = calendar_file(speech, desk, seen.meeting, now, link=seen.confirmed)
    return [Screen(views.description(speech, desk, seen.meeting, agenda=False), file=file)]


@router.callback_query(Topic("meeting.link"))
async def link(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, meetings: Meetings, role: str
) -> list[Screen]:
    """Only for those who come, and only until it ends; others see what they can answer."""
    seen = await meetings.read(item)
    if not seen.stands:
        raise MeetingOver
    if not (seen.confirmed and seen.meeting.online_url):
        return [views.meeting(speech, desk, seen, role, anew=True)]
    return [views.online(speech, seen.meeting)]
