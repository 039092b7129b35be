"""python-telegram-bot as its documentation shows it, to compare with: an echo bot. The settings are those of Relais."""

from __future__ import annotations

import os

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    await update.message.reply_text(update.message.text or "")


def main() -> None:
    base = os.environ["RELAIS_API_URL"]
    builder = ApplicationBuilder().token(os.environ["RELAIS_TOKEN"]).base_url(f"{base}/bot")
    application = builder.base_file_url(f"{base}/file/bot").build()
    application.add_handler(MessageHandler(filters.ALL, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
