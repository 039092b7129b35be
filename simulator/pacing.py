"""How fast a bot may send: two models of Telegram's unpublished rule, and none."""

from collections import deque
from dataclasses import dataclass, field
from typing import Protocol


class Pacing(Protocol):
    """Decides on one message. Times are the clock's elapsed seconds."""

    def wait(self, chat_id: int, now: float) -> float:
        """0.0: it may go and is counted; else the seconds after which a next try may."""


class Generous:
    """No limit."""

    def wait(self, chat_id: int, now: float) -> float:
        """Always at once."""
        return 0.0


@dataclass(slots=True)
class Bucket:
    """Fills by `rate` a second up to `size`; each message takes one."""

    rate: float
    size: float
    level: float
    at: float

    def fill(self, now: float) -> None:
        """Up to now."""
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now


@dataclass(slots=True)
class TokenBucket:
    """So many a second overall, 1 a second in a private chat with short bursts, 20 a minute in a group."""

    overall: float = 30.0
    burst: int = 5
    _whole: Bucket | None = None
    _chats: dict[int, Bucket] = field(default_factory=dict)

    def wait(self, chat_id: int, now: float) -> float:
        """Take one from both buckets, or from neither."""
        self._whole = self._whole or Bucket(self.overall, self.overall, self.overall, now)
        rate, size = (1.0, self.burst) if chat_id > 0 else (20 / 60, 20)
        if len(self._chats) > 10_000:
            self._forget_full(now)
        chat = self._chats.setdefault(chat_id, Bucket(rate, size, size, now))
        waits = 0.0
        for bucket in (self._whole, chat):
            bucket.fill(now)
            waits = max(waits, (1 - bucket.level) / bucket.rate)
        if waits > 1e-9:
            return waits
        self._whole.level -= 1
        chat.level -= 1
        return 0.0

    def _forget_full(self, now: float) -> None:
        for chat_id, bucket in list(self._chats.items()):
            bucket.fill(now)
            if bucket.level >= bucket.size:
                del self._chats[chat_id]


@dataclass(slots=True)
class StrictWindow:
    """At most so many in any second."""

    limit: int = 30
    _sent: deque[float] = field(default_factory=deque)

    def wait(self, chat_id: int, now: float) -> float:
        """Count it unless the last second is full."""
        while self._sent and self._sent[0] <= now - 1:
            self._sent.popleft()
        if len(self._sent) >= self.limit:
            return self._sent[0] + 1 - now
        self._sent.append(now)
        return 0.0
