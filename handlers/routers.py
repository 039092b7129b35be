"""All routers, in the order in which they are asked."""

from __future__ import annotations

from aiogram import Dispatcher

from bot.i18n import Speech
from handlers import directory, otherwise, start
from handlers.asked import WhatIsAsked
from handlers.middlewares import UnitOfWork, WhoWrites


def make_dispatcher(speeches: dict[str, Speech]) -> Dispatcher:
    """One a process, since aiogram ties a router to its first dispatcher. What changes is given with each update."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(UnitOfWork())
    dispatcher.update.outer_middleware(WhoWrites(speeches))
    asked = WhatIsAsked(speeches)
    dispatcher.message.outer_middleware(asked)
    dispatcher.callback_query.outer_middleware(asked)
    for module in (start, directory, otherwise):
        dispatcher.include_router(module.router)
    return dispatcher
