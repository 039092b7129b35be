"""The Bot API over HTTP."""

from aiohttp import web

from .world import World

WORLD = web.AppKey("world", World)


def make_app(world: World) -> web.Application:
    """Answers /bot<token>/<method> and /file/bot<token>/<path> for the bots of the world."""
    app = web.Application()
    app[WORLD] = world
    return app
