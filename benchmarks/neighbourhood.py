"""People who write to a bot in the simulated Telegram at an even rate, and what each of them got back."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import cycle

from simulator.account import BotAccount
from simulator.chat import Chat, Message
from simulator.person import Person
from simulator.refusal import JSON
from simulator.world import World

ANSWERED_WITH = {"❓": "/help", "🕒": "/hours", "🤝": "/services"}
"""How our screens begin, and what they answer. An echo is what it answers."""
IN_A_ROW = ("/help", "/hours", "/services")
TICK = 0.02  # seconds
PATIENCE = 10  # seconds' worth of messages that may wait: a bot that is slower than people write could never catch up
TURNS = (("/help",),) * 7 + (IN_A_ROW, IN_A_ROW[::-1])
"""What a newcomer writes, in turns: seven strangers with one message, two people with three in a row."""


@dataclass(frozen=True)
class Answers:
    """What became of the messages: how many have no answer, more than one, or one out of turn."""

    missing: int
    twice: int
    out_of_order: int


class Neighbourhood(World):
    """A world that remembers of each person what they asked and what answers came, and not the messages."""

    def __init__(self, token: str, latency: float) -> None:
        super().__init__(history=2)
        self.account = self.bot(token)
        self.faults.latency = latency
        self.first_id = self.account.inbox.next_id
        self.answer_count = 0
        self.asked: dict[int, tuple[str, ...]] = {}
        self._answered: defaultdict[int, list[str]] = defaultdict(list)
        self._turns = cycle(TURNS)

    def post(self, chat: Chat, content: JSON, author: Person | BotAccount) -> Message:
        if isinstance(author, BotAccount):
            text = str(content["text"])
            self._answered[chat.id].append(ANSWERED_WITH.get(text[0], text))
            self.answer_count += 1
        return super().post(chat, content, author)

    @property
    def fed(self) -> range:
        """The ids of the updates so far."""
        return range(self.first_id, self.account.inbox.next_id)

    async def write(self, rate: float, stopping: asyncio.Event) -> None:
        """Newcomers write so many messages a second, until `stopping`; nobody comes while too many wait."""
        owed, last = 0.0, time.monotonic()
        while not stopping.is_set():
            await asyncio.sleep(TICK)
            now = time.monotonic()
            owed, last = owed + (now - last) * rate, now
            if len(self.account.inbox.waiting) > PATIENCE * rate:
                owed = 0.0
            while owed > 0:
                owed -= self.newcomer()

    def newcomer(self) -> int:
        """Somebody new writes; returns how many messages."""
        person = self.person("Somebody", "fr")
        self.asked[person.id] = next(self._turns)
        for text in self.asked[person.id]:
            person.says(text)
        return len(self.asked[person.id])

    def answers(self) -> Answers:
        missing = twice = out_of_order = 0
        for person_id, asked in self.asked.items():
            answered = self._answered[person_id]
            missing += (Counter(asked) - Counter(answered)).total()
            twice += (Counter(answered) - Counter(asked)).total()
            out_of_order += not _in_order(answered, asked)
        return Answers(missing, twice, out_of_order)


def _in_order(answered: Iterable[str], asked: Iterable[str]) -> bool:
    """Whether the answers, each counted once, come in the order of the questions; some may be missing."""
    questions = iter(asked)
    return all(answer in questions for answer in dict.fromkeys(answered))
