"""What residents do about meetings: look, answer, and take what they need along."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import MeetingOver
from bot.usecases.actor import Actor
from bot.usecases.meetings.rsvp import Meetings
from bot.views.meetings import meeting as views
from bot.views.meetings.calendar_file import calendar_file
from bot.views.meetings.description import description
from bot.views.meetings.taps import (
    AnswerMeeting,
    BringPeople,
    GetCalendarFile,
    JoinOnline,
    NeedInterpreter,
    NeedNoInterpreter,
    ShowMeeting,
    ShowMeetings,
)
from bot.views.reader import Reader
from bot.views.screen import Screen
from handlers.routing import On

router = Router(name="meetings")


@router.message(On(ShowMeetings))
@router.callback_query(On(ShowMeetings))
async def listed(event: Message | CallbackQuery, reader: Reader) -> list[Screen]:
    return [views.meetings(reader)]


@router.callback_query(On(ShowMeeting))
async def opened(event: CallbackQuery, tap: ShowMeeting, actor: Actor, reader: Reader) -> list[Screen]:
    return [views.meeting(reader, await Meetings(actor).read(tap.meeting_id))]


@router.callback_query(On(AnswerMeeting))
async def answer(event: CallbackQuery, tap: AnswerMeeting, actor: Actor, reader: Reader) -> list[Screen]:
    seen = await Meetings(actor).answer(tap.meeting_id, tap.rsvp, event.from_user.first_name[:64])
    return [views.meeting(reader, seen, anew=tap.under == "copy")]


@router.callback_query(On(BringPeople))
async def bring(event: CallbackQuery, tap: BringPeople, actor: Actor, reader: Reader) -> list[Screen]:
    if tap.people is None:
        return [views.choose_people(reader.speech, await Meetings(actor).read(tap.meeting_id))]
    return [views.meeting(reader, await Meetings(actor).bring(tap.meeting_id, tap.people))]


@router.callback_query(On(NeedInterpreter))
async def interpreter(event: CallbackQuery, tap: NeedInterpreter, actor: Actor, reader: Reader) -> list[Screen]:
    if tap.language is None:
        return [views.choose_interpreter(reader, await Meetings(actor).read(tap.meeting_id))]
    return [views.meeting(reader, await Meetings(actor).need_interpreter(tap.meeting_id, tap.language))]


@router.callback_query(On(NeedNoInterpreter))
async def no_interpreter(event: CallbackQuery, tap: NeedNoInterpreter, actor: Actor, reader: Reader) -> list[Screen]:
    return [views.meeting(reader, await Meetings(actor).need_interpreter(tap.meeting_id, None))]


@router.callback_query(On(GetCalendarFile))
async def calendar(event: CallbackQuery, tap: GetCalendarFile, actor: Actor, reader: Reader) -> list[Screen]:
    seen = await Meetings(actor).read(tap.meeting_id)
    file = calendar_file(reader, seen.meeting, link=seen.confirmed)
    return [Screen(description(reader, seen.meeting, agenda=False), file=file)]


@router.callback_query(On(JoinOnline))
async def link(event: CallbackQuery, tap: JoinOnline, actor: Actor, reader: Reader) -> list[Screen]:
    """Only for those who come, and only until it ends; others see what they can answer."""
    seen = await Meetings(actor).read(tap.meeting_id)
    if not seen.stands:
        raise MeetingOver
    if not (seen.confirmed and seen.meeting.online_url):
        return [views.meeting(reader, seen, anew=True)]
    return [views.online(reader.speech, seen.meeting)]
