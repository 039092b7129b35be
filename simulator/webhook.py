"""Delivery of updates by POST, as Telegram does it."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable

import aiohttp

from .arguments import Raw, Upload
from .faults import Faults
from .inbox import Inbox, Waiting
from .refusal import JSON, RefusedError

LONGEST_PAUSE = 120.0  # seconds between two tries
PATIENCE = aiohttp.ClientTimeout(total=60)
Lane = tuple[int, bool]  # chat id, and whether it is the one of its taps
PerformReply = Callable[[str, Raw], Awaitable[object]]  # by a method's name and arguments, or RefusedError


class Webhook:
    """Messages of one chat arrive in order, and so do its taps, but not the ones after the others; different chats
    side by side. What fails is tried again at once, then after 2, 4, 8 … seconds, or when Retry-After says.
    perform: calls the method that a response names, as the bot whose inbox it is."""

    def __init__(
        self, inbox: Inbox, faults: Faults, perform: PerformReply, url: str, secret: str | None, max_connections: int
    ) -> None:
        self.inbox = inbox
        self.faults = faults
        self.perform = perform
        self.url = url
        self.secret = secret
        self.max_connections = max_connections
        self.last_error: tuple[int, str] | None = None  # timestamp, words
        self._lanes: dict[Lane, deque[Waiting]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._free = asyncio.Semaphore(max_connections)
        self._session: aiohttp.ClientSession | None = None

    def start(self) -> None:
        """Deliver what waits, and what comes."""
        connector = aiohttp.TCPConnector(limit=self.max_connections)
        self._session = aiohttp.ClientSession(connector=connector, timeout=PATIENCE, trust_env=False)
        self.inbox.deliver = self._enqueue
        for item in list(self.inbox.waiting.values()):
            self._enqueue(item)

    async def close(self) -> None:
        """Stop delivering; what was not confirmed keeps waiting."""
        if self.inbox.deliver == self._enqueue:
            self.inbox.deliver = None
        tasks = self._tasks - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session:
            await self._session.close()

    def info(self) -> JSON:
        """The fields that getWebhookInfo has only while there is a webhook."""
        info: JSON = {"max_connections": self.max_connections}
        if self.last_error:
            info |= {"last_error_date": self.last_error[0], "last_error_message": self.last_error[1]}
        return info

    def _enqueue(self, item: Waiting) -> None:
        lane = self._lanes.get(item.lane)
        if lane is not None:
            lane.append(item)
            return
        self._lanes[item.lane] = deque([item])
        task = asyncio.create_task(self._deliver_lane(item.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver_lane(self, key: Lane) -> None:
        lane = self._lanes[key]
        while lane:
            await self._deliver(lane[0])
            lane.popleft()
        del self._lanes[key]

    async def _deliver(self, item: Waiting) -> None:
        pauses = iter((0.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0))
        while item.id in self.inbox.waiting:
            async with self._free:
                pause = await self._post(item)
            if pause is None:
                self.inbox.confirm(item.id)
                return
            await self.inbox.clock.sleep(max(pause, next(pauses, LONGEST_PAUSE)))
            self.inbox.forget_expired()

    async def _post(self, item: Waiting) -> float | None:
        """Try once: None if it was taken, else the least seconds to wait."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        assert self._session
        try:
            if self.faults.dropped:
                raise ConnectionError("Connection timed out")
            if delay := self.faults.delay():
                await asyncio.sleep(delay)
            async with self._session.post(self.url, json=item.update, headers=headers) as response:
                if response.ok:
                    await self._perform_reply(response)
                    return None
                self._failed(f"Wrong response from the webhook: {response.status} {response.reason}")
                after = response.headers.get("Retry-After", "0")
                return float(after) if after.isdecimal() else 0.0
        except TimeoutError:
            self._failed("Read timeout expired")
        except (aiohttp.ClientError, OSError) as error:
            self._failed(f"Connection failed: {type(error).__name__}")
        return 0.0

    def _failed(self, words: str) -> None:
        self.last_error = (self.inbox.clock.timestamp(), words)

    async def _perform_reply(self, response: aiohttp.ClientResponse) -> None:
        """A method called in the body of the response; how it ends, the bot is not told."""
        raw = await _read_reply(response)
        method = raw.pop("method", None)
        if isinstance(method, str):
            try:
                await self.perform(method, raw)
            except RefusedError as refusal:
                self._failed(f"Reply to the webhook: {refusal.description}")


async def _read_reply(response: aiohttp.ClientResponse) -> Raw:
    if response.content_type.startswith("multipart/"):
        return await _read_parts(response)
    try:
        said = json.loads(await response.read() or b"{}")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


async def _read_parts(response: aiohttp.ClientResponse) -> Raw:
    reader = aiohttp.MultipartReader.from_response(response)
    raw: Raw = {}
    while isinstance(part := await reader.next(), aiohttp.BodyPartReader):
        content = bytes(await part.read(decode=True))
        kind = part.headers.get("Content-Type")
        raw[part.name or ""] = Upload(part.filename, kind, content) if part.filename else content.decode()
    return raw
