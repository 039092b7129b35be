"""The updates that wait for a bot, and long polling."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice, takewhile

from .clock import Clock
from .refusal import JSON, RefusedError

MESSAGE_LIFETIME = 24 * 3600  # seconds
TAP_LIFETIME = 150
QUIET_WEEK = 7 * 24 * 3600  # after it Telegram starts the ids anew, anywhere
FUTURE = 10  # an offset further ahead than this is taken for one from before a new start
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = "Conflict: terminated by setWebhook request"


@dataclass(slots=True)
class Waiting:
    """An update not yet confirmed. lane: webhooks keep the order within it."""

    update: JSON
    lane: tuple[int, bool]
    expires: int  # timestamp by the world's clock

    @property
    def id(self) -> int:
        """The update_id."""
        return int(self.update["update_id"])


class Inbox:
    """One bot's queue. Confirmed are the updates below the next call's offset, or those a webhook took."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.waiting: dict[int, Waiting] = {}  # by update_id, in growing order
        self.allowed: list[str] = []
        self.next_id = random.randrange(100_000_000, 900_000_000)
        self.deliver: Callable[[Waiting], None] | None = None  # the webhook's ear
        self.last_put = clock.timestamp()
        self._first_expiry = self.last_put  # none expires before
        self._empty = asyncio.Event()
        self._empty.set()
        self._poll: asyncio.Future[None] | None = None  # the long poll going on

    def put(self, kind: str, chat_id: int, content: JSON) -> None:
        """Queue an update of that kind (a field name of Update) unless the bot did not ask for the kind."""
        if kind not in self.allowed if self.allowed else kind in NOT_BY_DEFAULT:
            return
        now = self.clock.timestamp()
        if now - self.last_put > QUIET_WEEK and not self.waiting:
            self.next_id = random.randrange(100_000_000, 900_000_000)
        self.last_put = now
        tap = kind == "callback_query"
        item = Waiting(
            {"update_id": self.next_id, kind: content},
            (chat_id, tap),
            now + (TAP_LIFETIME if tap else MESSAGE_LIFETIME),
        )
        self.next_id += 1
        self.keep(item)

    def keep(self, item: Waiting) -> None:
        """Let it wait, and wake whoever waits for it."""
        self.waiting[item.id] = item
        self._first_expiry = min(self._first_expiry, item.expires)
        self._empty.clear()
        if self._poll:
            self._wake(self._poll)
        if self.deliver:
            self.deliver(item)

    def confirm(self, update_id: int) -> None:
        """The bot has taken this one."""
        self.waiting.pop(update_id, None)
        if not self.waiting:
            self._empty.set()

    def clear(self) -> None:
        """Forget all that waits."""
        for update_id in list(self.waiting):
            self.confirm(update_id)

    async def drained(self) -> None:
        """Wait until the bot has confirmed everything: with a bot that confirms last, all is answered then."""
        await self._empty.wait()

    def forget_expired(self) -> None:
        """Drop what Telegram would no longer deliver."""
        now = self.clock.timestamp()
        if now <= self._first_expiry:
            return
        for item in [item for item in self.waiting.values() if item.expires < now]:
            self.confirm(item.id)
        self._first_expiry = min((item.expires for item in self.waiting.values()), default=now)

    def _confirm_before(self, offset: int) -> None:
        if offset < 0:
            forgotten = list(self.waiting)[:offset]
        elif offset > self.next_id + FUTURE:
            forgotten = []
        else:
            forgotten = list(takewhile(lambda update_id: update_id < offset, self.waiting))
        for update_id in forgotten:
            self.confirm(update_id)

    def end_poll(self, reason: str) -> None:
        """Answer the long poll that is going on with 409."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(RefusedError(409, reason))

    async def poll(self, offset: int, limit: int, timeout: float) -> list[JSON]:  # noqa: ASYNC109 (Telegram's name)
        """Updates from the offset on, waiting up to `timeout` seconds of the world for the first."""
        self.end_poll(OTHER_POLLER)
        self.forget_expired()
        self._confirm_before(offset)
        if not self.waiting and timeout > 0:
            await self._wait(timeout)
        return [item.update for item in islice(self.waiting.values(), limit)]

    @staticmethod
    def _wake(poll: asyncio.Future[None]) -> None:
        if not poll.done():
            poll.set_result(None)

    async def _wait(self, timeout: float) -> None:  # noqa: ASYNC109
        poll = self._poll = asyncio.get_running_loop().create_future()
        bedtime = asyncio.create_task(self.clock.sleep(timeout))
        bedtime.add_done_callback(lambda _: self._wake(poll))
        try:
            await poll
        finally:
            bedtime.cancel()
            if self._poll is poll:
                self._poll = None
