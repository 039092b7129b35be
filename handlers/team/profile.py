"""What a volunteer says about themselves, just after joining and any time later."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.i18n import Speech
from bot.usecases.actor import Actor
from bot.usecases.team.profiles import Volunteers
from bot.views.reader import Reader
from bot.views.screen import Screen
from bot.views.team import alerts as alert_views
from bot.views.team import profile as views
from bot.views.team.profile_taps import AskQuietHours, PickAlerts, PickProfile, SetQuietHours, ShowProfile
from db.models.team import Volunteer
from handlers.routing import On

router = Router(name="profile")


@router.message(On(ShowProfile))
@router.callback_query(On(ShowProfile))
async def profile(
    event: Message | CallbackQuery, tap: ShowProfile, reader: Reader, volunteer: Volunteer
) -> list[Screen]:
    """Also the end of the first questions."""
    show = views.done if tap.first else views.profile
    return [show(reader, volunteer)]


@router.callback_query(On(PickProfile))
async def pick(
    event: CallbackQuery, tap: PickProfile, actor: Actor, reader: Reader, volunteer: Volunteer
) -> list[Screen]:
    if tap.value is not None:
        await Volunteers(actor).toggle(volunteer, tap.part, tap.value)
    return [views.ask(reader, volunteer, tap.part, tap.first)]


@router.callback_query(On(PickAlerts))
async def alerts(
    event: CallbackQuery, tap: PickAlerts, actor: Actor, speech: Speech, volunteer: Volunteer
) -> list[Screen]:
    if tap.when:
        Volunteers(actor).set_alerts(volunteer, tap.when)
    return [alert_views.ask_alerts(speech, volunteer)]


@router.callback_query(On(AskQuietHours))
async def ask_quiet_hours(
    event: CallbackQuery, tap: AskQuietHours, speech: Speech, volunteer: Volunteer
) -> list[Screen]:
    if tap.start is None:
        return [alert_views.ask_quiet_start(speech, volunteer)]
    return [alert_views.ask_quiet_end(speech, tap.start)]


@router.callback_query(On(SetQuietHours))
async def set_quiet_hours(
    event: CallbackQuery, tap: SetQuietHours, actor: Actor, speech: Speech, volunteer: Volunteer
) -> list[Screen]:
    before = SetQuietHours(volunteer.quiet_from, volunteer.quiet_to)
    Volunteers(actor).set_quiet_hours(volunteer, tap.start, tap.end)
    return [alert_views.quiet_hours(speech, volunteer, before)]
