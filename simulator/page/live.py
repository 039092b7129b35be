"""Tells the page what happens, as Server-Sent Events."""

import asyncio
import json
from typing import Any

from aiohttp import web

from ..events import Event, Subscription
from ..world import World

QUIET = 15  # seconds after which a line without content shows whether the browser is still there


class Live:
    """GET /page/events: {"kind", "person_id"} for each event; the page then reads what it shows."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._streams: set[asyncio.Task[Any] | None] = set()

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Runs until the browser goes or the server ends."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
        task = asyncio.current_task()
        self._streams.add(task)
        try:
            with self.world.subscribe() as events:
                await response.prepare(request)
                await response.write(b"retry: 1000\n\n")
                while True:
                    await response.write(await _line(events))
        except ConnectionResetError:
            return response
        finally:
            self._streams.discard(task)

    async def end(self, _app: web.Application) -> None:
        """Let go of every browser, so that the server can stop at once."""
        for task in list(self._streams):
            if task:
                task.cancel()


async def _line(events: Subscription) -> bytes:
    try:
        async with asyncio.timeout(QUIET):
            event: Event = await anext(events)
    except TimeoutError:
        return b":\n\n"
    return f"data: {json.dumps({'kind': event.kind, 'person_id': event.person_id})}\n\n".encode()
