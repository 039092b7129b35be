"""All routers, in the order in which they are asked."""

from __future__ import annotations

from aiogram import Dispatcher

from bot.i18n import Speech
from bot.understanding.reading import Understanding
from handlers import directory, privacy, start
from handlers import fallback as otherwise
from handlers.broadcasts import audience as broadcast_audience
from handlers.broadcasts import drafts as broadcasts
from handlers.broadcasts import schedule as broadcast_time
from handlers.broadcasts import sending as broadcast_sending
from handlers.broadcasts import subscription as announcements
from handlers.forms import FormInProgress
from handlers.learning import free_text, inbox
from handlers.meetings import drafts as meeting_drafts
from handlers.meetings import form as meeting_form
from handlers.meetings import guests as meeting_guests
from handlers.meetings import rsvp as meetings
from handlers.middlewares import UnitOfWork, WhoWrites
from handlers.requests import appointments as request_appointments
from handlers.requests import board as request_board
from handlers.requests import claims as request_claims
from handlers.requests import coordination as request_coordination
from handlers.requests import form as request_form
from handlers.requests import own as requests
from handlers.requests import relay
from handlers.roles import make_coordinators_router, make_volunteers_router
from handlers.routing import DecodesTap
from handlers.team import invitations as team_invitations
from handlers.team import joining as team_joining
from handlers.team import leaving as team_leaving
from handlers.team import members as team
from handlers.team import profile as team_profile

FOR_EVERYBODY = (
    team_joining,
    requests,
    relay,
    request_form,
    start,
    directory,
    meetings,
    announcements,
    privacy,
    team_leaving,
)
FOR_VOLUNTEERS = (team_profile, request_board, request_claims, request_appointments)
FOR_COORDINATORS = (
    broadcasts,
    broadcast_audience,
    broadcast_time,
    broadcast_sending,
    meeting_drafts,
    meeting_form,
    meeting_guests,
    team,
    team_invitations,
    request_coordination,
    inbox,
)
FOR_WHAT_IS_LEFT = (free_text, otherwise)


def make_dispatcher(speeches: dict[str, Speech], understanding: Understanding) -> Dispatcher:
    """One a process, since aiogram ties a router to its first dispatcher. What changes is given with each update."""
    dispatcher = Dispatcher(disable_fsm=True, understanding=understanding)
    dispatcher.update.outer_middleware(UnitOfWork())
    dispatcher.update.outer_middleware(WhoWrites(speeches))
    asked, form = DecodesTap(speeches), FormInProgress()
    for observer in (dispatcher.message, dispatcher.callback_query):
        observer.outer_middleware(asked)
        observer.outer_middleware(form)
    volunteers, coordinators = make_volunteers_router(), make_coordinators_router()
    volunteers.include_routers(*(module.router for module in FOR_VOLUNTEERS))
    coordinators.include_routers(*(module.router for module in FOR_COORDINATORS))
    dispatcher.include_routers(*(module.router for module in FOR_EVERYBODY), volunteers, coordinators)
    dispatcher.include_routers(*(module.router for module in FOR_WHAT_IS_LEFT))
    return dispatcher
