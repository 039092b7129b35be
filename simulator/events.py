"""What happened in the world, for the page that shows it and for tests that wait for it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self, TypeVar

T = TypeVar("T")
KEPT = 1000  # a subscriber that falls further behind misses the oldest: it should read the state again


@dataclass(slots=True, frozen=True)
class Event:
    """kind: message, edit, delete, answer (to a tap), action (typing), pin, blocked, people, profile; whoever moves
    the clock or cuts the network says "clock" or "network" with `Events.tell`. person_id: the chat's id."""

    kind: str
    person_id: int | None = None


class Subscription:
    """Iterates over events from the moment it was made; a context manager that ends it."""

    def __init__(self, events: "Events") -> None:
        self._events = events
        self._queue: asyncio.Queue[Event] = asyncio.Queue(KEPT)
        events.subscriptions.add(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __aiter__(self) -> AsyncIterator[Event]:
        return self

    async def __anext__(self) -> Event:
        return await self._queue.get()

    def put(self, event: Event) -> None:
        """Queue an event, at the cost of the oldest if there is no room."""
        if self._queue.full():
            self._queue.get_nowait()
        self._queue.put_nowait(event)

    def close(self) -> None:
        """Stop listening."""
        self._events.subscriptions.discard(self)


@dataclass(slots=True, eq=False)
class Events:
    """Tells everybody who listens."""

    subscriptions: set[Subscription] = field(default_factory=set)
    _happened: asyncio.Event = field(default_factory=asyncio.Event)
    _waiting: int = 0

    def tell(self, kind: str, person_id: int | None = None) -> None:
        """Something happened, to somebody or (None) to the world."""
        if self.subscriptions:
            event = Event(kind, person_id)
            for subscription in self.subscriptions:
                subscription.put(event)
        if self._waiting:
            self._happened.set()
            self._happened = asyncio.Event()

    def subscribe(self) -> Subscription:
        """Listen from now on."""
        return Subscription(self)

    async def until(self, condition: Callable[[], T]) -> T:
        """Wait until the condition, looked at after each event, is true; returns its value."""
        self._waiting += 1
        try:
            while not (value := condition()):
                await self._happened.wait()
            return value
        finally:
            self._waiting -= 1
