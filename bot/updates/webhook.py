"""Updates that Telegram posts to us: answered 200 only when they are committed."""

from __future__ import annotations

import json
from hmac import compare_digest
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from bot.updates.receiving import Receiver

log = structlog.get_logger()

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name, not a secret
LARGEST = 1024 * 1024  # bytes; an update is a few kilobytes


def make_web(receiver: Receiver, address: str, secret: str) -> web.Application:
    """The web server for a webhook at this public address; also `/healthz`, which answers "ok"."""

    async def take(request: web.Request) -> web.Response:
        if not compare_digest(request.headers.get(SECRET_HEADER, "").encode(), secret.encode()):
            return web.Response(status=401)
        try:
            update = await request.json()
        except (json.JSONDecodeError, UnicodeDecodeError):
            return web.Response(status=400)
        if not isinstance(update, dict):
            return web.Response(status=400)
        await receiver.take(update)
        return web.Response()

    async def healthy(_request: web.Request) -> web.Response:
        return web.Response(text="ok")

    app = web.Application(client_max_size=LARGEST)
    app.router.add_post(urlsplit(address).path or "/", take)
    app.router.add_get("/healthz", healthy)
    return app
