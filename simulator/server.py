"""Serves a world's Bot API and page on one port of this machine."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from aiohttp import web

from .api import make_app
from .world import World

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@asynccontextmanager
async def serving(world: World, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Gives the address, e.g. "http://127.0.0.1:8090" (port 0: a free one). ValueError unless the host is
    loopback: there is no login. OSError if the port is taken."""
    if host not in LOOPBACK:
        raise ValueError("the simulator listens on loopback only")
    app = make_app(world)
    with suppress(ImportError):
        from .page import routes

        app.add_routes(routes(world))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        bound = runner.addresses[0][1]
        yield f"http://{host if ':' not in host else f'[{host}]'}:{bound}"
    finally:
        for account in world.bots.values():
            if account.webhook:
                await account.webhook.close()
            account.inbox.end_poll("Conflict: terminated by setWebhook request")
        await asyncio.shield(runner.cleanup())
