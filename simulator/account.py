"""A bot as Telegram knows it: its token, its profile, and the updates that wait for it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from .inbox import Inbox
from .profile import Profile
from .refusal import JSON
from .webhook import Webhook

QUERY_LIFETIME = 150  # seconds in which a tap can be answered


@dataclass(slots=True, eq=False)
class BotAccount:
    """Registered by `World.bot`; the id is the number before the colon of the token."""

    token: str
    id: int
    name: str
    username: str
    inbox: Inbox
    profile: Profile = field(default_factory=Profile)
    webhook: Webhook | None = None
    opened_at: float = 0.0  # the clock's elapsed seconds when it was registered
    logged_out_until: float = 0.0
    next_message_id: int = 1
    queries: dict[str, tuple[int, int]] = field(default_factory=dict)  # tap → chat id, and until when (timestamp)
    query_ids: itertools.count[int] = field(default_factory=lambda: itertools.count(7_000_000_000_000_000_001))

    def user(self) -> JSON:
        """The Bot API's User object as it stands in messages."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}

    def number(self) -> int:
        """A message id for the next message in any of its chats."""
        self.next_message_id += 1
        return self.next_message_id - 1

    def asked(self, chat_id: int, now: int) -> str:
        """A new callback query's id; those too old to be answered are let go."""
        while self.queries and next(iter(self.queries.values()))[1] < now:
            del self.queries[next(iter(self.queries))]
        query_id = str(next(self.query_ids))
        self.queries[query_id] = (chat_id, now + QUERY_LIFETIME)
        return query_id
