"""All routers, in the order in which they are asked."""

from __future__ import annotations

from aiogram import Dispatcher

from bot.i18n import Speech
from bot.understanding.reading import Understanding
from handlers import (
    announcements,
    broadcast_audience,
    broadcast_sending,
    broadcast_time,
    broadcasts,
    directory,
    free_text,
    inbox,
    meeting_guests,
    meeting_plans,
    meetings,
    otherwise,
    privacy,
    request_board,
    request_claims,
    request_desk,
    request_form,
    request_meeting,
    requests,
    start,
    team,
    team_invitations,
    team_joining,
    team_leaving,
    team_profile,
)
from handlers.asked import WhatIsAsked
from handlers.forms import FormInProgress
from handlers.middlewares import UnitOfWork, WhoWrites
from handlers.roles import make_coordinators_router, make_volunteers_router

FOR_EVERYBODY = (
    team_joining,
    requests,
    request_form,
    start,
    directory,
    meetings,
    announcements,
    privacy,
    team_leaving,
)
FOR_VOLUNTEERS = (team_profile, request_board, request_claims, request_meeting)
FOR_COORDINATORS = (
    broadcasts,
    broadcast_audience,
    broadcast_time,
    broadcast_sending,
    meeting_plans,
    meeting_guests,
    team,
    team_invitations,
    request_desk,
    inbox,
)
FOR_WHAT_IS_LEFT = (free_text, otherwise)


def make_dispatcher(speeches: dict[str, Speech], understanding: Understanding) -> Dispatcher:
    """One a process, since aiogram ties a router to its first dispatcher. What changes is given with each update."""
    dispatcher = Dispatcher(disable_fsm=True, understanding=understanding)
    dispatcher.update.outer_middleware(UnitOfWork())
    dispatcher.update.outer_middleware(WhoWrites(speeches))
    asked, form = WhatIsAsked(speeches), FormInProgress()
    for observer in (dispatcher.message, dispatcher.callback_query):
        observer.outer_middleware(asked)
        observer.outer_middleware(form)
    volunteers, coordinators = make_volunteers_router(), make_coordinators_router()
    volunteers.include_routers(*(module.router for module in FOR_VOLUNTEERS))
    coordinators.include_routers(*(module.router for module in FOR_COORDINATORS))
    dispatcher.include_routers(*(module.router for module in FOR_EVERYBODY), volunteers, coordinators)
    dispatcher.include_routers(*(module.router for module in FOR_WHAT_IS_LEFT))
    return dispatcher
