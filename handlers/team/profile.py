"""What a volunteer says about themselves, just after joining and any time later."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import NotOffered
from bot.i18n import Speech
from bot.usecases.desk import Desk
from bot.usecases.team.profiles import Part, Volunteers
from bot.views.screen import Screen
from bot.views.team import alerts as told_views
from bot.views.team import profile as views
from db.models.team import Volunteer
from handlers.routing import Topic

router = Router(name="profile")


@router.message(Topic("profile"))
async def profile(message: Message, speech: Speech, desk: Desk, role: str, volunteer: Volunteer) -> list[Screen]:
    return [views.profile(speech, desk, volunteer, role)]


@router.callback_query(Topic("profile"))
async def profile_tapped(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, role: str, volunteer: Volunteer
) -> list[Screen]:
    """Also the end of the first questions."""
    show = views.done if item == views.FIRST else views.profile
    return [show(speech, desk, volunteer, role)]


async def _choose(
    part: Part, item: str, speech: Speech, desk: Desk, volunteers: Volunteers, volunteer: Volunteer
) -> list[Screen]:
    """`fr` chooses French, or not any more; with `n` before it the next question follows."""
    way, _, value = item.rpartition(".") if item != views.FIRST else (item, "", "")
    if value:
        await volunteers.toggle(volunteer, part, value, desk)
    return [views.ask(speech, desk, volunteer, part, first=way == views.FIRST)]


@router.callback_query(Topic("profile.languages"))
async def languages(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, volunteers: Volunteers, volunteer: Volunteer
) -> list[Screen]:
    return await _choose("languages", item, speech, desk, volunteers, volunteer)


@router.callback_query(Topic("profile.areas"))
async def areas(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, volunteers: Volunteers, volunteer: Volunteer
) -> list[Screen]:
    return await _choose("areas", item, speech, desk, volunteers, volunteer)


@router.callback_query(Topic("profile.topics"))
async def topics(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, volunteers: Volunteers, volunteer: Volunteer
) -> list[Screen]:
    return await _choose("topics", item, speech, desk, volunteers, volunteer)


@router.callback_query(Topic("profile.days"))
async def days(
    event: CallbackQuery, item: str, speech: Speech, desk: Desk, volunteers: Volunteers, volunteer: Volunteer
) -> list[Screen]:
    return await _choose("days", item, speech, desk, volunteers, volunteer)


@router.callback_query(Topic("profile.notify"))
async def notify(
    event: CallbackQuery, item: str, speech: Speech, volunteers: Volunteers, volunteer: Volunteer
) -> list[Screen]:
    if item:
        volunteers.be_told(volunteer, item)
    return [told_views.ask_notify(speech, volunteer)]


@router.callback_query(Topic("profile.quiet"))
async def quiet(
    event: CallbackQuery, item: str, speech: Speech, volunteers: Volunteers, volunteer: Volunteer
) -> list[Screen]:
    """`22`: from then on; `22.07`: until then; `off`: none any more."""
    first, _, last = item.partition(".")
    if not item:
        return [told_views.ask_quiet(speech, volunteer)]
    if not last and item != told_views.OFF:
        return [told_views.ask_quiet_end(speech, hour(first))]
    before = told_views.quiet_item(volunteer)
    volunteers.be_quiet(volunteer, None if item == told_views.OFF else (hour(first), hour(last)))
    return [told_views.quiet(speech, volunteer, before)]


def hour(typed: str) -> int:
    """Of the day, in two digits; NotOffered for what no button of ours says."""
    if typed not in {f"{one:02}" for one in range(24)}:
        raise NotOffered
    return int(typed)
