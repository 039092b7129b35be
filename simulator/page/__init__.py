"""The web page on which several people chat with the bot side by side: its files and its own HTTP interface."""

from pathlib import Path

from aiohttp import web

from ..world import World
from .acts import Acts
from .guard import guard, page_only
from .live import Live
from .shown import Shown

STATIC = Path(__file__).parent.parent / "static"


def add_page(app: web.Application, world: World) -> None:
    """Adds "/", /static/… and /page/… to the app, and a guard over all of it: only pages of this very address may
    call, and only by a loopback name (otherwise any web page open in the browser could drive the bot)."""
    app.middlewares.append(guard)
    app.middlewares.append(page_only)
    app.router.add_get("/", _index)
    app.router.add_static("/static/", STATIC)
    app.add_routes(Shown(world).routes())
    app.add_routes(Acts(world).routes())
    live = Live(world)
    app.router.add_get("/page/events", live.events)
    app.on_shutdown.append(live.end)


async def _index(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(STATIC / "index.html")
