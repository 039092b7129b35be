"""A Telegram that counts what a broadcast brings to people, and how long those wait who write meanwhile."""

from __future__ import annotations

import asyncio
import random
import time
from itertools import cycle

from simulator.account import BotAccount
from simulator.chat import Chat, Message
from simulator.pacing import Pacing
from simulator.person import Person
from simulator.refusal import JSON
from simulator.world import World

AUTHOR, FIRST_ID = 5_000_000_000, 5_000_000_001
TEXT = "Réunion du quartier demain à 18 h, place du Conseil. Venez !"
CURIOUS = 20  # people who write while the broadcast runs


class Counted:
    """Telegram's own rule, and how often it refused."""

    def __init__(self, rule: Pacing) -> None:
        self._rule = rule
        self.refused = 0

    def wait(self, chat_id: int, now: float) -> float:
        waits = self._rule.wait(chat_id, now)
        self.refused += waits > 0
        return waits


class Audience(World):
    """So many people who have started the bot; keeps the moments, not the messages."""

    def __init__(self, token: str, people: int, rule: Pacing, latency: tuple[float, float]) -> None:
        super().__init__(history=1)
        self.account = self.bot(token)
        self.rule = Counted(rule)
        self.pacing = self.rule
        self.faults.latency, self.faults.jitter = latency[0], latency[1] - latency[0]
        self.first = self.last = 0.0
        self.begun = asyncio.Event()
        self.copies = 0
        self.answers: list[float] = []
        """Seconds from a message to the answer's arrival."""
        self._asked: dict[int, float] = {}
        for person_id in range(AUTHOR, FIRST_ID + people):
            self.chat(self._neighbour(person_id)).started = True
        self.curious = [self._neighbour(FIRST_ID + people + number) for number in range(CURIOUS)]

    def _neighbour(self, person_id: int) -> Person:
        person = self.people[person_id] = Person(self, person_id, "Somebody", "fr", "")
        return person

    def post(self, chat: Chat, content: JSON, author: Person | BotAccount) -> Message:
        now = time.monotonic()
        if isinstance(author, BotAccount):
            if (asked := self._asked.pop(chat.id, None)) is not None:
                self.answers.append(now - asked)
            elif chat.id != AUTHOR:
                self.copies += 1
                self.first, self.last = self.first or now, now
                self.begun.set()
        return super().post(chat, content, author)

    async def ask(self, rate: float) -> None:
        """From the first copy on somebody writes /help, at random moments, so many times a second."""
        await self.begun.wait()
        for person in cycle(self.curious):
            await asyncio.sleep(random.expovariate(rate))
            if person.id not in self._asked:
                self._asked[person.id] = time.monotonic()
                person.says("/help")
