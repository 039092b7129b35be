"""The least that a bot can take for the Bot API, so that what is measured is the bot and not the simulator.

Each bot (by its token) is served the same: batches of 100 canned updates, and a minimal answer to each call.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from benchmarks.updates_of import message

BATCH = 100
PEOPLE = 1000  # who write in turns
ME = {"id": 1000000001, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
SENT = {"message_id": 1, "date": 1_795_000_000, "chat": {"id": 1, "type": "private", "first_name": "Somebody"}}
RESULTS = {"getMe": ME, "sendMessage": SENT | {"text": "…"}}


class Line:
    """One bot's updates: those confirmed, those waiting, and when the last answer came."""

    def __init__(self) -> None:
        self.confirmed = 0
        self.written = 0
        self.answers = 0
        self.text = ""
        self._news = asyncio.Event()
        self._answered = asyncio.Event()
        self._wanted = 0

    async def batch(self, offset: int, patience: float) -> bytes:
        """The updates from the offset on, as JSON; waits for the first."""
        self.confirmed = max(self.confirmed, offset - 1)
        if self.confirmed >= self.written:
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), patience)
            except TimeoutError:
                return b'{"ok":true,"result":[]}'
        numbers = range(self.confirmed + 1, min(self.written, self.confirmed + BATCH) + 1)
        updates = [message(number, number % PEOPLE, self.text) for number in numbers]
        return json.dumps({"ok": True, "result": updates}).encode()

    def answered(self) -> None:
        self.answers += 1
        if self.answers == self._wanted:
            self._answered.set()

    async def ask(self, text: str, count: int) -> float:
        """So many people write this; returns the seconds until all are answered."""
        self.text = text
        self._wanted = self.answers + count
        self._answered.clear()
        began = time.perf_counter()
        self.written += count
        self._news.set()
        await self._answered.wait()
        return time.perf_counter() - began


@asynccontextmanager
async def serving() -> AsyncIterator[tuple[str, defaultdict[str, Line]]]:
    """Gives the address, and the line of each token."""
    lines: defaultdict[str, Line] = defaultdict(Line)

    async def call(request: web.Request) -> web.Response:
        token, method = request.match_info["token"], request.match_info["method"]
        if method == "getUpdates":
            asked = {**await request.post()} or await request.json()
            patience = float(str(asked.get("timeout", 0)))
            body = await lines[token].batch(int(str(asked.get("offset") or 0)), patience)
        else:
            await request.read()
            body = json.dumps({"ok": True, "result": RESULTS.get(method, True)}).encode()
            if method == "sendMessage":
                lines[token].answered()
        return web.Response(body=body, content_type="application/json")

    app = web.Application(client_max_size=2**24)
    app.router.add_post("/bot{token}/{method}", call)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5, handler_cancellation=True)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}", lines
    finally:
        await runner.cleanup()
