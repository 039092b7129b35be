"""python-telegram-bot with its AIORateLimiter, as its documentation shows it: it sends one text to everybody."""

from __future__ import annotations

import asyncio
import os
import sys

from telegram.ext import AIORateLimiter, ApplicationBuilder, ExtBot
from telegram.request import HTTPXRequest

from benchmarks.broadcast_world import FIRST_ID, TEXT

AT_ONCE = 100


async def send(people: int) -> None:
    base = os.environ["RELAIS_API_URL"]
    builder = ApplicationBuilder().token(os.environ["RELAIS_TOKEN"]).base_url(f"{base}/bot")
    application = (
        builder.request(HTTPXRequest(connection_pool_size=AT_ONCE + 10))
        .rate_limiter(AIORateLimiter(max_retries=20))
        .build()
    )
    bot: ExtBot[int] = application.bot
    waiting = asyncio.Semaphore(AT_ONCE)

    async def one(chat_id: int) -> None:
        async with waiting:
            await bot.send_message(chat_id, TEXT)

    async with application:
        await asyncio.gather(*(one(FIRST_ID + number) for number in range(people)))


if __name__ == "__main__":
    asyncio.run(send(int(sys.argv[1])))
