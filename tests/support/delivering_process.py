"""A process that delivers, for tests that kill it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from pydantic import SecretStr

from bot.app import open_bot
from bot.delivery import notices as module
from bot.delivery.notices import Delivery
from bot.delivery.pacing import Pacer
from bot.domain.clock import SystemClock
from bot.settings import read_settings
from db.session import Sessions, make_engine
from scheduler.deliver import delivering, look_for_due_notices
from tests.support import forks
from tests.support.conversation import TOKEN, speeches
from tests.support.delivery import VIEWS


def start(address: str, database_url: str, rate: float) -> forks.Fork:
    return forks.start(_run, address, database_url, rate)


def _run(address: str, database_url: str, rate: float) -> None:
    # Shorter than in life, so that nobody need wait long for what a dead process has left.
    module.LONGEST_SEND, module.FRESH, module.LEASE, module.TURN = 5, timedelta(seconds=1), timedelta(seconds=8), 1
    asyncio.run(_deliver(address, database_url, rate))


async def _deliver(address: str, database_url: str, rate: float) -> None:
    sessions = Sessions(make_engine(database_url))
    async with open_bot(read_settings(token=SecretStr(TOKEN), api_url=address)) as bot:
        delivery = Delivery(bot, sessions, SystemClock(), speeches(), Pacer(rate), views=VIEWS)
        async with delivering(delivery):
            while True:
                await look_for_due_notices(delivery)
                await asyncio.sleep(0.1)
