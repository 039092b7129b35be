"""The rate limiter: messages go evenly spaced, never in a burst, and answers that somebody waits for go first."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

# Telegram, Bots FAQ ("My bot is hitting limits, how do I avoid this?"): about 30 messages a second, one a second in a
# chat, 20 a minute in a group. More than 30 are paid for: Bot API, `allow_paid_broadcast`.
FREE = 30.0  # messages a second
BETWEEN, BETWEEN_IN_GROUP = 1.0, 60 / 20  # seconds from one message to the next in a chat

# Ours. How evenly messages must go is not published: `python -m benchmarks.broadcast` measures what these reach.
LAG = 1.0  # seconds behind its clock that the pacer makes up for, and no more
GAIN = 1.002  # how much faster it goes then: at 28.5 a second, which 50 ms of jitter make 30 in one, more is refused
GRAIN, PAID_GRAIN = 0.005, 0.05  # seconds by which one message may be late without delaying those after it
BRIEF = 0.1  # seconds for which it is simpler to wait for a chat than to come back
CROWDED = 3.0  # seconds: a chat that had a message so recently is refused for its own sake (docs/decisions/0007)
ANSWERS_WAIT = 4  # slots at most: several answers at once are not a burst either


@dataclass(slots=True)
class _Chat:
    written_at: float
    crowded: bool
    """It had one shortly before that."""


class Pacer:
    """The pace of one bot, in seconds of a monotonic clock; `now` and `sleep` are handed in by tests."""

    def __init__(
        self,
        rate: float,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.rate = rate
        self.now = now
        self.sleep = sleep
        self._interval = 1 / rate
        self._grain = GRAIN if rate <= FREE else PAID_GRAIN
        self._next = now()  # on the absolute clock: may lie behind, by LAG at most
        self._earliest = now()
        self._bulk_at = now() - LAG
        self._held_until = now()
        self._chats: dict[int, _Chat] = {}  # those written to in the last seconds
        self._promised: dict[int, float] = {}  # when the last of those that had to wait for their chat may come
        self._floods: dict[int, float] = {}  # chat → until when Telegram wants nothing for it

    def slots(self, seconds: float) -> int:
        """How many messages may go in so many seconds; at least one."""
        return max(1, int(seconds * self.rate))

    def held(self) -> float:
        """Seconds until anything may be sent at all, because Telegram said so."""
        return max(0.0, self._held_until - self.now())

    def hold(self, seconds: float) -> None:
        self._held_until = max(self._held_until, self.now() + seconds)

    async def slot(self) -> None:
        """Wait for the next slot; look at `held` afterwards."""
        at = self._reserve()
        self._bulk_at = at
        await self.sleep(max(0.0, at - self.now()))
        # Who slept too long must not be followed at once by the next.
        self._earliest = max(self._earliest, self.now() + self._interval / GAIN - self._grain)

    async def answering(self, chat_id: int) -> None:
        """Before an answer that somebody waits for: it takes the next slot from bulk, and waits for it a moment at
        most; when nothing else is sent it goes at once."""
        self.wrote(chat_id)
        now = self.now()
        if self._next > now + LAG:  # a rush: bulk has given way for long enough
            return
        wait = self._reserve() - now
        if now - self._bulk_at < LAG and 0 < wait <= ANSWERS_WAIT * self._interval:
            await self.sleep(wait)

    def _reserve(self) -> float:
        now = self.now()
        if self._next < now - LAG:
            self._next = now
        at = max(self._next, self._earliest, now - self._grain)
        self._next += self._interval
        self._earliest = at + self._interval / GAIN
        return at

    def wait_of(self, chat_id: int) -> float:
        """Seconds until this chat may get a notice; of several that ask in vain each is told a later moment."""
        now = self.now()
        between = BETWEEN_IN_GROUP if chat_id < 0 else BETWEEN
        chat = self._chats.get(chat_id)
        free_at = max(chat.written_at + between if chat else now, self._floods.get(chat_id, now))
        if free_at <= now:
            return 0.0
        if free_at - now <= BRIEF:
            return free_at - now
        self._promised = {other: until for other, until in self._promised.items() if until > now}
        self._promised[chat_id] = max(free_at, self._promised.get(chat_id, now) + between + BRIEF)
        return self._promised[chat_id] - now

    def wrote(self, chat_id: int) -> None:
        """Something goes to this chat now."""
        now = self.now()
        last = self._chats.pop(chat_id, None)
        self._chats[chat_id] = _Chat(now, crowded=last is not None and now - last.written_at < CROWDED)
        while self._chats[oldest := next(iter(self._chats))].written_at < now - CROWDED:
            del self._chats[oldest]

    def flooded(self, chat_id: int, retry_after: float) -> None:
        """Telegram refused with 429, which does not say whether it means the chat or the bot: a group, and a person
        who has just got something, are refused for their own sake; anybody else because of all the others."""
        chat = self._chats.get(chat_id)
        if chat_id > 0 and not (chat and chat.crowded):
            self.hold(retry_after)
            return
        now = self.now()
        self._floods = {flooded: until for flooded, until in self._floods.items() if until > now}
        self._floods[chat_id] = now + retry_after
