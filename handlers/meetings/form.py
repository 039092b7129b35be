"""What answers the questions about a meeting: a tap, or what a coordinator writes."""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NoSuchDay, TimePassed
from bot.domain.meetings.times import read_hours
from bot.understanding.days import dates
from bot.usecases.actor import Actor
from bot.usecases.meetings.drafts import MOST_PEOPLE, MeetingDrafts, today_at_place
from bot.views.meetings.form import ask, ask_day, ask_text, next_step, which_day
from bot.views.meetings.form_taps import (
    AskMeeting,
    AskMeetingDay,
    AskMeetingText,
    ClearMeetingField,
    RepeatMeeting,
    SetMeetingDay,
    SetMeetingNumber,
    SetMeetingPlace,
    SetMeetingTime,
    SwitchReminder,
)
from bot.views.reader import Reader
from bot.views.screen import Screen
from db.models.meetings import MeetingDraft
from handlers.routing import On

router = Router(name="meeting form")
LONG_AGO = 400  # days
MOST_DIGITS = 4  # of how many people


@router.callback_query(On(SetMeetingDay))
async def set_day(event: CallbackQuery, tap: SetMeetingDay, actor: Actor, reader: Reader) -> list[Screen]:
    return [next_step(reader, await MeetingDrafts(actor).set_dates(tap.draft_id, [tap.day]))]


@router.callback_query(On(RepeatMeeting))
async def repeat(event: CallbackQuery, tap: RepeatMeeting, actor: Actor, reader: Reader) -> list[Screen]:
    return [next_step(reader, await MeetingDrafts(actor).repeat(tap.draft_id, tap.nth, tap.count))]


@router.callback_query(On(SetMeetingTime))
async def set_time(event: CallbackQuery, tap: SetMeetingTime, actor: Actor, reader: Reader) -> list[Screen]:
    drafts = MeetingDrafts(actor)
    match tap.field:
        case "hours":
            draft = await drafts.begin_at(tap.draft_id, tap.at, None)
        case "ends":
            draft = await drafts.end_at(tap.draft_id, tap.at)
        case "welcome":
            draft = await drafts.welcome_at(tap.draft_id, tap.at)
    return [next_step(reader, draft)]


@router.callback_query(On(SetMeetingNumber))
async def set_number(event: CallbackQuery, tap: SetMeetingNumber, actor: Actor, reader: Reader) -> list[Screen]:
    drafts = MeetingDrafts(actor)
    sets = drafts.limit if tap.field == "limit" else drafts.answer_before
    return [next_step(reader, await sets(tap.draft_id, tap.number))]


@router.callback_query(On(SetMeetingPlace))
async def set_place(event: CallbackQuery, tap: SetMeetingPlace, actor: Actor, reader: Reader) -> list[Screen]:
    return [next_step(reader, await MeetingDrafts(actor).meet_at(tap.draft_id, tap.location_id))]


@router.callback_query(On(ClearMeetingField))
async def clear(event: CallbackQuery, tap: ClearMeetingField, actor: Actor, reader: Reader) -> list[Screen]:
    drafts = MeetingDrafts(actor)
    match tap.field:
        case "welcome":
            draft = await drafts.welcome_at(tap.draft_id, None)
        case "place":
            draft = await drafts.meet_at(tap.draft_id, None)
        case "link":
            draft = await drafts.meet_online(tap.draft_id, None)
        case "limit":
            draft = await drafts.limit(tap.draft_id, None)
        case "deadline":
            draft = await drafts.answer_before(tap.draft_id, None)
    return [next_step(reader, draft)]


@router.callback_query(On(SwitchReminder))
async def remind(event: CallbackQuery, tap: SwitchReminder, actor: Actor, reader: Reader) -> list[Screen]:
    """Several may be chosen: it is asked until they go back."""
    draft = await MeetingDrafts(actor).remind(tap.draft_id, tap.minutes)
    return [ask(reader, draft, AskMeeting(draft.id, "remind"))]


@router.message(On(AskMeetingText))
async def write_text(message: Message, tap: AskMeetingText, actor: Actor, reader: Reader) -> list[Screen]:
    drafts, words = MeetingDrafts(actor), _words(message)
    if not words:
        return [ask_text(reader, await drafts.read(tap.draft_id), tap)]
    write = drafts.name if tap.text == "title" else drafts.describe
    return [next_step(reader, await write(tap.draft_id, tap.language, words))]


@router.message(On(AskMeetingDay))
async def write_days(message: Message, tap: AskMeetingDay, actor: Actor, reader: Reader) -> list[Screen]:
    """One day or several; words without a number may have several readings."""
    drafts, words = MeetingDrafts(actor), _words(message)
    draft = await drafts.read(tap.draft_id)
    if not words:
        return [ask_day(reader, draft, tap.month)]
    days = read_days(words, today_at_place(actor.desk, draft, actor.now))
    if len(days) > 1 and (draft.meeting_id or not any(sign.isdecimal() for sign in words)):
        return [which_day(reader.speech, draft, days)]
    return [next_step(reader, await drafts.set_dates(draft.id, days))]


@router.message(On(AskMeeting))
async def write(message: Message, tap: AskMeeting, actor: Actor, reader: Reader) -> list[Screen]:
    drafts, words = MeetingDrafts(actor), _words(message)
    if words and (draft := await _written(drafts, tap, words)):
        return [next_step(reader, draft)]
    return [ask(reader, await drafts.read(tap.draft_id), tap)]


async def _written(drafts: MeetingDrafts, tap: AskMeeting, words: str) -> MeetingDraft | None:
    """None for words that are no answer."""
    match tap.field:
        case "hours":
            return await drafts.begin_at(tap.draft_id, *read_hours(words))
        case "ends":
            return await drafts.end_at(tap.draft_id, read_hours(words)[0])
        case "welcome":
            return await drafts.welcome_at(tap.draft_id, read_hours(words)[0])
        case "link":
            return await drafts.meet_online(tap.draft_id, words)
        case "limit" if words.isdecimal() and len(words) <= MOST_DIGITS and 1 <= int(words) <= MOST_PEOPLE:
            return await drafts.limit(tap.draft_id, int(words))
    return None


def _words(message: Message) -> str:
    return (message.text or "").strip()


def read_days(words: str, today: date) -> list[date]:
    """NoSuchDay where no day is named, TimePassed where it is over."""
    if found := dates(words, today):
        return found
    if dates(words, date.fromordinal(today.toordinal() - LONG_AGO)):
        raise TimePassed
    raise NoSuchDay
