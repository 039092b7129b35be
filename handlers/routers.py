"""All routers, in the order in which they are asked."""

from __future__ import annotations

from aiogram import Dispatcher

from bot.i18n import Speech
from handlers import (
    announcements,
    broadcast_audience,
    broadcast_sending,
    broadcast_time,
    broadcasts,
    directory,
    otherwise,
    start,
)
from handlers.asked import WhatIsAsked
from handlers.forms import FormInProgress
from handlers.middlewares import UnitOfWork, WhoWrites
from handlers.roles import make_coordinators_router


def make_dispatcher(speeches: dict[str, Speech]) -> Dispatcher:
    """One a process, since aiogram ties a router to its first dispatcher. What changes is given with each update."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(UnitOfWork())
    dispatcher.update.outer_middleware(WhoWrites(speeches))
    asked, form = WhatIsAsked(speeches), FormInProgress()
    for observer in (dispatcher.message, dispatcher.callback_query):
        observer.outer_middleware(asked)
        observer.outer_middleware(form)
    coordinators = make_coordinators_router()
    for module in (broadcasts, broadcast_audience, broadcast_time, broadcast_sending):
        coordinators.include_router(module.router)
    for router in (start.router, directory.router, announcements.router, coordinators, otherwise.router):
        dispatcher.include_router(router)
    return dispatcher
