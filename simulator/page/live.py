"""Tells the page what happens, as Server-Sent Events."""

import asyncio
import json

from aiohttp import web

from ..events import Event, Subscription
from ..world import World

QUIET = 15  # seconds after which a line without content shows whether the browser is still there


class Live:
    """GET /page/events: {"kind", "person_id"} for each event; the page then reads what it shows."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._streams: set[Subscription] = set()
        self._ended = False

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Runs until the browser goes or the server ends."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
        with self.world.subscribe() as events:
            self._streams.add(events)
            try:
                await response.prepare(request)
                await response.write(b"retry: 1000\n\n")
                while (line := await _line(events)) and not self._ended:
                    await response.write(line)
            except ConnectionResetError:
                pass  # the browser went
            finally:
                self._streams.discard(events)
        return response

    async def end(self, _app: web.Application) -> None:
        """Let go of every browser, so that the server can stop at once."""
        self._ended = True
        for events in self._streams:
            events.put(Event("end"))


async def _line(events: Subscription) -> bytes:
    try:
        async with asyncio.timeout(QUIET):
            event: Event = await anext(events)
    except TimeoutError:
        return b":\n\n"
    return f"data: {json.dumps({'kind': event.kind, 'person_id': event.person_id})}\n\n".encode()
