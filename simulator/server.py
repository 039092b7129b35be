"""Serves a world's Bot API and page on one port of this machine."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from .api import make_app
from .inbox import WEBHOOK_SET
from .page import add_page
from .world import World

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@asynccontextmanager
async def serving(world: World, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Gives the address, e.g. "http://127.0.0.1:8090" (port 0: a free one). ValueError unless the host is
    loopback: there is no login. OSError if the port is taken."""
    if host not in LOOPBACK:
        raise ValueError("the simulator listens on loopback only")
    app = make_app(world)
    add_page(app, world)
    # a call whose client went away is cancelled, so that the poll of a killed bot does not linger
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5, handler_cancellation=True)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield f"http://{f'[{host}]' if ':' in host else host}:{runner.addresses[0][1]}"
    finally:
        for account in world.bots.values():
            account.inbox.end_poll(WEBHOOK_SET)
            if account.webhook:
                await account.webhook.close()
        await runner.cleanup()
