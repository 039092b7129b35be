"""aiogram as its documentation shows it, to compare with: an echo bot that writes down which updates it took.

The settings are those of Relais; without a database it only echoes.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message, Update
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web


class Taken:
    """Update ids in SQLite, each committed by itself."""

    def __init__(self, url: str) -> None:
        self._database = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=NORMAL")
        self._database.execute("CREATE TABLE IF NOT EXISTS taken_update (update_id INTEGER)")

    def write(self, update: Update) -> None:
        self._database.execute("INSERT INTO taken_update VALUES (?)", (update.update_id,))


def make_dispatcher(taken: Taken | None) -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message, event_update: Update) -> None:
        if taken:
            taken.write(event_update)
        await message.answer(message.text or "")

    return dispatcher


def serve_webhook(bot: Bot, dispatcher: Dispatcher, url: str) -> None:
    async def tell_telegram() -> None:
        await bot.set_webhook(url, secret_token=os.environ["RELAIS_WEBHOOK_SECRET"])

    app = web.Application()
    handler = SimpleRequestHandler(dispatcher, bot, secret_token=os.environ["RELAIS_WEBHOOK_SECRET"])
    handler.register(app, path="/updates")
    setup_application(app, dispatcher, bot=bot)
    dispatcher.startup.register(tell_telegram)
    host, _, port = os.environ["RELAIS_LISTEN"].partition(":")
    web.run_app(app, host=host, port=int(port), print=None)


def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["RELAIS_API_URL"]))
    bot = Bot(os.environ["RELAIS_TOKEN"], session=session)
    database = os.environ.get("RELAIS_DATABASE_URL")
    dispatcher = make_dispatcher(Taken(database) if database else None)
    if url := os.environ.get("RELAIS_WEBHOOK_URL"):
        serve_webhook(bot, dispatcher, url)
    else:
        asyncio.run(dispatcher.start_polling(bot))


if __name__ == "__main__":
    main()
