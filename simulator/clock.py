"""The world's time, which people at the page and tests may move."""

import asyncio
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta


class Clock:
    """Real time plus what it was moved by; all instants are aware and in UTC."""

    def __init__(self) -> None:
        self._offset = timedelta()
        self._skipped = 0.0
        self._frozen: datetime | None = None
        self._moved = asyncio.Event()
        self.sleepers: list[float] = []  # the seconds that each who sleeps now lay down for

    def now(self) -> datetime:
        """The instant it is in the world."""
        return self._frozen or datetime.now(UTC) + self._offset

    def timestamp(self) -> int:
        """Whole seconds since 1970, as the Bot API writes instants."""
        return int(self._frozen.timestamp() if self._frozen else time.time() + self._offset.total_seconds())

    def elapsed(self) -> float:
        """Seconds that only grow: real ones, and those that were skipped by moving the clock forward."""
        return time.monotonic() + self._skipped

    @property
    def offset(self) -> timedelta:
        """How far the world is ahead of real time."""
        return self.now() - datetime.now(UTC)

    def move(self, by: timedelta) -> None:
        """Skip forward (or back); whoever sleeps until then wakes up."""
        if self._frozen:
            self._frozen += by
        self._offset += by
        self._skipped += max(by.total_seconds(), 0.0)
        self._moved.set()
        self._moved = asyncio.Event()

    def set(self, to: datetime) -> None:
        """Make it that aware instant; the clock goes on from there."""
        self.move(to - self.now())

    def freeze(self) -> None:
        """Stand still until moved, set or run again: what a test of exact minutes needs."""
        self._frozen = self.now()

    def run(self) -> None:
        """Go on from where it was frozen."""
        if self._frozen:
            self._offset = self._frozen - datetime.now(UTC)
            self._frozen = None

    def reset(self) -> None:
        """Back to real time."""
        self._frozen = None
        self.move(-self._offset)

    async def sleep(self, seconds: float) -> None:
        """Wait for so many of the world's seconds."""
        until = self.elapsed() + seconds
        self.sleepers.append(seconds)
        try:
            while (left := until - self.elapsed()) > 0:
                moved = self._moved
                with suppress(TimeoutError):
                    async with asyncio.timeout(left):
                        await moved.wait()
        finally:
            self.sleepers.remove(seconds)
